package ruff.task;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/** How large the stacks of virtual threads are: as large as the JVM makes those of its threads. */
final class VirtualStacks {
  private static final long BYTES_PER_CALL = 2048;
  private static final int CALLS = measure();

  private VirtualStacks() {}

  /** How many calls may be nested on a virtual thread. */
  static int calls() {
    return CALLS;
  }

  private static int measure() {
    String kilobytes =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
            .getVMOption("ThreadStackSize")
            .getValue();
    return Math.toIntExact(
        Math.min(Integer.MAX_VALUE, Long.parseLong(kilobytes) * 1024 / BYTES_PER_CALL));
  }
}

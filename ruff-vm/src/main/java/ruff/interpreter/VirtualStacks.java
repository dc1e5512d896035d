package ruff.interpreter;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/**
 * How deep calls may be nested on virtual threads: their stacks are as large as the JVM makes those
 * of threads by default.
 */
final class VirtualStacks {
  private static final long BYTES_PER_CALL = 2048;
  private static final int DEPTH = measure();

  private VirtualStacks() {}

  static int depth() {
    return DEPTH;
  }

  private static int measure() {
    String kilobytes =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
            .getVMOption("ThreadStackSize")
            .getValue();
    long bytes = Long.parseLong(kilobytes) * 1024;
    return (int) Math.min(Strand.MAX_DEPTH, bytes / BYTES_PER_CALL);
  }
}

package ruff.host;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The programs that this process has started and that still run. */
public final class RunningChildren {
  private static final Set<ProcessHandle> CHILDREN = ConcurrentHashMap.newKeySet();

  private RunningChildren() {}

  static void add(ProcessHandle child) {
    CHILDREN.add(child);
  }

  static void remove(ProcessHandle child) {
    CHILDREN.remove(child);
  }

  /** Loads what {@link #end} needs, so that it takes no time any more. */
  public static void prepare() {
    ProcessHandle.current().children().forEach(CHILDREN::contains);
  }

  /** Ends all of them and everything that they have started and that still belongs to them. */
  public static void end() {
    CHILDREN.forEach(RunningChildren::endTree);
  }

  /** Ends a process and everything that it has started and that still belongs to it. */
  static void endTree(ProcessHandle process) {
    var children = process.children().toList();
    process.destroyForcibly();
    children.forEach(RunningChildren::endTree);
  }
}

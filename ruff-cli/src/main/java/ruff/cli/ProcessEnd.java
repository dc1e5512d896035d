package ruff.cli;

import java.util.concurrent.locks.LockSupport;

/**
 * How the process of the command ends: once. Whoever comes first says with which status; who comes
 * later waits for the end.
 */
final class ProcessEnd {
  private static final Object LOCK = new Object();
  private static Thread owner;

  /** What ends the process even while the JVM stands still; null when nobody asked for that. */
  private static volatile Deadline deadline;

  private ProcessEnd() {}

  /** Ends the process at a time, whatever its threads are doing then. */
  static void arm(Deadline latest, long end) {
    synchronized (LOCK) {
      if (owner == null) {
        latest.set(end);
        deadline = latest;
      }
    }
  }

  /** Ends the process without waiting for threads of abandoned tasks or for hooks. */
  static void now(int status) {
    claim();
    Deadline armed = deadline;
    if (armed != null && !armed.cancel()) {
      afterError();
    }
    Runtime.getRuntime().halt(status);
  }

  /** Returns to the one thread that ends the process; from then on nothing else can. */
  static void claim() {
    while (!isOwner()) {
      LockSupport.park();
    }
  }

  private static boolean isOwner() {
    synchronized (LOCK) {
      if (owner == null) {
        owner = Thread.currentThread();
      }
      return owner == Thread.currentThread();
    }
  }

  /**
   * Prints a message that the process ends with, if the deadline has the same one; for who has
   * claimed the end.
   *
   * @return false where somebody else has to print it
   */
  static boolean prints(String message) {
    Deadline armed = deadline;
    if (armed == null || armed.print(message)) {
      return armed != null;
    }
    if (!armed.cancelMessage()) {
      afterError();
    }
    return false;
  }

  /** Ends the process because of an error that has been shown. */
  static void afterError() {
    Deadline armed = deadline;
    if (armed != null) {
      armed.end();
    }
    Runtime.getRuntime().halt(ExitStatus.RUNTIME);
  }
}

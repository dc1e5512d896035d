package ruff.parser;

/**
 * Runs code on a thread with as much stack as the JVM gives by default, whatever the test runner
 * has, to show that the code does not recurse with its input.
 */
final class SmallStack {
  private static final long BYTES = 1024 * 1024;

  private SmallStack() {}

  static void run(Runnable code) throws InterruptedException {
    Throwable[] thrown = new Throwable[1];
    Thread thread = new Thread(null, code, "small stack", BYTES);
    thread.setUncaughtExceptionHandler((t, e) -> thrown[0] = e);
    thread.start();
    thread.join();
    if (thrown[0] != null) {
      throw new AssertionError("failed on a small stack", thrown[0]);
    }
  }
}

package ruff.stdlib.time;

import ruff.natives.NativeContext;
import ruff.natives.NativeMemory;

/** The monotonic clocks of an engine, each of which starts when it is first read. */
final class Stopwatches {
  /** One clock. */
  static final class Stopwatch {
    private boolean started;
    private long start;

    /** Nanoseconds since the first call. */
    synchronized long read(NativeContext context) {
      long now = context.host().clock().nanoTime();
      if (!started) {
        started = true;
        start = now;
      }
      return now - start;
    }
  }

  final Stopwatch milliseconds = new Stopwatch();
  final Stopwatch microseconds = new Stopwatch();
  final Stopwatch nanoseconds = new Stopwatch();

  private Stopwatches() {}

  static Stopwatches of(NativeContext context) {
    NativeMemory memory = context.memory();
    Stopwatches clocks = memory.find(Stopwatches.class);
    return clocks != null ? clocks : memory.keep(Stopwatches.class, new Stopwatches());
  }
}

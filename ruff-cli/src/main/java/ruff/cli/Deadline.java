package ruff.cli;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Ends the process at a time by timers of the operating system, which call functions of the C
 * library on threads of their own: the JVM may collect garbage, wait for a thread that copies
 * gigabytes, or for one that is in a system call, and the process ends all the same.
 *
 * <p>One timer prints the message, a later one calls {@code _exit}. A JVM that still runs at that
 * time does both by itself, earlier and better, and takes the timers back.
 */
final class Deadline {
  /** How long the JVM has for an orderly end. */
  private static final long PRINT_NANOS = TimeUnit.MILLISECONDS.toNanos(8);

  /** Later the system needs some time to take the memory back. */
  private static final long EXIT_NANOS = PRINT_NANOS + TimeUnit.MILLISECONDS.toNanos(20);

  /** How long a thread that has begun to print has for that. */
  private static final long GAP_NANOS = TimeUnit.MILLISECONDS.toNanos(3);

  /** How long a JVM that has noticed the end has for its part. */
  private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(45);

  /** As many as there is patience for, but for the last steps. */
  private static final int MOST_GAPS = (int) (PATIENCE_NANOS / GAP_NANOS) - 2;

  private static final long CLOCK_MONOTONIC = 1;
  private static final int NOTIFY_BY_THREAD = 2;

  /** Offsets in {@code struct sigevent}, and its size. */
  private static final int EVENT_NOTIFY = 12;

  private static final int EVENT_FUNCTION = 16;
  private static final int EVENT_BYTES = 64;

  /** Offsets in {@code struct itimerspec}, and its size. */
  private static final int TIME_SECONDS = 16;

  private static final int TIME_NANOS = 24;
  private static final int TIME_BYTES = 32;

  /** Offsets in {@code struct sched_attr}, and its size. */
  private static final int TURN_NICE = 16;

  private static final int TURN_NANOS = 24;
  private static final int TURN_BYTES = 48;

  /** The shortest turn that Linux gives. */
  private static final long SHORT_TURN_NANOS = TimeUnit.MICROSECONDS.toNanos(100);

  private static final long BY_LINES = 1;
  private static final long BUFFER_BYTES = 4096;

  private final SymbolLookup library;

  /** Calls any function with up to four numbers or addresses: linking one handle is slow enough. */
  private final MethodHandle call;

  private final MemorySegment setTime;
  private final long message;
  private final long exit;
  private final String text;

  /** Where the message stands as soon as it is being printed. */
  private final MemorySegment buffer = Arena.global().allocate(BUFFER_BYTES);

  private long printTime;

  private Deadline(Linker linker, String text, Stream stream) throws Throwable {
    this.text = text;
    library = linker.defaultLookup();
    call =
        linker.downcallHandle(
            FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG));
    setTime = library.findOrThrow("timer_settime");
    askForShortTurns();
    exit = timer("_exit", ExitStatus.RUNTIME);
    message =
        printsTo(stream)
            ? timer("puts", Arena.global().allocateFrom(text.stripTrailing()).address())
            : 0;
  }

  /** Where the message goes. */
  enum Stream {
    OUTPUT,
    ERROR
  }

  /**
   * Makes the timers, unset.
   *
   * @param text the message, with its line end
   * @return nothing where the system has no such timers
   */
  static Optional<Deadline> saying(String text, Stream stream) {
    if (!System.getProperty("os.name").equals("Linux") || ADDRESS.byteSize() != Long.BYTES) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Deadline(Linker.nativeLinker(), text, stream));
    } catch (Throwable unsupported) {
      return Optional.empty();
    }
  }

  /**
   * Sets the timers.
   *
   * @param end of the time, as {@link System#nanoTime} tells it; the JVM should be faster to notice
   */
  void set(long end) {
    printTime = end + PRINT_NANOS;
    set(exit, Math.max(1, end + EXIT_NANOS - System.nanoTime()));
    if (message != 0) {
      set(message, Math.max(1, printTime - System.nanoTime()));
    }
  }

  /**
   * Takes both timers back.
   *
   * @return false when it is too late, the message has been printed
   */
  boolean cancel() {
    return cancelMessage() && stop(exit);
  }

  /** Takes the message back only, as {@link #cancel} does. */
  boolean cancelMessage() {
    if (message == 0 || stop(message)) {
      buffer.set(JAVA_BYTE, 0, (byte) ' ');
      return true;
    }
    return false;
  }

  /**
   * Has the message printed now, if that is not just being done: by the timer all the same, so that
   * it comes out once even when the JVM stops this thread in between.
   *
   * @return false where it is not this text that the timer prints
   */
  boolean print(String wanted) {
    if (message == 0 || !wanted.equals(text)) {
      return false;
    }
    set(exit, PATIENCE_NANOS);
    hasten(message, printTime - GAP_NANOS);
    return true;
  }

  /** Ends the process; returns only when that is impossible. */
  void end() {
    for (int i = 0; i < MOST_GAPS && message != 0 && buffer.get(JAVA_BYTE, 0) == 0; i++) {
      pause(GAP_NANOS);
    }
    pause(GAP_NANOS);
    hasten(exit, Long.MAX_VALUE);
    pause(PATIENCE_NANOS);
  }

  private static void pause(long nanos) {
    long from = System.nanoTime();
    long left = nanos;
    while (left > 0) {
      LockSupport.parkNanos(left);
      left = nanos - (System.nanoTime() - from);
    }
  }

  /**
   * Short turns on a processor come sooner. The threads of the timers inherit that from this one,
   * and need not stand in line with all threads of a program that keeps many busy.
   */
  private void askForShortTurns() throws Throwable {
    long setAttributes =
        switch (System.getProperty("os.arch")) {
          case "amd64" -> 314;
          case "aarch64" -> 274;
          default -> 0;
        };
    if (setAttributes == 0) {
      return;
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment attributes = arena.allocate(TURN_BYTES, Long.BYTES);
      attributes.set(JAVA_INT, 0, TURN_BYTES);
      attributes.set(JAVA_INT, TURN_NICE, invoke(library.findOrThrow("getpriority"), 0, 0, 0, 0));
      attributes.set(JAVA_LONG, TURN_NANOS, SHORT_TURN_NANOS);
      invoke(library.findOrThrow("syscall"), setAttributes, 0, attributes.address(), 0);
    }
  }

  /**
   * The C library's own stream for output is used by nobody else. Only GNU's allows to point it to
   * another one.
   */
  private boolean printsTo(Stream stream) throws Throwable {
    if (library.find("gnu_get_libc_version").isEmpty()) {
      return false;
    }
    MemorySegment output = library.findOrThrow("stdout").reinterpret(ADDRESS.byteSize());
    if (stream == Stream.ERROR) {
      MemorySegment error = library.findOrThrow("stderr").reinterpret(ADDRESS.byteSize());
      output.set(ADDRESS, 0, error.get(ADDRESS, 0));
    }
    invoke(
        library.findOrThrow("setvbuf"),
        output.get(ADDRESS, 0).address(),
        buffer.address(),
        BY_LINES,
        BUFFER_BYTES);
    return true;
  }

  /** A timer that will call a function with one argument on a new thread. */
  private long timer(String function, long argument) throws Throwable {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment event = arena.allocate(EVENT_BYTES, ADDRESS.byteAlignment());
      event.set(JAVA_LONG, 0, argument);
      event.set(JAVA_INT, EVENT_NOTIFY, NOTIFY_BY_THREAD);
      event.set(ADDRESS, EVENT_FUNCTION, library.findOrThrow(function));
      MemorySegment timer = arena.allocate(JAVA_LONG);
      MemorySegment create = library.findOrThrow("timer_create");
      int failed = invoke(create, CLOCK_MONOTONIC, event.address(), timer.address(), 0);
      if (failed != 0) {
        throw new IllegalStateException("no timer");
      }
      return timer.get(JAVA_LONG, 0);
    }
  }

  /**
   * @return whether it was still to come
   */
  private boolean stop(long timer) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment before = time(arena, 0);
      invoke(setTime, timer, 0, time(arena, 0).address(), before.address());
      return before.get(JAVA_LONG, TIME_SECONDS) != 0 || before.get(JAVA_LONG, TIME_NANOS) != 0;
    } catch (Throwable unexpected) {
      return true;
    }
  }

  private void set(long timer, long nanos) {
    try (Arena arena = Arena.ofConfined()) {
      invoke(setTime, timer, 0, time(arena, nanos).address(), 0);
    } catch (Throwable unexpected) {
      // Then there is only what the JVM does by itself.
    }
  }

  /** Lets a timer go off at once, before a time: nothing may come between that and the call. */
  private void hasten(long timer, long before) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment now = time(arena, 1);
      if (System.nanoTime() < before) {
        invoke(setTime, timer, 0, now.address(), 0);
      }
    } catch (Throwable unexpected) {
      // It goes off at its own time.
    }
  }

  /**
   * @param nanos 0 for never
   */
  private static MemorySegment time(Arena arena, long nanos) {
    MemorySegment time = arena.allocate(TIME_BYTES, ADDRESS.byteAlignment());
    long second = TimeUnit.SECONDS.toNanos(1);
    time.set(JAVA_LONG, TIME_SECONDS, nanos / second);
    time.set(JAVA_LONG, TIME_NANOS, nanos % second);
    return time;
  }

  private int invoke(MemorySegment function, long first, long second, long third, long fourth)
      throws Throwable {
    return (int) call.invokeExact(function, first, second, third, fourth);
  }
}

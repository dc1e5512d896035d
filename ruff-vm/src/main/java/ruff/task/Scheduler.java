package ruff.task;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import ruff.interpreter.Strand;
import ruff.natives.CancelSignal;
import ruff.value.RuffError;

/**
 * Decides who goes on in an isolate: suspended calls and waiting strands in the order in which what
 * they wait for was finished, timers by deadline, then by creation.
 *
 * <p>Only the isolate's first strand takes from the queue; it does so while it waits itself. Any
 * thread may put something in. What is counted belongs to the strand that has control, everything
 * else is guarded by the monitor.
 */
public final class Scheduler {
  private record Timer(long deadline, long number, PromiseValue promise, Object result)
      implements Comparable<Timer> {
    @Override
    public int compareTo(Timer other) {
      return deadline == other.deadline
          ? Long.compare(number, other.number)
          : Long.signum(deadline - other.deadline);
    }
  }

  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final long LONGEST_DELAY = Long.MAX_VALUE / 4;

  private final Isolate isolate;
  private final Liveness monitor;
  private final Deque<Resumption> ready = new ArrayDeque<>();
  private final PriorityQueue<Timer> timers = new PriorityQueue<>();
  private final Set<PromiseValue> unobserved = new HashSet<>();
  private Thread waiter;
  private boolean deadlocked;

  private boolean closed;

  /** Promises so far. */
  private long created;

  /** Promises that threads outside are going to settle; under the monitor. */
  private int externals;

  /** Whether the last statement has ended; under the monitor. */
  private boolean finishing;

  /** Calls of async functions that have not ended. */
  private int unfinished;

  /** Whether the monitor counts this isolate among those that nothing of their own can wake. */
  boolean stuck;

  Scheduler(Isolate isolate) {
    this.isolate = isolate;
    this.monitor = isolate.machine().liveness();
  }

  public Isolate isolate() {
    return isolate;
  }

  Liveness monitor() {
    return monitor;
  }

  /** Whether the isolate has ended, so that nobody waits here any more; under the monitor. */
  boolean isClosed() {
    return closed;
  }

  /** A promise that somebody will settle; called by the strand that has control. */
  public PromiseValue promise() {
    return new PromiseValue(this, created++);
  }

  /**
   * A promise that is resolved with a value after some time.
   *
   * @param millis zero or more
   */
  public PromiseValue after(long millis, Object value) {
    PromiseValue promise = promise();
    long delay = Math.min(millis, LONGEST_DELAY / NANOS_PER_MILLI) * NANOS_PER_MILLI;
    synchronized (monitor) {
      if (!closed) {
        timers.add(new Timer(now() + delay, promise.number(), promise, value));
        monitor.timed(this, true);
      }
    }
    return promise;
  }

  /** Gives up a promise of {@link #after}, which then stays as it is for ever. */
  public void stop(PromiseValue promise) {
    synchronized (monitor) {
      timers.removeIf(timer -> timer.promise == promise);
      monitor.timed(this, !timers.isEmpty());
    }
  }

  /** A channel that all tasks of the program may use. */
  public ChannelValue channel() {
    return new ChannelValue(monitor);
  }

  /** Notes that a thread outside of all isolates is going to settle a promise. */
  void beginExternal() {
    synchronized (monitor) {
      externals++;
      monitor.externalStarted();
    }
  }

  /** Ends what {@link #beginExternal} began; the promise is settled already. */
  void endExternal() {
    synchronized (monitor) {
      externals--;
      if (finishing) {
        post(strand -> {});
      }
      monitor.externalEnded();
    }
  }

  void callStarted() {
    unfinished++;
  }

  void callEnded() {
    unfinished--;
  }

  /** Whether async functions have been called that have not ended. */
  boolean hasUnfinished() {
    return unfinished > 0;
  }

  /** Puts a resumption in the queue; any thread may. */
  void post(Resumption resumption) {
    synchronized (monitor) {
      ready.addLast(resumption);
      monitor.awake(this);
      wakeWaiter();
    }
  }

  /** Tells the one who waits here that nobody can bring anything; under the monitor. */
  void tellOfDeadlock() {
    deadlocked = true;
    wakeWaiter();
  }

  private void wakeWaiter() {
    if (waiter != null) {
      LockSupport.unpark(waiter);
    }
  }

  /**
   * Ends the scheduler's work; under the monitor.
   *
   * @param heir settles what the timers were to settle; null when nobody needs that any more
   */
  void close(Scheduler heir) {
    closed = true;
    if (heir != null && !timers.isEmpty()) {
      heir.timers.addAll(timers);
      monitor.timed(heir, true);
      heir.wakeWaiter();
    }
    timers.clear();
    monitor.timed(this, false);
  }

  /** Notes a rejection that nobody has looked at yet; under the monitor. */
  void rejected(PromiseValue promise) {
    unobserved.add(promise);
  }

  /** Notes that somebody looks at a rejected promise. */
  void forget(PromiseValue promise) {
    synchronized (monitor) {
      unobserved.remove(promise);
    }
  }

  /** Rejected promises that nobody looked at, in the order of their creation. */
  public List<PromiseValue> unobservedRejections() {
    synchronized (monitor) {
      List<PromiseValue> found = new ArrayList<>();
      for (PromiseValue promise : unobserved) {
        if (!promise.isObserved()) {
          found.add(promise);
        }
      }
      // Every program ends here, so this does not use comparators that the JVM would make at run
      // time.
      found.sort((a, b) -> Long.compare(a.number(), b.number()));
      return found;
    }
  }

  /** The result of a promise, waiting while others go on. */
  public Object await(Strand strand, PromiseValue promise) {
    if (!promise.isSettled()) {
      Wake wake = new Wake(strand);
      promise.whenSettled(this, wake);
      run(strand, wake);
    }
    return promise.outcome(this);
  }

  /** Lets others run until {@code wake} is due. */
  void run(Strand strand, Wake wake) {
    Strand.Lender lender = strand.takeLender();
    if (lender != null) {
      isolate.hand(lender.strand(), lender.thread());
      isolate.awaitControl(strand);
    }
    while (!wake.isDue()) {
      Resumption next = next();
      if (next == null) {
        // The last other task may have ended by ending this isolate too.
        isolate.checkSignal();
        throw timedOut(": everything waits for something that cannot come");
      }
      next.resume(strand);
    }
  }

  /**
   * Runs what can still run after the last statement, until all async functions have ended, those
   * of the library that work on threads of their own included.
   */
  public void finish(Strand strand) {
    synchronized (monitor) {
      finishing = true;
    }
    while (hasUnfinished() || hasExternals()) {
      Resumption next = next();
      if (next == null) {
        return;
      }
      next.resume(strand);
    }
  }

  private boolean hasExternals() {
    synchronized (monitor) {
      return externals > 0;
    }
  }

  /** Waits for the next one to go on; null when there cannot be any. */
  private Resumption next() {
    long patience = isolate.machine().waitLimitMillis();
    long limit = now() + Math.min(patience, LONGEST_DELAY / NANOS_PER_MILLI) * NANOS_PER_MILLI;
    while (true) {
      long pause;
      synchronized (monitor) {
        waiter = Thread.currentThread();
        Resumption next = poll();
        if (next != null || deadlocked) {
          goOn();
          return next;
        }
        pause = isolate.isMain() ? limit - now() : LONGEST_DELAY;
        if (pause <= 0) {
          goOn();
          throw timedOut("");
        }
        if (!timers.isEmpty()) {
          pause = Math.min(pause, timers.peek().deadline - now());
        }
        if (!hasAwaitedTimer()) {
          monitor.stuck(this);
          if (deadlocked || !ready.isEmpty()) {
            continue;
          }
        }
      }
      pause(pause);
    }
  }

  private void goOn() {
    deadlocked = false;
    monitor.awake(this);
  }

  private void pause(long nanos) {
    if (nanos > 0) {
      LockSupport.parkNanos(this, nanos);
    }
    isolate.checkSignal();
    if (Thread.interrupted()) {
      throw new CancelSignal();
    }
  }

  private RuffError timedOut(String why) {
    long millis = isolate.machine().waitLimitMillis();
    return new RuffError("Scheduler timed out after " + millis + "ms" + why);
  }

  private Resumption poll() {
    Resumption next = ready.pollFirst();
    while (next == null && !timers.isEmpty() && timers.peek().deadline - now() <= 0) {
      Timer due = timers.poll();
      monitor.timed(this, !timers.isEmpty());
      due.promise.resolve(due.result);
      next = ready.pollFirst();
    }
    return next;
  }

  /** Whether a timer is going to let somebody go on; under the monitor. */
  boolean hasAwaitedTimer() {
    for (Timer timer : timers) {
      if (timer.promise.isAwaited()) {
        return true;
      }
    }
    return false;
  }

  private long now() {
    return isolate.machine().host().clock().nanoTime();
  }
}

package ruff.task;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import ruff.interpreter.Strand;
import ruff.value.RuffError;

/**
 * Decides who goes on in an isolate: suspended calls and waiting strands in the order in which what
 * they wait for was finished, timers by deadline, then by creation.
 */
public final class Scheduler {
  private record Timer(long deadline, long number, PromiseValue promise, Object result) {}

  private static final long NANOS_PER_MILLI = 1_000_000;

  private final Isolate isolate;
  private final Liveness monitor;
  private final Deque<Resumption> ready = new ArrayDeque<>();
  private final PriorityQueue<Timer> timers =
      new PriorityQueue<>(
          (a, b) ->
              a.deadline != b.deadline
                  ? Long.compare(a.deadline, b.deadline)
                  : Long.compare(a.number, b.number));
  private final List<PromiseValue> calls = new ArrayList<>();
  private long timerNumber;
  private int external;
  private int unfinished;

  Scheduler(Isolate isolate) {
    this.isolate = isolate;
    this.monitor = isolate.machine().liveness();
  }

  public Isolate isolate() {
    return isolate;
  }

  /** A promise that somebody will settle. */
  public PromiseValue promise() {
    return new PromiseValue(monitor);
  }

  /** A promise that is resolved with a value after some milliseconds. */
  public PromiseValue after(long millis, Object value) {
    PromiseValue promise = promise();
    synchronized (monitor) {
      long now = isolate.machine().host().clock().nanoTime();
      long delay = Math.min(millis, Long.MAX_VALUE / 2 / NANOS_PER_MILLI) * NANOS_PER_MILLI;
      timers.add(new Timer(now + delay, timerNumber++, promise, value));
    }
    return promise;
  }

  /** Notes that something outside of the isolate will settle a promise of its. */
  public void beginExternal() {
    synchronized (monitor) {
      external++;
    }
  }

  /** Ends what {@link #beginExternal} began. */
  public void endExternal() {
    synchronized (monitor) {
      external--;
      monitor.awake(isolate);
    }
  }

  void callStarted(PromiseValue promise) {
    unfinished++;
    calls.add(promise);
  }

  void callEnded() {
    unfinished--;
  }

  /** Puts a resumption in the queue; any thread may. */
  void post(Resumption resumption) {
    synchronized (monitor) {
      ready.addLast(resumption);
      monitor.awake(isolate);
    }
  }

  /** Waits for a promise while others go on; its outcome is not looked at. */
  public void waitFor(Strand strand, PromiseValue promise) {
    promise.observe();
    Wake wake = new Wake(isolate, strand);
    promise.whenSettled(() -> post(wake));
    run(strand, wake);
  }

  /** The result of a promise, waiting while others go on. */
  public Object await(Strand strand, PromiseValue promise) {
    if (!promise.isSettled()) {
      waitFor(strand, promise);
    }
    promise.observe();
    if (promise.isRejected()) {
      throw promise.rejection();
    }
    return promise.result();
  }

  /** Lets others run until {@code wake} is due. */
  void run(Strand strand, Wake wake) {
    Strand.Lender lender = strand.takeLender();
    if (lender != null) {
      isolate.hand(lender.strand(), lender.thread());
      isolate.awaitControl(strand);
    }
    while (!wake.isDue()) {
      next().resume(strand);
    }
  }

  /** Runs everything that can still run, after the program's last statement. */
  public void finish(Strand strand) {
    while (unfinished > 0) {
      Resumption next = nextOrNull();
      if (next == null) {
        return;
      }
      next.resume(strand);
    }
  }

  /** Rejected calls that nobody looked at, in the order of the calls. */
  public List<PromiseValue> unobservedRejections() {
    return calls.stream().filter(call -> call.isRejected() && !call.isObserved()).toList();
  }

  private Resumption next() {
    synchronized (monitor) {
      Resumption next = poll();
      long limit = now() + isolate.machine().waitLimitMillis() * NANOS_PER_MILLI;
      while (next == null) {
        if (isolate.isMain() && now() >= limit) {
          throw timedOut();
        }
        idle(limit);
        next = poll();
      }
      return next;
    }
  }

  private Resumption nextOrNull() {
    synchronized (monitor) {
      Resumption next = poll();
      while (next == null) {
        if (!timers.isEmpty()) {
          sleepUntil(timers.peek().deadline);
        } else if (external > 0) {
          sleepUntil(Long.MAX_VALUE);
        } else {
          monitor.stuck(isolate);
          if (ready.isEmpty()) {
            if (monitor.allStuck()) {
              return null;
            }
            sleepUntil(Long.MAX_VALUE);
          }
        }
        next = poll();
      }
      return next;
    }
  }

  private RuffError timedOut() {
    return new RuffError("Scheduler timed out after " + isolate.machine().waitLimitMillis() + "ms");
  }

  private Resumption poll() {
    Resumption next = ready.pollFirst();
    while (next == null && !timers.isEmpty() && timers.peek().deadline <= now()) {
      Timer due = timers.poll();
      due.promise.resolve(due.result);
      next = ready.pollFirst();
    }
    return next;
  }

  /** Waits until something may have changed. */
  private void idle(long limit) {
    if (!timers.isEmpty()) {
      sleepUntil(Math.min(timers.peek().deadline, limit));
    } else if (external > 0) {
      sleepUntil(limit);
    } else {
      monitor.stuck(isolate);
      if (ready.isEmpty()) {
        if (monitor.allStuck()) {
          throw timedOut();
        }
        sleepUntil(isolate.isMain() ? limit : Long.MAX_VALUE);
      }
    }
  }

  private void sleepUntil(long deadline) {
    try {
      if (deadline == Long.MAX_VALUE) {
        monitor.wait();
      } else {
        long millis = (deadline - now() + NANOS_PER_MILLI - 1) / NANOS_PER_MILLI;
        if (millis > 0) {
          monitor.wait(millis);
        }
      }
    } catch (InterruptedException cancelled) {
      throw new Cancelled();
    }
  }

  private long now() {
    return isolate.machine().host().clock().nanoTime();
  }
}

package ruff.task;

import ruff.policy.DeniedException;
import ruff.value.ArrayValue;
import ruff.value.RuffError;

/**
 * Work of natives that goes on beside the program, on threads that run no code of it. It comes in
 * numbered parts, several of which run at a time; the promise gets what all parts together give, or
 * the message of the first part that fails. After a failure no further part is begun.
 *
 * <p>Every thread starts the next one when it has taken a part and more are left, so that short
 * work is done before many threads have come to be.
 *
 * <p>Parts fail by {@link RuffError}. They must not touch containers that the program can see.
 */
public final class ExternalWork {
  /** Does one part. */
  @FunctionalInterface
  public interface Part {
    /** The part's result, owned by nobody else. */
    Object run(int index);
  }

  /** Makes the result of the whole work from the results of the parts. */
  @FunctionalInterface
  public interface Joining {
    Object join(Object[] results);
  }

  private final Scheduler scheduler;
  private final PromiseValue promise;
  private final Part part;
  private final Joining joining;
  private final Object[] results;
  private final int limit;
  private int next;
  private int running;
  private int failed;
  private String failure;

  private ExternalWork(Scheduler scheduler, int parts, int limit, Part part, Joining joining) {
    this.scheduler = scheduler;
    this.promise = scheduler.promise();
    this.part = part;
    this.joining = joining;
    this.results = new Object[parts];
    this.limit = limit;
    this.failed = parts;
  }

  /** Starts work of one part, whose result is that of the promise. */
  public static PromiseValue start(Scheduler scheduler, Part part) {
    return start(scheduler, 1, 1, part, results -> results[0]);
  }

  /**
   * Starts work of several parts.
   *
   * @param limit how many may run at a time, above zero
   */
  public static PromiseValue start(
      Scheduler scheduler, int parts, int limit, Part part, Joining joining) {
    ExternalWork work = new ExternalWork(scheduler, parts, limit, part, joining);
    if (parts == 0) {
      work.promise.resolve(joining.join(work.results));
    } else {
      scheduler.beginExternal();
      work.addThread();
    }
    return work.promise;
  }

  /** {@link #start} with an array of the parts' results. */
  public static PromiseValue startAll(Scheduler scheduler, int parts, int limit, Part part) {
    return start(scheduler, parts, limit, part, ArrayValue::of);
  }

  private void addThread() {
    synchronized (this) {
      if (failure != null || next == results.length || running == limit) {
        return;
      }
      running++;
    }
    scheduler.isolate().machine().workers().start(this::work);
  }

  private void work() {
    for (int index = take(); index >= 0; index = take()) {
      addThread();
      try {
        results[index] = part.run(index);
      } catch (RuffError | DeniedException error) {
        fail(index, error.getMessage());
      } catch (OutOfMemoryError exhausted) {
        fail(index, "Out of memory");
      } catch (RuntimeException | Error defect) {
        fail(index, defect.toString());
      }
    }
    end();
  }

  private synchronized int take() {
    return failure == null && next < results.length ? next++ : -1;
  }

  private synchronized void fail(int index, String message) {
    if (index < failed) {
      failed = index;
      failure = message;
    }
  }

  private void end() {
    synchronized (this) {
      running--;
      if (running > 0) {
        return;
      }
    }
    if (failure == null) {
      promise.resolve(joining.join(results));
    } else {
      promise.reject(failure);
    }
    scheduler.endExternal();
  }
}

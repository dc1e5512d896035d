package ruff.task;

import java.util.concurrent.atomic.AtomicReference;
import ruff.interpreter.Machine;
import ruff.policy.Budget;
import ruff.value.ArrayValue;
import ruff.value.Callable;
import ruff.value.NullValue;
import ruff.value.RuffError;

/**
 * Calls a function for each item of an array, several at a time, each call in an isolate that
 * starts from the same moment. The promise gets the results in the order of the items, or the error
 * of the first item that fails.
 *
 * <p>Every worker starts the next one when it has taken an item and more are left, so that short
 * work is done before many threads have come to be.
 */
public final class Mapping {
  /** One item on its way, in the isolate of its call. */
  private record Call(int index, Isolate isolate, Callable function, Object item) {}

  private final Frozen frozen;
  private final Machine machine;
  private final Callable function;
  private final Object[] items;
  private final Object[] results;
  private final int limit;
  private final boolean keepsResults;
  private final String failurePrefix;
  private final PromiseValue promise;
  private int next;
  private int workers;

  /** How many results there are without a gap. */
  private int complete;

  /** The first item that has failed so far, or the number of items. */
  private int failed;

  private String failure;

  private Mapping(
      Isolate origin,
      ArrayValue items,
      Callable function,
      int limit,
      boolean keepsResults,
      String failurePrefix) {
    Snapshot moment = new Snapshot();
    this.frozen = new Frozen(origin, moment);
    this.machine = origin.machine();
    this.function = moment.detached(function);
    this.items = moment.detached(items).toObjects();
    this.results = new Object[this.items.length];
    this.failed = this.items.length;
    this.limit = limit;
    this.keepsResults = keepsResults;
    this.failurePrefix = failurePrefix;
    this.promise = origin.scheduler().promise();
  }

  /**
   * Starts the calls; what the function answers by promise is waited for. Each call is a task.
   *
   * @param limit how many calls may run at a time, above zero
   * @param keepsResults false resolves the promise with null
   * @param failurePrefix what stands before the message of a failed call
   */
  public static PromiseValue start(
      Isolate origin,
      ArrayValue items,
      Callable function,
      int limit,
      boolean keepsResults,
      String failurePrefix) {
    origin.machine().meter().use(Budget.TASKS, items.size);
    Mapping mapping = new Mapping(origin, items, function, limit, keepsResults, failurePrefix);
    mapping.settleWhenDone();
    mapping.addWorker();
    return mapping.promise;
  }

  private void addWorker() {
    synchronized (this) {
      if (workers == limit || next >= failed) {
        return;
      }
      workers++;
    }
    Call first = take();
    if (first != null) {
      machine.workers().start(() -> work(first));
    }
  }

  /** The next call, or null; it counts as running from here on. */
  private Call take() {
    int index;
    synchronized (this) {
      if (next >= failed) {
        return null;
      }
      index = next++;
    }
    Snapshot start = new Snapshot();
    Isolate isolate = frozen.thaw(start);
    Callable copy = start.detached(function);
    Call call = new Call(index, isolate, copy, start.detached(items[index]));
    machine.liveness().started(isolate);
    return call;
  }

  private void work(Call first) {
    AtomicReference<Call> following = new AtomicReference<>(first);
    while (following.get() != null) {
      Call call = following.getAndSet(null);
      Spawns.run(
          call.isolate,
          () -> {
            addWorker();
            perform(call);
            goOn(call, following);
          });
    }
  }

  /** Takes the next call; another thread gets it when this one has async functions to finish. */
  private void goOn(Call call, AtomicReference<Call> following) {
    Call next = take();
    if (next != null && call.isolate.scheduler().hasUnfinished()) {
      machine.workers().start(() -> work(next));
    } else {
      following.set(next);
    }
  }

  private void perform(Call call) {
    try {
      Object[] arguments = {call.item};
      succeeded(call.index, Spawns.call(call.isolate, call.function, arguments));
    } catch (RuffError error) {
      failed(call.index, error.getMessage());
    }
  }

  private synchronized void succeeded(int index, Object result) {
    results[index] = result;
    while (complete < results.length && results[complete] != null) {
      complete++;
    }
    settleWhenDone();
  }

  private synchronized void failed(int index, String message) {
    if (index < failed) {
      failed = index;
      failure = message;
    }
    settleWhenDone();
  }

  private synchronized void settleWhenDone() {
    if (complete < failed) {
      return;
    }
    if (failed < results.length) {
      promise.reject(failurePrefix + failure);
    } else {
      promise.resolve(keepsResults ? ArrayValue.of(results) : NullValue.NULL);
    }
  }
}

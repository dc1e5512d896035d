package ruff.stdlib.async;

import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.NativeContext;
import ruff.natives.Param;
import ruff.natives.Param.Ownership;
import ruff.task.PromiseValue;
import ruff.task.Scheduler;
import ruff.value.ArrayValue;
import ruff.value.RuffError;

/** Natives that join promises. */
public final class Promises {
  private Promises() {}

  @Native(
      name = "promise_all",
      aliases = {"await_all", "Promise.all"},
      family = Family.ASYNC,
      doc = "A promise of the results of several promises, in their order.",
      returns = "promise of array",
      arity = "Promise.all expects 1 to 2 arguments, got {got}",
      errors = {
        "Promise.all() array element I is not a Promise",
        "Promise.all() concurrency_limit must be > 0, got N",
        "Promise rejected: Promise I rejected: WHY"
      },
      example = "await promise_all([async_sleep(1)])",
      result = "[null]")
  public static PromiseValue promiseAll(
      NativeContext context,
      @Param(
              type = "array of promise",
              ownership = Ownership.BORROWED,
              error = "Promise.all() requires an array of promises")
          ArrayValue promises,
      @Param(
              optional = true,
              type = "int",
              error = "Promise.all() optional concurrency_limit must be an integer")
          Object limit) {
    for (int i = 0; i < promises.size; i++) {
      if (!(promises.get(i) instanceof PromiseValue)) {
        throw new RuffError("Promise.all() array element " + i + " is not a Promise");
      }
    }
    PoolSize.limit(context, "Promise.all", limit);
    return new Join(context.scheduler(), promises).result;
  }

  /** Several promises becoming one; all but the constructor runs under the monitor of promises. */
  private static final class Join {
    private final Scheduler scheduler;
    private final PromiseValue result;
    private final Object[] values;
    private int missing;

    Join(Scheduler scheduler, ArrayValue promises) {
      this.scheduler = scheduler;
      this.result = scheduler.promise();
      this.values = new Object[promises.size];
      this.missing = promises.size;
      if (missing == 0) {
        result.resolve(new ArrayValue());
      }
      for (int i = 0; i < promises.size; i++) {
        int index = i;
        PromiseValue promise = (PromiseValue) promises.get(i);
        promise.whenSettled(result, () -> settled(index, promise));
      }
    }

    private void settled(int index, PromiseValue promise) {
      if (promise.isRejected()) {
        result.reject("Promise " + index + " rejected: " + promise.rejectionText());
        return;
      }
      values[index] = promise.outcome(scheduler);
      missing--;
      if (missing == 0) {
        result.resolve(ArrayValue.of(values));
      }
    }
  }
}

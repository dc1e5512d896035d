package ruff.task;

import ruff.value.HandleValue;

/** A function that runs in the background; its result can be fetched once. */
public final class TaskHandleValue extends HandleValue {
  private final PromiseValue promise;
  private final Isolate isolate;
  private boolean consumed;

  /**
   * @param promise gets the result
   * @param isolate where the function runs
   */
  TaskHandleValue(PromiseValue promise, Isolate isolate) {
    this.promise = promise;
    this.isolate = isolate;
    promise.observe();
  }

  PromiseValue promise() {
    return promise;
  }

  void finished(Object result) {
    promise.resolve(result);
  }

  void failed(String reason) {
    promise.reject(reason);
  }

  /**
   * Lets a promise be settled with the result.
   *
   * @return false when another one was before
   */
  public boolean passTo(PromiseValue taker) {
    synchronized (this) {
      if (consumed) {
        return false;
      }
      consumed = true;
    }
    promise.whenSettled(taker, () -> promise.pass(taker));
    return true;
  }

  /**
   * Ends the task where it waits; its promise is rejected at once.
   *
   * @return false when it had ended or was cancelled already
   */
  public boolean cancel(String reason) {
    if (!promise.reject(reason)) {
      return false;
    }
    isolate.cancel();
    return true;
  }

  @Override
  public String typeName() {
    return "taskhandle";
  }

  @Override
  public String display() {
    return "<taskhandle>";
  }
}

package ruff.stdlib.async;

import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.NativeContext;
import ruff.natives.Param;
import ruff.policy.Capability;
import ruff.task.PromiseValue;
import ruff.task.Scheduler;
import ruff.value.NullValue;
import ruff.value.RuffError;

/** Natives that make promises settle by the clock. */
public final class Timers {
  private Timers() {}

  @Native(
      name = "async_sleep",
      family = Family.ASYNC,
      doc = "A promise that is resolved after some milliseconds; others go on meanwhile.",
      returns = "promise of null",
      arity = "{name}() expects 1 argument (milliseconds), got {got}",
      error = "{name}() requires an integer milliseconds argument",
      errors = "async_sleep() requires non-negative milliseconds, got N",
      capability = Capability.CLOCK,
      example = "await async_sleep(1)",
      result = "null")
  public static PromiseValue asyncSleep(NativeContext context, long milliseconds) {
    if (milliseconds < 0) {
      throw new RuffError("async_sleep() requires non-negative milliseconds, got " + milliseconds);
    }
    return context.scheduler().after(milliseconds, NullValue.NULL);
  }

  @Native(
      name = "async_timeout",
      family = Family.ASYNC,
      doc = "A promise that goes with another one, or is rejected when that takes too long.",
      returns = "promise of what the other gives",
      arity = "{name}() expects 2 arguments (promise, timeout_ms), got {got}",
      errors = {
        "async_timeout() requires positive timeout_ms, got N",
        "Promise rejected: Timeout after Nms",
        "Promise rejected: WHY"
      },
      capability = Capability.CLOCK,
      example = "await async_timeout(async_sleep(1), 1000)",
      result = "null")
  public static PromiseValue asyncTimeout(
      NativeContext context,
      @Param(type = "promise", error = "{name}() requires a Promise as first argument")
          PromiseValue promise,
      @Param(error = "{name}() requires an integer timeout_ms argument") long timeoutMs) {
    if (timeoutMs <= 0) {
      throw new RuffError("async_timeout() requires positive timeout_ms, got " + timeoutMs);
    }
    Scheduler scheduler = context.scheduler();
    PromiseValue result = scheduler.promise();
    PromiseValue timer = scheduler.after(timeoutMs, NullValue.NULL);
    timer.whenSettled(result, () -> result.reject("Timeout after " + timeoutMs + "ms"));
    promise.whenSettled(
        result,
        () -> {
          promise.pass(result);
          scheduler.stop(timer);
        });
    return result;
  }
}

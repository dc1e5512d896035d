package ruff.stdlib.async;

import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.NativeContext;
import ruff.natives.Param;
import ruff.task.PromiseValue;
import ruff.task.Spawns;
import ruff.task.TaskHandleValue;
import ruff.value.Callable;
import ruff.value.RuffError;

/** Natives for functions in the background. */
public final class Tasks {
  private static final String HANDLE = "{name}() requires a TaskHandle argument";
  private static final String ONE_HANDLE = "{name}() expects 1 argument (task handle), got {got}";

  private Tasks() {}

  @Native(
      name = "spawn_task",
      family = Family.ASYNC,
      doc = "Runs a function without parameters in parallel, on a copy of all variables.",
      returns = "taskhandle",
      arity = "{name}() expects 1 argument (async function), got {got}",
      error = "{name}() requires an async function argument",
      example = "type(spawn_task(func() { return 1 }))",
      result = "taskhandle")
  public static TaskHandleValue spawnTask(
      NativeContext context, @Param(name = "f") Callable function) {
    if (function.isNative()) {
      throw new RuffError("spawn_task() requires an async function argument");
    }
    return Spawns.task(context.scheduler().isolate(), function);
  }

  @Native(
      name = "await_task",
      family = Family.ASYNC,
      doc = "A promise of a task's result, which can be had once.",
      returns = "promise of the task's value",
      arity = ONE_HANDLE,
      error = HANDLE,
      errors = {
        "Promise rejected: WHY",
        "Promise rejected: Task handle already consumed",
        "Promise rejected: Task was cancelled"
      },
      example = "await await_task(spawn_task(func() { return 1 }))",
      result = "1")
  public static PromiseValue awaitTask(
      NativeContext context, @Param(type = "taskhandle") TaskHandleValue task) {
    PromiseValue result = context.scheduler().promise();
    if (!task.passTo(result)) {
      result.reject("Task handle already consumed");
    }
    return result;
  }

  @Native(
      name = "cancel_task",
      family = Family.ASYNC,
      doc = "Ends a task where it waits; answers whether it was still running.",
      returns = "bool",
      arity = ONE_HANDLE,
      error = HANDLE,
      example = "cancel_task(spawn_task(func() { sleep(60000) }))",
      result = "true")
  public static boolean cancelTask(@Param(type = "taskhandle") TaskHandleValue task) {
    return task.cancel("Task was cancelled");
  }
}

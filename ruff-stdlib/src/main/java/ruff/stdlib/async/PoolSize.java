package ruff.stdlib.async;

import java.util.concurrent.atomic.AtomicLong;
import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.NativeContext;
import ruff.natives.Param;
import ruff.value.RuffError;

/** How many calls run at a time where a program does not say so; one number per machine. */
public final class PoolSize {
  private static final long DEFAULT = 256;

  private final AtomicLong size = new AtomicLong(DEFAULT);

  private PoolSize() {}

  private static AtomicLong of(NativeContext context) {
    PoolSize known = context.memory().find(PoolSize.class);
    return (known != null ? known : context.memory().keep(PoolSize.class, new PoolSize())).size;
  }

  /**
   * Checks an optional limit.
   *
   * @param function what messages call the native
   * @param limit a Long, or null for the pool size
   */
  public static int limit(NativeContext context, String function, Object limit) {
    long chosen = limit == null ? of(context).get() : (Long) limit;
    if (chosen <= 0) {
      throw new RuffError(function + "() concurrency_limit must be > 0, got " + chosen);
    }
    return (int) Math.min(chosen, Integer.MAX_VALUE);
  }

  @Native(
      name = "set_task_pool_size",
      family = Family.ASYNC,
      doc = "Sets how many calls run at a time where no limit is given; answers the number before.",
      returns = "int",
      arity = "{name}() expects 1 argument (size), got {got}",
      error = "{name}() requires an integer size argument",
      errors = "set_task_pool_size() size must be > 0, got N",
      example = "set_task_pool_size(4)",
      result = "256")
  public static long setTaskPoolSize(NativeContext context, @Param(name = "size") long size) {
    if (size <= 0) {
      throw new RuffError("set_task_pool_size() size must be > 0, got " + size);
    }
    return of(context).getAndSet(size);
  }

  @Native(
      name = "get_task_pool_size",
      family = Family.ASYNC,
      doc = "How many calls run at a time where no limit is given.",
      returns = "int",
      arity = "{name}() expects 0 arguments, got {got}",
      example = "get_task_pool_size()",
      result = "256")
  public static long getTaskPoolSize(NativeContext context) {
    return of(context).get();
  }
}

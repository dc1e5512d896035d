package ruff.task;

import ruff.interpreter.FunctionValue;
import ruff.interpreter.Interpreter;
import ruff.interpreter.Strand;
import ruff.interpreter.SuspendedFrame;
import ruff.policy.Budget;

/** Starts async functions and waits for promises. */
public final class AsyncCalls {
  private AsyncCalls() {}

  /** Runs an async function up to its first wait; the answer is its promise. */
  public static Object start(Strand strand, FunctionValue function, Object[] frame) {
    strand.machine().meter().use(Budget.TASKS, 1);
    Scheduler scheduler = strand.isolate().scheduler();
    PromiseValue promise = scheduler.promise();
    scheduler.callStarted();
    new AsyncCall(function, frame, promise).resume(strand);
    return promise;
  }

  /**
   * The instruction AWAIT.
   *
   * @param suspended the frame when it can leave the interpreter, or null
   * @return the result, or {@link Interpreter#SUSPENDED}; a value that is no promise is its own
   *     result
   */
  public static Object await(Strand strand, Object value, SuspendedFrame suspended) {
    if (!(value instanceof PromiseValue promise)) {
      return value;
    }
    Scheduler scheduler = strand.isolate().scheduler();
    if (suspended instanceof AsyncCall call && !promise.isSettled()) {
      promise.whenSettled(scheduler, call);
      return Interpreter.SUSPENDED;
    }
    return scheduler.await(strand, promise);
  }
}

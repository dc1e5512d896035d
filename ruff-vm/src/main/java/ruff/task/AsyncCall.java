package ruff.task;

import ruff.interpreter.FunctionValue;
import ruff.interpreter.Interpreter;
import ruff.interpreter.Strand;
import ruff.interpreter.SuspendedFrame;
import ruff.interpreter.Throwing;
import ruff.value.RuffError;

/** A call of an async function that keeps its frame while it waits; it needs no thread. */
final class AsyncCall implements SuspendedFrame, Resumption {
  private final FunctionValue function;
  private final Object[] frame;
  private final PromiseValue promise;
  private int pc;

  AsyncCall(FunctionValue function, Object[] frame, PromiseValue promise) {
    this.function = function;
    this.frame = frame;
    this.promise = promise;
  }

  @Override
  public void suspendAt(int instruction) {
    pc = instruction;
  }

  /**
   * Goes on; on a thread when it may wait in the middle, be it because of code loaded meanwhile.
   */
  @Override
  public void resume(Strand strand) {
    Isolate isolate = strand.isolate();
    if (isolate.isThreaded() || function.code.needsThread) {
      new AsyncThread(isolate, function, frame, pc, promise).start(strand);
    } else {
      run(strand, isolate.scheduler());
    }
  }

  private void run(Strand strand, Scheduler scheduler) {
    int outer = strand.beginTask();
    try {
      Object result = Interpreter.run(strand, function, frame, pc, this);
      if (result != Interpreter.SUSPENDED) {
        promise.resolve(result);
        scheduler.callEnded();
      }
    } catch (RuffError error) {
      promise.reject(Throwing.asTaskValue(error));
      scheduler.callEnded();
    } finally {
      strand.endTask(outer);
    }
  }
}

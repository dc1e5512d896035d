package ruff.task;

import ruff.interpreter.FunctionValue;
import ruff.interpreter.Interpreter;
import ruff.interpreter.Strand;
import ruff.interpreter.Throwing;
import ruff.value.RuffError;

/**
 * A call of an async function on a thread of its own, so that functions that it calls can wait too.
 * Its strand has control only while no other strand of the isolate has.
 */
final class AsyncThread {
  private final Isolate isolate;
  private final FunctionValue function;
  private final Object[] frame;
  private final int start;
  private final PromiseValue promise;
  private Strand strand;

  /**
   * @param start the instruction to start with: 0, or where the call has waited so far
   */
  AsyncThread(
      Isolate isolate, FunctionValue function, Object[] frame, int start, PromiseValue promise) {
    this.isolate = isolate;
    this.function = function;
    this.frame = frame;
    this.start = start;
    this.promise = promise;
  }

  /** Runs the call until it waits or ends. */
  void start(Strand caller) {
    strand = new Strand(caller);
    strand.lend(new Strand.Lender(caller, Thread.currentThread()));
    isolate.hand(strand, null);
    isolate.machine().workers().start(this::run);
    isolate.awaitReturn(caller);
  }

  private void run() {
    try {
      isolate.enter();
      Workers.fit(strand);
      promise.resolve(Interpreter.run(strand, function, frame, start, null));
    } catch (RuffError error) {
      promise.reject(Throwing.asTaskValue(error));
    } catch (RuntimeException | Error signal) {
      isolate.end(signal);
    } finally {
      isolate.leave();
      if (isolate.current() == strand) {
        isolate.scheduler().callEnded();
        Strand.Lender lender = strand.takeLender();
        isolate.hand(lender.strand(), lender.thread());
      }
    }
  }
}

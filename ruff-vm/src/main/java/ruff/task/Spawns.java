package ruff.task;

import ruff.interpreter.Calls;
import ruff.interpreter.FunctionValue;
import ruff.interpreter.Machine;
import ruff.interpreter.Strand;
import ruff.natives.CancelSignal;
import ruff.natives.ExitSignal;
import ruff.policy.Budget;
import ruff.policy.DeniedException;
import ruff.value.Callable;
import ruff.value.RuffError;

/** Runs code beside the program, in isolates of its own. */
public final class Spawns {
  private static final Object[] NO_ARGUMENTS = {};

  private Spawns() {}

  /** The instruction SPAWN: starts a block on a snapshot of this moment. */
  public static void block(Strand strand, FunctionValue block) {
    strand.machine().meter().use(Budget.TASKS, 1);
    Snapshot moment = new Snapshot();
    Isolate isolate = new Frozen(strand.isolate(), moment).base();
    FunctionValue copy = moment.detached(block);
    start(isolate, () -> Calls.value(isolate.current(), copy, NO_ARGUMENTS));
  }

  /**
   * Starts a function without parameters as a task, on a snapshot of this moment.
   *
   * @param origin the isolate that starts it, which has control
   */
  public static TaskHandleValue task(Isolate origin, Callable function) {
    origin.machine().meter().use(Budget.TASKS, 1);
    Snapshot moment = new Snapshot();
    Isolate isolate = new Frozen(origin, moment).base();
    Callable copy = moment.detached(function);
    TaskHandleValue handle = new TaskHandleValue(origin.scheduler().promise(), isolate);
    start(isolate, () -> runTask(isolate, copy, handle));
    return handle;
  }

  private static void runTask(Isolate isolate, Callable function, TaskHandleValue handle) {
    try {
      handle.finished(call(isolate, function, NO_ARGUMENTS));
    } catch (RuffError error) {
      handle.failed(error.getMessage());
    }
  }

  /** Calls a function in an isolate; a promise that it answers is waited for. */
  static Object call(Isolate isolate, Callable function, Object[] arguments) {
    Strand strand = isolate.current();
    try {
      Object result = Calls.value(strand, function, arguments);
      if (result instanceof PromiseValue promise) {
        result = isolate.scheduler().await(strand, promise);
      }
      return new Snapshot().detached(result);
    } catch (DeniedException denied) {
      throw new RuffError(denied.getMessage());
    }
  }

  private static void start(Isolate isolate, Runnable code) {
    isolate.machine().liveness().started(isolate);
    isolate.machine().workers().start(() -> run(isolate, code));
  }

  /** Runs code as the first strand of an isolate to its end, on this thread. */
  static void run(Isolate isolate, Runnable code) {
    Machine machine = isolate.machine();
    try {
      isolate.enter();
      Workers.fit(isolate.current());
      code.run();
      isolate.scheduler().finish(isolate.current());
      isolate.scheduler().unobservedRejections().forEach(lost -> report(machine, lost.rejection()));
    } catch (RuffError error) {
      report(machine, error);
    } catch (ExitSignal exit) {
      exit(machine, exit);
    } catch (CancelSignal cancelled) {
      // Whoever cancelled it knows.
    } catch (RuntimeException | Error defect) {
      machine.liveness().endMain(defect);
    } finally {
      machine.liveness().ended(isolate);
    }
  }

  private static void report(Machine machine, RuffError error) {
    if (!machine.liveness().isOver()) {
      machine.background().failed(error);
    }
  }

  private static void exit(Machine machine, ExitSignal exit) {
    machine.background().exited(exit.status());
    machine.liveness().endMain(exit);
  }
}

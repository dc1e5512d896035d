package ruff.task;

import ruff.interpreter.Calls;
import ruff.interpreter.FunctionValue;
import ruff.interpreter.Strand;
import ruff.natives.ExitSignal;
import ruff.natives.NativeFunction;
import ruff.value.Callable;
import ruff.value.RuffError;

/** Runs code in isolates of its own, in parallel. */
public final class Spawns {
  private Spawns() {}

  /** The instruction SPAWN: starts a block on a snapshot of this moment. */
  public static void block(Strand strand, FunctionValue block) {
    Isolate origin = strand.isolate();
    Isolate target = origin.sibling();
    Snapshot snapshot = new Snapshot();
    target.setAllGlobals(snapshot.globals(origin.allGlobals()));
    FunctionValue copy = (FunctionValue) snapshot.detached(block);
    Liveness liveness = origin.machine().liveness();
    liveness.started(target);
    Thread.ofVirtual().start(() -> runBlock(target, copy));
  }

  private static void runBlock(Isolate isolate, FunctionValue block) {
    Strand strand = isolate.current();
    try {
      Calls.value(strand, block, new Object[0]);
      isolate.scheduler().finish(strand);
      for (PromiseValue lost : isolate.scheduler().unobservedRejections()) {
        isolate.machine().background().failed(lost.rejection());
      }
    } catch (RuffError error) {
      isolate.machine().background().failed(error);
    } catch (ExitSignal exit) {
      isolate.machine().background().exited(exit.status());
    } finally {
      isolate.machine().liveness().ended(isolate);
    }
  }

  /**
   * Calls a function in an isolate of its own on the calling thread; a promise that it answers is
   * waited for.
   *
   * @param origin the isolate whose globals the function starts with, not running meanwhile or
   *     copied
   */
  static Object callIsolated(Isolate origin, Callable function, Object... arguments) {
    Isolate isolate = origin.sibling();
    Snapshot snapshot = new Snapshot();
    isolate.setAllGlobals(snapshot.globals(origin.allGlobals()));
    Callable copy =
        function instanceof NativeFunction ? function : (Callable) snapshot.detached(function);
    Liveness liveness = origin.machine().liveness();
    liveness.started(isolate);
    try {
      Strand strand = isolate.current();
      Object result = Calls.value(strand, copy, arguments);
      return result instanceof PromiseValue promise
          ? isolate.scheduler().await(strand, promise)
          : result;
    } finally {
      liveness.ended(isolate);
    }
  }

  /**
   * A frozen copy of an isolate's globals, from which {@link #callIsolated} can start many times.
   */
  static Isolate frozen(Isolate origin) {
    Isolate frozen = origin.sibling();
    frozen.setAllGlobals(new Snapshot().globals(origin.allGlobals()));
    return frozen;
  }
}

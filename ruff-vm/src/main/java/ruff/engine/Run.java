package ruff.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ruff.compile.CompiledModule;
import ruff.host.Host;
import ruff.host.Watchdog;
import ruff.interpreter.Background;
import ruff.interpreter.Calls;
import ruff.interpreter.FunctionValue;
import ruff.interpreter.Machine;
import ruff.interpreter.Strand;
import ruff.module.ModuleInstance;
import ruff.natives.CancelSignal;
import ruff.natives.ExitSignal;
import ruff.policy.Budget;
import ruff.policy.BudgetSignal;
import ruff.policy.Limits;
import ruff.policy.Meter;
import ruff.task.Isolate;
import ruff.task.PromiseValue;
import ruff.value.RuffError;

/** One run of a program. */
final class Run {
  /** So many characters may be told about the end of a program that has no output left. */
  private static final long FREE_REPORT = 4_096;

  /** About so many stand around the message of an error. */
  private static final int FRAME_OF_REPORT = 200;

  /** The status of programs that a shell interrupts. */
  private static final int INTERRUPTED = 130;

  private final Machine machine;
  private final Limits limits;
  private final Isolate isolate;
  private final Path file;

  Run(EngineConfig config, Host host, Path file) {
    this.file = real(host, file);
    this.limits = config.limits();
    this.machine =
        new Machine(
            host,
            limits.any() ? config.policy().metered(meter(config)) : config.policy(),
            config.library(),
            config.arguments(),
            config.schedulerTimeoutMillis(),
            listener(config.background()),
            config.hotCode());
    this.isolate = new Isolate(machine, this.file, real(host, host.directory().current()));
  }

  private static Meter meter(EngineConfig config) {
    return new Meter(config.limits(), config.background()::exceeded);
  }

  static Path real(Host host, Path path) {
    try {
      return path == null ? null : host.sources().canonical(path);
    } catch (IOException gone) {
      return host.directory().current().resolve(path);
    }
  }

  private static Background listener(BackgroundListener background) {
    return new Background() {
      @Override
      public void failed(RuffError error) {
        background.failed(Failures.of(error));
      }

      @Override
      public void exited(int status) {
        background.exited(status);
      }
    };
  }

  /** Runs the program's top level and waits for its async functions. */
  Outcome execute(CompiledModule compiled) {
    ModuleInstance module = new ModuleInstance(machine.nextModuleIndex(), "", compiled, null, file);
    FunctionValue main = new FunctionValue(compiled.main(), module, new Object[0]);
    isolate.noteLoaded(compiled.main());
    machine.liveness().started(isolate);
    Watchdog watchdog = watchdog();
    try {
      isolate.enter();
      Strand strand = isolate.current();
      Calls.value(strand, main, new Object[0]);
      isolate.scheduler().finish(strand);
      return rejections();
    } catch (RuffError error) {
      return failed(error);
    } catch (CancelSignal interrupted) {
      return ended(isolate.ending(interrupted));
    } catch (RuntimeException | Error signal) {
      return ended(signal);
    } finally {
      if (watchdog != null) {
        watchdog.stop();
      }
      machine.host().stdout().count(null);
      machine.host().stderr().count(null);
      machine.liveness().ended(isolate);
      machine.liveness().shutDown();
      machine.workers().dismissIdle();
      machine.memory().close();
    }
  }

  /** The end by an error, which may only be how a part of the library took the end of a budget. */
  private Outcome failed(RuffError error) {
    try {
      machine.meter().check();
    } catch (BudgetSignal exceeded) {
      return ended(exceeded);
    }
    return failed(List.of(Failures.of(error)));
  }

  /** What is told about the end is free only so far as it is short: a program writes it. */
  private Outcome failed(List<Failure> failures) {
    long length = 0;
    for (Failure failure : failures) {
      length += FRAME_OF_REPORT + failure.message().length();
    }
    try {
      if (length > FREE_REPORT) {
        machine.meter().use(Budget.OUTPUT, length);
      }
    } catch (BudgetSignal exceeded) {
      return ended(exceeded);
    }
    return new Outcome.Failed(failures.getFirst(), failures.subList(1, failures.size()));
  }

  /** Starts what watches the clock and the heap, and counts output; null for no such budget. */
  private Watchdog watchdog() {
    Meter meter = machine.meter();
    if (limits.has(Budget.OUTPUT)) {
      machine.host().stdout().count(meter);
      machine.host().stderr().count(meter);
    }
    return Watchdog.isNeeded(limits)
        ? Watchdog.start(limits, budget -> machine.liveness().endMain(meter.end(budget)))
        : null;
  }

  /** What a throwable means that no program can catch; errors of the JVM go on. */
  private static Outcome ended(Throwable ending) {
    return switch (ending) {
      case ExitSignal exit -> new Outcome.Exited(exit.status());
      case BudgetSignal exceeded -> new Outcome.Failed(Failures.ofBudget(exceeded), List.of());
      case CancelSignal interrupted -> new Outcome.Exited(INTERRUPTED);
      case RuntimeException defect -> defect(defect);
      case StackOverflowError defect -> defect(defect);
      case AssertionError defect -> defect(defect);
      // The frames that filled the heap are gone by now: there is room to say so.
      case OutOfMemoryError _ -> new Outcome.Failed(Failures.ofExhaustion(), List.of());
      case Error fatal -> throw fatal;
      default -> throw new IllegalStateException(ending);
    };
  }

  private static Outcome defect(Throwable defect) {
    return new Outcome.Failed(Failures.ofDefect(defect), List.of());
  }

  private Outcome rejections() {
    List<Failure> failures = new ArrayList<>();
    for (PromiseValue lost : isolate.scheduler().unobservedRejections()) {
      failures.add(Failures.of(lost.rejection()));
    }
    return failures.isEmpty() ? new Outcome.Finished() : failed(failures);
  }
}

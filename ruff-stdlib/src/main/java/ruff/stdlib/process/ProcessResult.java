package ruff.stdlib.process;

import ruff.host.ProcessOutcome;
import ruff.value.Ints;
import ruff.value.Shape;
import ruff.value.StructDefinition;
import ruff.value.StructValue;

/** What natives tell about a program that has ended. */
final class ProcessResult {
  private static final Shape SHAPE =
      StructDefinition.ofLibrary("ProcessResult")
          .root()
          .with("exitcode")
          .with("stdout")
          .with("stderr")
          .with("success")
          .with("timed_out")
          .with("stdout_truncated")
          .with("stderr_truncated");

  private ProcessResult() {}

  static StructValue of(ProcessOutcome outcome) {
    Object[] slots = {
      Ints.box(outcome.exitCode()),
      Child.lossy(outcome.stdout()),
      Child.lossy(outcome.stderr()),
      outcome.exitCode() == 0 && !outcome.timedOut(),
      outcome.timedOut(),
      outcome.stdoutTruncated(),
      outcome.stderrTruncated()
    };
    return new StructValue(SHAPE, slots);
  }
}

package ruff.stdlib.process;

import java.util.List;
import ruff.host.ProcessOutcome;
import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.NativeContext;
import ruff.natives.Param;
import ruff.natives.Param.Ownership;
import ruff.policy.Capability;
import ruff.value.DictValue;
import ruff.value.RuffError;
import ruff.value.StructValue;

/** Natives that run shell commands. */
public final class Shell {
  private static final String ARITY = "{name}() expects 1-2 arguments (command, [options])";
  private static final String NOT_TEXT = "{name}() requires a string command";

  private Shell() {}

  @Native(
      name = "execute",
      family = Family.PROCESS,
      doc = "Runs a shell command and gives what it writes to standard output.",
      signatures = "execute(command: string, options?: dict)",
      returns = "string",
      arity = ARITY,
      errors = {
        "execute() command must not be empty; use spawn_process([...]) for structured argv"
            + " execution",
        "execute() command contains newline; use spawn_process([...]) for structured argv"
            + " execution",
        "execute() command contains NUL byte",
        "execute() timed out after Nms",
        "execute() output exceeded max_output_bytes (N)",
        "execute() command failed with exit code N: STDERR",
        ProcessOptions.UNKNOWN,
        ProcessOptions.TIMEOUT_ERROR,
        ProcessOptions.OUTPUT_ERROR,
        ProcessOptions.OUTPUT_TOO_LARGE,
        ProcessOptions.INHERIT_ERROR,
        ProcessOptions.NAMES_ERROR,
        ProcessOptions.NAME_ERROR,
        ProcessOptions.ENV_ERROR,
        ProcessOptions.ENV_VALUE_ERROR,
        ProcessOptions.CWD_ERROR,
        ProcessOptions.STDIN_ERROR,
        Child.SPAWN_FAILED
      },
      capability = Capability.SHELL_EXEC,
      resource = "command",
      example = "execute(\"printf hi\")",
      result = "hi")
  public static String execute(
      NativeContext context,
      @Param(error = NOT_TEXT) String command,
      @Param(optional = true, error = ProcessOptions.NOT_A_DICT, ownership = Ownership.BORROWED)
          DictValue options) {
    ProcessOptions chosen = checked("execute", command, options);
    ProcessOutcome outcome = run(context, "execute", command, chosen);
    if (outcome.timedOut()) {
      throw new RuffError("execute() timed out after " + chosen.timeoutMillis() + "ms");
    }
    if (outcome.stdoutTruncated() || outcome.stderrTruncated()) {
      throw new RuffError(
          "execute() output exceeded max_output_bytes (" + chosen.maxOutputBytes() + ")");
    }
    if (outcome.exitCode() != 0) {
      throw new RuffError(
          "execute() command failed with exit code "
              + outcome.exitCode()
              + ": "
              + Child.lossy(outcome.stderr()));
    }
    return Child.lossy(outcome.stdout());
  }

  @Native(
      name = "execute_status",
      family = Family.PROCESS,
      doc = "Runs a shell command and tells how it ended and what it wrote.",
      returns =
          "struct ProcessResult {exitcode: int, stdout: string, stderr: string, success: bool,"
              + " timed_out: bool, stdout_truncated: bool, stderr_truncated: bool}",
      arity = ARITY,
      errors = {
        "execute_status() command must not be empty; use spawn_process([...]) for structured argv"
            + " execution",
        "execute_status() command contains newline; use spawn_process([...]) for structured argv"
            + " execution",
        "execute_status() command contains NUL byte",
        ProcessOptions.UNKNOWN,
        ProcessOptions.TIMEOUT_ERROR,
        ProcessOptions.OUTPUT_ERROR,
        ProcessOptions.OUTPUT_TOO_LARGE,
        ProcessOptions.INHERIT_ERROR,
        ProcessOptions.NAMES_ERROR,
        ProcessOptions.NAME_ERROR,
        ProcessOptions.ENV_ERROR,
        ProcessOptions.ENV_VALUE_ERROR,
        ProcessOptions.CWD_ERROR,
        ProcessOptions.STDIN_ERROR,
        Child.SPAWN_FAILED
      },
      capability = Capability.SHELL_EXEC,
      resource = "command",
      example = "execute_status(\"exit 3\").exitcode",
      result = "3")
  public static StructValue executeStatus(
      NativeContext context,
      @Param(error = NOT_TEXT) String command,
      @Param(optional = true, error = ProcessOptions.NOT_A_DICT, ownership = Ownership.BORROWED)
          DictValue options) {
    ProcessOptions chosen = checked("execute_status", command, options);
    return ProcessResult.of(run(context, "execute_status", command, chosen));
  }

  private static ProcessOptions checked(String name, String command, DictValue options) {
    String otherwise = "; use spawn_process([...]) for structured argv execution";
    if (command.isBlank()) {
      throw new RuffError(name + "() command must not be empty" + otherwise);
    }
    if (command.indexOf('\n') >= 0 || command.indexOf('\r') >= 0) {
      throw new RuffError(name + "() command contains newline" + otherwise);
    }
    if (command.indexOf('\0') >= 0) {
      throw new RuffError(name + "() command contains NUL byte");
    }
    return ProcessOptions.of(options);
  }

  private static ProcessOutcome run(
      NativeContext context, String name, String command, ProcessOptions options) {
    Child child = new Child(context.processes(Capability.SHELL_EXEC, name), options);
    return child.run(List.of("sh", "-c", command));
  }
}

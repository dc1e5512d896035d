package ruff.stdlib.process;

import java.util.ArrayList;
import java.util.List;
import ruff.host.ProcessOutcome;
import ruff.host.ProcessRequest.Input;
import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.NativeContext;
import ruff.natives.Param;
import ruff.natives.Param.Ownership;
import ruff.policy.Capability;
import ruff.stdlib.crypto.PlainText;
import ruff.value.ArrayValue;
import ruff.value.DictValue;
import ruff.value.RuffError;
import ruff.value.StructValue;
import ruff.value.Text;

/** Natives that run programs without a shell. */
public final class Programs {
  private static final String NOT_ARGUMENTS =
      "spawn_process requires an array of command arguments";
  private static final String NOT_COMMANDS = "pipe_commands requires an array of command arrays";

  private Programs() {}

  @Native(
      name = "spawn_process",
      family = Family.PROCESS,
      doc = "Runs a program with arguments and tells how it ended and what it wrote.",
      returns =
          "struct ProcessResult {exitcode: int, stdout: string, stderr: string, success: bool,"
              + " timed_out: bool, stdout_truncated: bool, stderr_truncated: bool}",
      arity = "spawn_process requires an array of command arguments and optional options",
      errors = {
        "spawn_process requires a non-empty array of command arguments",
        "spawn_process requires an array of strings",
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
      capability = Capability.PROCESS_EXEC,
      resource = "argv",
      example = "spawn_process([\"printf\", \"%s\", \"a b\"]).stdout",
      result = "a b")
  public static StructValue spawnProcess(
      NativeContext context,
      @Param(type = "array of string", error = NOT_ARGUMENTS, ownership = Ownership.BORROWED)
          ArrayValue argv,
      @Param(
              optional = true,
              checkedFirst = true,
              error = ProcessOptions.NOT_A_DICT,
              ownership = Ownership.BORROWED)
          DictValue options) {
    ProcessOptions chosen = ProcessOptions.of(options);
    if (argv.size == 0) {
      throw new RuffError("spawn_process requires a non-empty array of command arguments");
    }
    List<String> command = words(argv, "spawn_process requires an array of strings");
    Child child = new Child(context.processes(Capability.PROCESS_EXEC, "spawn_process"), chosen);
    return ProcessResult.of(child.run(command));
  }

  private static List<String> words(ArrayValue array, String error) {
    List<String> words = new ArrayList<>(array.size);
    for (int i = 0; i < array.size; i++) {
      if (!Text.isText(array.get(i))) {
        throw new RuffError(error);
      }
      words.add(Text.of(array.get(i)));
    }
    return words;
  }

  @Native(
      name = "pipe_commands",
      family = Family.PROCESS,
      doc = "Runs programs one after the other, each reading what the one before has written.",
      returns = "string, the output of the last one",
      arity = "pipe_commands requires an array of command arrays and optional options",
      errors = {
        "pipe_commands requires a non-empty array of commands",
        "Each command array must not be empty",
        "Each command must be an array of strings",
        "Command 'LABEL' timed out after Nms",
        "Command 'LABEL' output exceeded max_output_bytes (N)",
        "Command 'LABEL' failed with exit code N: STDERR",
        "Failed to decode output as UTF-8: WHY",
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
      capability = Capability.PROCESS_EXEC,
      resource = "commands",
      example = "pipe_commands([[\"printf\", \"b\\na\\n\"], [\"sort\"]])",
      result = "a\nb\n")
  public static String pipeCommands(
      NativeContext context,
      @Param(
              type = "array of array of string",
              error = NOT_COMMANDS,
              ownership = Ownership.BORROWED)
          ArrayValue commands,
      @Param(optional = true, error = ProcessOptions.NOT_A_DICT, ownership = Ownership.BORROWED)
          DictValue options) {
    ProcessOptions chosen = ProcessOptions.of(options);
    List<List<String>> stages = stages(commands);
    Child child = new Child(context.processes(Capability.PROCESS_EXEC, "pipe_commands"), chosen);
    byte[] passed = chosen.input() == null ? new byte[0] : chosen.input();
    for (List<String> stage : stages) {
      passed = output(child.run(stage, new Input.Given(passed)), stage, chosen);
    }
    try {
      return PlainText.of(passed);
    } catch (PlainText.Malformed malformed) {
      throw new RuffError("Failed to decode output as UTF-8: " + malformed.getMessage());
    }
  }

  private static List<List<String>> stages(ArrayValue commands) {
    if (commands.size == 0) {
      throw new RuffError("pipe_commands requires a non-empty array of commands");
    }
    List<List<String>> stages = new ArrayList<>(commands.size);
    for (int i = 0; i < commands.size; i++) {
      if (!(commands.get(i) instanceof ArrayValue command)) {
        throw new RuffError(NOT_COMMANDS);
      }
      if (command.size == 0) {
        throw new RuffError("Each command array must not be empty");
      }
      stages.add(words(command, "Each command must be an array of strings"));
    }
    return stages;
  }

  private static byte[] output(
      ProcessOutcome outcome, List<String> command, ProcessOptions options) {
    String label = "Command '" + String.join(" ", command) + "'";
    if (outcome.timedOut()) {
      throw new RuffError(label + " timed out after " + options.timeoutMillis() + "ms");
    }
    if (outcome.stdoutTruncated() || outcome.stderrTruncated()) {
      throw new RuffError(
          label + " output exceeded max_output_bytes (" + options.maxOutputBytes() + ")");
    }
    if (outcome.exitCode() != 0) {
      throw new RuffError(
          label
              + " failed with exit code "
              + outcome.exitCode()
              + ": "
              + Child.lossy(outcome.stderr()));
    }
    return outcome.stdout();
  }
}

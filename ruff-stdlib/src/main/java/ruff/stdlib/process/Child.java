package ruff.stdlib.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import ruff.host.ProcessAccess;
import ruff.host.ProcessOutcome;
import ruff.host.ProcessRequest;
import ruff.host.ProcessRequest.Input;
import ruff.host.SystemError;
import ruff.natives.CancelSignal;
import ruff.value.RuffError;

/** Runs child processes for natives. */
final class Child {
  static final String SPAWN_FAILED = "Failed to spawn process 'LABEL': OSERR";

  private final ProcessAccess processes;
  private final ProcessOptions options;
  private final Map<String, String> environment;

  Child(ProcessAccess processes, ProcessOptions options) {
    this.processes = processes;
    this.options = options;
    this.environment = processes.environment(options.variables());
  }

  /** Runs a program that reads what the options say, else what the running program would. */
  ProcessOutcome run(List<String> command) {
    byte[] input = options.input();
    return run(command, input == null ? new Input.Inherited() : new Input.Given(input));
  }

  ProcessOutcome run(List<String> command, Input input) {
    ProcessRequest request =
        new ProcessRequest(
            command,
            environment,
            options.variables().set().get("PATH"),
            options.directory(),
            input,
            options.timeoutMillis(),
            options.maxOutputBytes());
    try {
      return processes.run(request);
    } catch (IOException failure) {
      throw new RuffError(
          "Failed to spawn process '"
              + String.join(" ", command)
              + "': "
              + SystemError.of(failure).text());
    } catch (InterruptedException stopped) {
      throw new CancelSignal();
    }
  }

  /** What a program wrote, bytes that are no text replaced. */
  static String lossy(byte[] output) {
    return new String(output, StandardCharsets.UTF_8);
  }
}

package ruff.conformance;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A way to start {@code ruff}. */
interface Launcher {
  /**
   * Runs one command line to its end.
   *
   * @param environment variables that the program sees
   * @throws AssertionError when it does not end in time
   */
  Observed run(
      List<String> arguments, Path directory, String input, Map<String, String> environment);
}

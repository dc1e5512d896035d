package ruff.cli;

import java.util.List;

/** The values of {@code --runtime}, which choose nothing: there is one engine. */
final class RuntimeName {
  private static final List<String> NAMES = List.of("interpreter", "vm", "dual");

  private RuntimeName() {}

  static void check(ParsedArguments arguments) throws UsageException {
    String name = arguments.value(Options.RUNTIME);
    if (name != null && !NAMES.contains(name)) {
      throw UsageException.invalidValue(
          name, Options.RUNTIME, "possible values are " + String.join(", ", NAMES));
    }
  }
}

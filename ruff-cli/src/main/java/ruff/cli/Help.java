package ruff.cli;

import java.util.ArrayList;
import java.util.List;

/** The help texts, made from the tables of commands and options. */
final class Help {
  private static final String RUN_USAGE =
      """
      Ruff runs scripts: fast to start, with no more rights than you give them.

      Usage: ruff [OPTIONS] FILE [ARGS...]
             ruff [OPTIONS] -e CODE [ARGS...]
             ruff COMMAND [OPTIONS] ...

      Commands:
      """;
  private static final String CLOSING =
      """

      'ruff help COMMAND' says more about one of them, 'ruff help editor' lists queries for editors.
      Options stand before FILE; what follows it belongs to the program.
      """;

  private Help() {}

  /** What {@code ruff} alone prints. */
  static String main() {
    StringBuilder text = new StringBuilder(RUN_USAGE);
    appendCommands(text, false);
    text.append("\nOptions:\n");
    List<Option> options = new ArrayList<>(Options.GLOBAL);
    options.addFirst(Options.CODE);
    appendOptions(text, options);
    return text.append(CLOSING).toString();
  }

  /** What {@code ruff help editor} prints. */
  static String editor() {
    StringBuilder text = new StringBuilder("Queries for editors without a language server:\n");
    appendCommands(text, true);
    return text.toString();
  }

  static String of(Command command) {
    StringBuilder text = new StringBuilder(command.summary()).append("\n\n");
    text.append("Usage: ").append(command.usage()).append('\n');
    if (!command.built()) {
      text.append("\nThis command is not built yet.\n");
    }
    text.append("\nOptions:\n");
    appendOptions(text, command.options());
    return text.toString();
  }

  private static void appendCommands(StringBuilder text, boolean forEditors) {
    for (Command command : Command.values()) {
      if (command.forEditors() == forEditors) {
        text.append(String.format("  %-18s %s\n", command.word(), command.summary()));
      }
    }
  }

  private static void appendOptions(StringBuilder text, List<Option> options) {
    for (Option option : options) {
      if (!option.hidden()) {
        text.append(String.format("  %-31s %s\n", signature(option), option.help()));
      }
    }
  }

  private static String signature(Option option) {
    String value = (option.takesValue() ? " " : "") + option.value();
    if (option == Options.CODE) {
      return option.name() + value;
    }
    String letter = option.letter().isEmpty() ? "    " : "-" + option.letter() + ", ";
    return letter + option.name() + value;
  }
}

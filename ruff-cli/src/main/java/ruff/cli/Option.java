package ruff.cli;

/**
 * An option of a command.
 *
 * @param name with its dashes, such as {@code --json}
 * @param letter the short form without its dash; empty when there is none
 * @param value the name of its value in help texts; empty for a switch; in brackets and behind an
 *     equals sign when it may be left out
 * @param help one line
 * @param hidden accepted, but not listed
 */
record Option(String name, String letter, String value, String help, boolean hidden) {
  static Option flag(String name, String help) {
    return new Option(name, "", "", help, false);
  }

  static Option flag(String name, String letter, String help) {
    return new Option(name, letter, "", help, false);
  }

  static Option valued(String name, String value, String help) {
    return new Option(name, "", value, help, false);
  }

  /** One that may stand alone, or with a value behind an equals sign. */
  static Option optional(String name, String value, String help) {
    return new Option(name, "", "[=" + value + "]", help, false);
  }

  Option asHidden() {
    return new Option(name, letter, value, help, true);
  }

  boolean takesValue() {
    return !value.isEmpty() && !mayTakeValue();
  }

  /** Whether a value may follow an equals sign. */
  boolean mayTakeValue() {
    return value.startsWith("[=");
  }

  /** As shown in messages: {@code --runtime <NAME>}. */
  String usage() {
    return takesValue() ? name + " <" + value + ">" : name;
  }
}

package ruff.cli;

/** Whether text is coloured, and how. */
enum Style {
  PLAIN,
  COLOURED;

  /** The roles that text plays in messages. */
  enum Ink {
    CODE("1;95"),
    SUBSYSTEM("96"),
    KIND("1;31"),
    MESSAGE("1"),
    LOCATION("94"),
    CARET("1;31"),
    HELP("93"),
    SUGGESTION("92"),
    NOTE("96"),
    HEADING("1;97"),
    GOOD("32"),
    BAD("31");

    private final String parameters;

    Ink(String parameters) {
      this.parameters = parameters;
    }
  }

  String paint(Ink ink, String text) {
    return this == PLAIN ? text : "\u001B[" + ink.parameters + "m" + text + "\u001B[0m";
  }
}

package ruff.cli;

import java.util.Map;

/**
 * Which standard streams are terminals, and whether to colour what goes there.
 *
 * @param attached the numbers of the streams that are terminals, such as {@code 012}; a Java
 *     process finds that out slowly, the launcher at once
 * @param environment for {@code NO_COLOR} and {@code CLICOLOR_FORCE}
 */
record Terminal(String attached, Map<String, String> environment) {
  /** The system property that the launcher sets. */
  static final String PROPERTY = "ruff.terminals";

  /** No terminal at all. */
  static final Terminal NONE = new Terminal("", Map.of());

  boolean standardOutput() {
    return attached.contains("1");
  }

  Style outputStyle() {
    return style(standardOutput());
  }

  Style errorStyle() {
    return style(attached.contains("2"));
  }

  private Style style(boolean terminal) {
    if (environment.containsKey("NO_COLOR")) {
      return Style.PLAIN;
    }
    boolean forced = "1".equals(environment.get("CLICOLOR_FORCE"));
    return terminal || forced ? Style.COLOURED : Style.PLAIN;
  }
}

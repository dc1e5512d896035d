package ruff.stdlib.toml;

/** A text is not TOML: the reason, and the index of the character where that shows. */
final class InvalidToml extends Exception {
  private static final long serialVersionUID = 1L;

  private final int index;

  InvalidToml(String reason, int index) {
    super(reason, null, false, false);
    this.index = index;
  }

  /** The position, the line with a mark below, and the reason. */
  String describe(String text) {
    int start = text.lastIndexOf('\n', index - 1) + 1;
    int end = text.indexOf('\n', start);
    String content = text.substring(start, end < 0 ? text.length() : end).stripTrailing();
    String line =
        Long.toString(text.substring(0, start).chars().filter(c -> c == '\n').count() + 1);
    int column = text.codePointCount(start, index) + 1;
    String margin = " ".repeat(line.length());
    return "TOML parse error at line %s, column %d\n%s |\n%s | %s\n%s | %s^\n%s\n"
        .formatted(
            line, column, margin, line, content, margin, " ".repeat(column - 1), getMessage());
  }
}

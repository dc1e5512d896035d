package ruff.parser;

/** Text under construction, with indentation. */
final class SourceWriter {
  private static final String LEVEL = "    ";

  private final StringBuilder text = new StringBuilder();
  private int level;

  SourceWriter write(String piece) {
    text.append(piece);
    return this;
  }

  /** Ends the line and indents the next. */
  void newline() {
    text.append('\n').append(LEVEL.repeat(level));
  }

  void indent() {
    level++;
  }

  void outdent() {
    level--;
  }

  int length() {
    return text.length();
  }

  char charAt(int index) {
    return text.charAt(index);
  }

  void insert(int index, String piece) {
    text.insert(index, piece);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}

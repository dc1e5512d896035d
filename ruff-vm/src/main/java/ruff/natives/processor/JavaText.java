package ruff.natives.processor;

/** Java source under construction: lines with their indentation, and literals. */
final class JavaText {
  private final StringBuilder text = new StringBuilder();
  private int depth;

  /**
   * A line; one that starts with a closing brace ends a level, one that ends with an opening brace
   * begins one.
   */
  JavaText line(String line) {
    if (line.startsWith("}")) {
      depth--;
    }
    if (!line.isEmpty()) {
      text.append("  ".repeat(depth)).append(line);
    }
    text.append('\n');
    if (line.endsWith("{")) {
      depth++;
    }
    return this;
  }

  static String literal(String value) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        default -> {
          if (c < ' ' || c > '~') {
            // Unicode escapes of line ends and quotes would act before the literal is read.
            out.append(String.format(c < 256 ? "\\%03o" : "\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.append('"').toString();
  }

  @Override
  public String toString() {
    return text.toString();
  }
}

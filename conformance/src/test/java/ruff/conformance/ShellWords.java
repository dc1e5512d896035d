package ruff.conformance;

import java.util.ArrayList;
import java.util.List;

/** Splits a line into words as a shell does: blanks separate, quotes and backslashes protect. */
final class ShellWords {
  private final String line;
  private final List<String> words = new ArrayList<>();
  private int at;

  private ShellWords(String line) {
    this.line = line;
  }

  static List<String> split(String line) {
    ShellWords words = new ShellWords(line.strip());
    while (words.at < words.line.length()) {
      words.word();
    }
    return words.words;
  }

  private void word() {
    StringBuilder word = new StringBuilder();
    while (at < line.length() && !Character.isWhitespace(line.charAt(at))) {
      char c = line.charAt(at++);
      switch (c) {
        case '\'' -> quoted(word, '\'');
        case '"' -> quoted(word, '"');
        case '\\' -> word.append(line.charAt(at++));
        default -> word.append(c);
      }
    }
    words.add(word.toString());
    while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
      at++;
    }
  }

  /** Inside double quotes a backslash protects the quote and itself. */
  private void quoted(StringBuilder word, char quote) {
    while (line.charAt(at) != quote) {
      char c = line.charAt(at++);
      boolean escape = c == '\\' && quote == '"' && "\"\\$`".indexOf(line.charAt(at)) >= 0;
      word.append(escape ? line.charAt(at++) : c);
    }
    at++;
  }
}

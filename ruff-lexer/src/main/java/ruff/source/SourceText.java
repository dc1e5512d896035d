package ruff.source;

import java.util.Arrays;

/**
 * The text of one source file and the map from offsets to lines.
 *
 * <p>A line ends at {@code \n}, {@code \r\n} or a lone {@code \r}. A byte order mark at the start
 * belongs to the text but to no line, so that it moves no column.
 */
public final class SourceText {
  public static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String name;
  private final String text;
  private final int[] lineStarts;

  /**
   * @param name the path as it is to be shown in messages
   */
  public SourceText(String name, String text) {
    this.name = name;
    this.text = text;
    this.lineStarts = findLineStarts(text);
  }

  public String name() {
    return name;
  }

  public String text() {
    return text;
  }

  /** The text between the ends of a span. */
  public String slice(Span span) {
    return text.substring(span.start(), span.end());
  }

  public int lineCount() {
    return lineStarts.length;
  }

  public Position position(int offset) {
    int line = lineOf(offset);
    int start = lineStarts[line - 1];
    int end = Math.min(offset, text.length());
    return new Position(line, text.codePointCount(start, Math.max(start, end)) + 1);
  }

  /** The line, from 1, that holds an offset. */
  public int lineOf(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found + 1 : Math.max(1, -found - 1);
  }

  /** The text of a line, from 1, without its line end. */
  public String line(int line) {
    int start = lineStarts[line - 1];
    int end = line < lineStarts.length ? lineStarts[line] : text.length();
    while (end > start && isLineEnd(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  private static int[] findLineStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
      starts[0] = 1;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends =
          c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
      if (ends) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }
}

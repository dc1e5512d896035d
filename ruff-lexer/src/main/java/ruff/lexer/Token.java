package ruff.lexer;

import java.util.List;
import ruff.source.Span;

/**
 * A token with the trivia before it.
 *
 * <p>All trivia and texts of a file's tokens, one after the other, are the file.
 *
 * @param text the characters of the span, as written
 * @param value a {@link Long} for INT, a {@link Double} for FLOAT, for the string kinds the {@link
 *     String} that the text stands for with escapes resolved; null for all others
 * @param leading what stands between the token before and this one
 * @param startsLine whether no other token stands before it on its line
 */
public record Token(
    TokenKind kind,
    Span span,
    String text,
    Object value,
    List<Trivia> leading,
    boolean startsLine) {
  private static final int LONGEST_QUOTE = 40;

  public int start() {
    return span.start();
  }

  public int end() {
    return span.end();
  }

  /** The value of an INT token. */
  public long intValue() {
    return (Long) value;
  }

  /** The value of a FLOAT token. */
  public double floatValue() {
    return (Double) value;
  }

  /** The value of a token of one of the string kinds. */
  public String stringValue() {
    return (String) value;
  }

  /** How messages name this token: {@code '{'}, {@code 'total'}, {@code 12}, {@code "text"}. */
  public String describe() {
    return switch (kind) {
      case IDENTIFIER -> "'" + text + "'";
      case INT, FLOAT, INVALID -> text;
      case STRING -> shortened(text, "\"");
      case STRING_OPEN -> shortened(text.substring(0, text.length() - 2), "") + "${...}\"";
      case STRING_MIDDLE, STRING_CLOSE -> TokenKind.RIGHT_BRACE.describe();
      default -> kind.describe();
    };
  }

  private static String shortened(String literal, String ending) {
    if (literal.length() <= LONGEST_QUOTE) {
      return literal;
    }
    int end = literal.offsetByCodePoints(0, literal.codePointCount(0, LONGEST_QUOTE));
    return literal.substring(0, end) + "..." + ending;
  }
}

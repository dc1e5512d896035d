package ruff.lexer;

import java.util.ArrayList;
import java.util.List;

/** Finds the longest operator or punctuation mark at a place; all of them are ASCII. */
final class SignTable {
  private static final int ASCII = 128;
  private static final TokenKind[][] BY_FIRST = index();

  private SignTable() {}

  static boolean startsWith(char c) {
    return c < ASCII && BY_FIRST[c].length > 0;
  }

  /** The longest sign that the text has at an offset, or null when it has none. */
  static TokenKind longestAt(String text, int offset) {
    char first = text.charAt(offset);
    if (first < ASCII) {
      for (TokenKind kind : BY_FIRST[first]) {
        if (text.startsWith(kind.spelling(), offset)) {
          return kind;
        }
      }
    }
    return null;
  }

  private static TokenKind[][] index() {
    TokenKind[][] table = new TokenKind[ASCII][];
    for (int c = 0; c < ASCII; c++) {
      List<TokenKind> kinds = new ArrayList<>();
      for (TokenKind kind : TokenKind.values()) {
        if (kind.isSign() && kind.spelling().charAt(0) == c) {
          kinds.add(kind);
        }
      }
      kinds.sort((a, b) -> Integer.compare(b.spelling().length(), a.spelling().length()));
      table[c] = kinds.toArray(TokenKind[]::new);
    }
    return table;
  }
}

package ruff.lexer;

import java.util.Arrays;

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
    Arrays.fill(table, new TokenKind[0]);
    for (TokenKind kind : TokenKind.values()) {
      if (kind.isSign()) {
        char first = kind.spelling().charAt(0);
        table[first] = withLongestFirst(table[first], kind);
      }
    }
    return table;
  }

  private static TokenKind[] withLongestFirst(TokenKind[] kinds, TokenKind added) {
    TokenKind[] more = Arrays.copyOf(kinds, kinds.length + 1);
    int at = kinds.length;
    while (at > 0 && kinds[at - 1].spelling().length() < added.spelling().length()) {
      more[at] = kinds[at - 1];
      at--;
    }
    more[at] = added;
    return more;
  }
}

package ruff.stdlib.database;

/** A place in the text of a statement; passes over what is quoted and over comments. */
final class SqlText {
  private final String sql;
  private int at;

  SqlText(String sql) {
    this.sql = sql;
  }

  /** Whether there is nothing but blanks, comments and semicolons. */
  static boolean isEmpty(String sql) {
    SqlText text = new SqlText(sql);
    while (!text.isAtEnd()) {
      char c = text.here();
      if (text.passComment()) {
        continue;
      }
      if (!Character.isWhitespace(c) && c != ';') {
        return false;
      }
      text.at++;
    }
    return true;
  }

  boolean isAtEnd() {
    return at >= sql.length();
  }

  int at() {
    return at;
  }

  char here() {
    return sql.charAt(at);
  }

  void skip(int count) {
    at = Math.min(sql.length(), at + count);
  }

  /** Passes over a comment that begins here. */
  boolean passComment() {
    if (sql.startsWith("--", at)) {
      int end = sql.indexOf('\n', at);
      at = end < 0 ? sql.length() : end + 1;
      return true;
    } else if (sql.startsWith("/*", at)) {
      passBlock();
      return true;
    }
    return false;
  }

  private void passBlock() {
    int depth = 0;
    do {
      if (sql.startsWith("/*", at)) {
        depth++;
        skip(2);
      } else if (sql.startsWith("*/", at)) {
        depth--;
        skip(2);
      } else {
        skip(1);
      }
    } while (depth > 0 && !isAtEnd());
  }

  /** Passes over a quoted text or name that begins here, in the way of PostgreSQL. */
  boolean passQuoted() {
    char quote = here();
    if (quote == '\'' || quote == '"') {
      boolean escapes = quote == '\'' && isEscaping();
      skip(1);
      while (!isAtEnd() && here() != quote) {
        skip(escapes && here() == '\\' ? 2 : 1);
      }
      skip(1);
      return true;
    }
    return quote == '$' && passDollars();
  }

  /** Whether an E stands alone before the quote. */
  private boolean isEscaping() {
    return at > 0
        && (sql.charAt(at - 1) == 'e' || sql.charAt(at - 1) == 'E')
        && (at == 1 || !isNamePart(sql.charAt(at - 2)));
  }

  private boolean passDollars() {
    int tagEnd = at + 1;
    while (tagEnd < sql.length() && isNamePart(sql.charAt(tagEnd)) && sql.charAt(tagEnd) != '$') {
      tagEnd++;
    }
    boolean isTag =
        tagEnd < sql.length()
            && sql.charAt(tagEnd) == '$'
            && !Character.isDigit(sql.charAt(at + 1))
            && !isInName();
    if (!isTag) {
      return false;
    }
    String tag = sql.substring(at, tagEnd + 1);
    int end = sql.indexOf(tag, tagEnd + 1);
    at = end < 0 ? sql.length() : end + tag.length();
    return true;
  }

  /** Whether the character before this one belongs to a name. */
  boolean isInName() {
    return at > 0 && isNamePart(sql.charAt(at - 1));
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }
}

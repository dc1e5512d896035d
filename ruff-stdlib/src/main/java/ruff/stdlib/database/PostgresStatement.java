package ruff.stdlib.database;

/**
 * A statement in the form that the driver takes: with question marks for placeholders, and without
 * what follows a semicolon.
 *
 * @param order the numbers of the placeholders in the order in which they stand, from 1
 * @param needed how many values there have to be
 */
record PostgresStatement(String sql, int[] order, int needed) {
  private static final int LARGEST = 65_535;

  /** Reads a statement with the placeholders {@code $1}, {@code $2} and so on. */
  static PostgresStatement of(String written) {
    StringBuilder sql = new StringBuilder(written.length());
    int[] order = new int[4];
    int count = 0;
    int needed = 0;
    SqlText text = new SqlText(written);
    while (!text.isAtEnd() && text.here() != ';') {
      int start = text.at();
      int number = placeholder(written, text);
      if (number > 0) {
        order = count == order.length ? java.util.Arrays.copyOf(order, count * 2) : order;
        order[count++] = number;
        needed = Math.max(needed, number);
        sql.append('?');
      } else if (text.passComment()) {
        sql.append(' ');
      } else if (text.passQuoted()) {
        sql.append(written, start, text.at()).append("");
      } else {
        sql.append(text.here() == '?' ? "??" : String.valueOf(text.here()));
        text.skip(1);
      }
    }
    return new PostgresStatement(sql.toString(), java.util.Arrays.copyOf(order, count), needed);
  }

  /** Passes over a placeholder and answers its number, or 0 and stays when there is none. */
  private static int placeholder(String written, SqlText text) {
    if (text.here() != '$' || text.isInName()) {
      return 0;
    }
    int end = text.at() + 1;
    long number = 0;
    while (end < written.length() && isDigit(written.charAt(end)) && number <= LARGEST) {
      number = number * 10 + written.charAt(end) - '0';
      end++;
    }
    if (number == 0 || number > LARGEST) {
      return 0;
    }
    text.skip(end - text.at());
    return (int) number;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}

package ruff.value;

/**
 * Strings of a program: rows of code points, held as {@code String} or {@link TextBuffer}.
 *
 * <p>Parameters of type Object are one of the two. Positions and lengths count code points. Length
 * and access by position cost constant time for text without surrogates, and nearly so for other
 * text.
 */
public final class Text {
  /** Strings up to here are counted anew each time. */
  private static final int SHORT = 64;

  /** Concatenation makes a plain string as long as the left side is shorter than this. */
  private static final int BUFFERED = 256;

  private static final String[] LATIN = latin();
  private static final String[] OTHERS = new String[1024];

  private Text() {}

  public static boolean isText(Object value) {
    return value instanceof String || value instanceof TextBuffer;
  }

  /** The text as a Java string. */
  public static String of(Object text) {
    return text instanceof String string ? string : text.toString();
  }

  /** The number of code points. */
  public static int length(Object text) {
    if (text instanceof String string) {
      int chars = string.length();
      return chars <= SHORT ? string.codePointCount(0, chars) : TextIndex.of(string).codePoints();
    }
    return ((TextBuffer) text).codePointCount();
  }

  /** Whether every char of the string is a code point, so that positions are indexes of chars. */
  public static boolean isPlain(String text) {
    int chars = text.length();
    return chars <= SHORT ? text.codePointCount(0, chars) == chars : TextIndex.of(text).isPlain();
  }

  /**
   * The string of the code point at a position; null when there is none.
   *
   * @param index counts from the end when negative
   */
  public static Object charAt(Object text, long index) {
    if (text instanceof String string && isPlain(string)) {
      int length = string.length();
      long at = index < 0 ? index + length : index;
      return at >= 0 && at < length ? ofChar(string.charAt((int) at)) : null;
    }
    return charAtOther(text, index);
  }

  private static Object charAtOther(Object text, long index) {
    int length = length(text);
    long at = index < 0 ? index + length : index;
    if (at < 0 || at >= length) {
      return null;
    }
    if (text instanceof TextBuffer buffer && buffer.length() == length) {
      return ofChar(buffer.charAt((int) at));
    }
    String string = of(text);
    return ofCodePoint(string.codePointAt(place(string, (int) at)));
  }

  /** The text from one position up to another, exclusive; both between 0 and the length. */
  public static String substring(Object text, int from, int to) {
    if (text instanceof TextBuffer buffer && buffer.codePointCount() == buffer.length()) {
      return buffer.subSequence(from, to);
    }
    String string = of(text);
    if (isPlain(string)) {
      return string.substring(from, to);
    }
    return string.substring(place(string, from), place(string, to));
  }

  /** The position of the first occurrence, or -1. */
  public static int indexOf(Object text, Object part) {
    String string = of(text);
    int place = string.indexOf(of(part));
    if (place <= 0 || string.length() <= SHORT) {
      return place <= 0 ? place : string.codePointCount(0, place);
    }
    return TextIndex.of(string).codePointAt(string, place);
  }

  /** The index of the char with which a position, up to the length, begins. */
  public static int place(String text, int position) {
    return text.length() <= SHORT
        ? text.offsetByCodePoints(0, position)
        : TextIndex.of(text).place(text, position);
  }

  /** One text behind another. */
  public static Object concat(Object left, Object right) {
    String piece = of(right);
    if (left instanceof String start) {
      return start.length() < BUFFERED || start.length() < piece.length()
          ? start.concat(piece)
          : TextBuffer.joining(start, piece);
    }
    return ((TextBuffer) left).append(piece);
  }

  /** Three texts one behind the other. */
  public static Object concat(Object first, Object second, Object third) {
    return first instanceof String a
            && a.length() < BUFFERED
            && second instanceof String b
            && third instanceof String c
        ? joined(a, b, c)
        : concat(concat(first, second), third);
  }

  /** HotSpot makes such a sum without a builder. */
  private static String joined(String first, String second, String third) {
    return first + second + third;
  }

  /** Negative, zero or positive by the order of code points. */
  public static int compare(Object left, Object right) {
    return Ordering.compareText(of(left), of(right));
  }

  public static boolean equal(Object left, Object right) {
    if (left instanceof String a && right instanceof String b) {
      return a.equals(b);
    }
    return ((CharSequence) left).length() == ((CharSequence) right).length()
        && of(left).equals(of(right));
  }

  /** The string of one code point. */
  public static String ofCodePoint(int codePoint) {
    return codePoint < LATIN.length ? LATIN[codePoint] : ofOther(codePoint);
  }

  /** The string of one char that is not part of a pair. */
  public static String ofChar(char unit) {
    return unit < 256 ? LATIN[unit] : ofOther(unit);
  }

  private static String ofOther(int codePoint) {
    int way = codePoint & (OTHERS.length - 1);
    String known = OTHERS[way];
    if (known == null || known.codePointAt(0) != codePoint) {
      known = Character.toString(codePoint);
      OTHERS[way] = known;
    }
    return known;
  }

  private static String[] latin() {
    String[] texts = new String[256];
    for (char unit = 0; unit < texts.length; unit++) {
      texts[unit] = String.valueOf(unit).intern();
    }
    return texts;
  }
}

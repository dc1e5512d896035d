package ruff.value;

/**
 * Boxes and decimal texts of ints.
 *
 * <p>Small values come from tables that fill as they are used: two boxes of one value may or may
 * not be the same object, so ints are never compared by identity. The tables are filled without a
 * lock; what is put in is immutable, so a lost race costs one object.
 */
public final class Ints {
  private static final int LOWEST = -1024;
  private static final int HIGHEST = 32767;
  private static final Long[] BOXES = new Long[HIGHEST - LOWEST + 1];
  private static final String[] TEXTS = new String[1024];

  private Ints() {}

  public static Long box(long value) {
    return Long.compareUnsigned(value - LOWEST, BOXES.length) < 0
        ? small(value)
        : Long.valueOf(value);
  }

  private static Long small(long value) {
    Long known = BOXES[(int) value - LOWEST];
    return known != null ? known : fill(value);
  }

  private static Long fill(long value) {
    Long made = Long.valueOf(value);
    BOXES[(int) value - LOWEST] = made;
    return made;
  }

  /** The decimal text, which is also the dict key that the int stands for. */
  public static String text(long value) {
    if (value < 0 || value >= TEXTS.length) {
      return Long.toString(value);
    }
    String known = TEXTS[(int) value];
    if (known == null) {
      known = Long.toString(value);
      TEXTS[(int) value] = known;
    }
    return known;
  }

  /**
   * The int whose decimal text this is, or null for every other text: {@code 007}, {@code +1} and
   * {@code -0} are nobody's text.
   */
  static Long parse(String text) {
    int length = text.length();
    if (length == 0 || length > 20 || !isDecimal(text)) {
      return null;
    }
    try {
      return box(Long.parseLong(text));
    } catch (NumberFormatException tooLarge) {
      return null;
    }
  }

  private static boolean isDecimal(String text) {
    int first = text.charAt(0) == '-' ? 1 : 0;
    if (first == text.length()) {
      return false;
    }
    if (text.charAt(first) == '0') {
      return text.length() == 1;
    }
    for (int i = first; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}

package ruff.stdlib.regex;

/** The short names of Unicode's general categories. */
final class GeneralCategory {
  /** By the numbers that {@link Character#getType(int)} gives, two characters each. */
  private static final String NAMES =
      "CnLuLlLtLmLoMnMeMcNdNlNoZsZlZpCcCf--CoCsPdPsPePcPoSmScSkSoPiPf";

  private GeneralCategory() {}

  static String of(int codePoint) {
    int type = Character.getType(codePoint);
    return NAMES.substring(2 * type, 2 * type + 2);
  }
}

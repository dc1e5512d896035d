package ruff.parser;

/** What the parser refuses, to keep every later stage safe from deep or huge trees. */
public final class ParseLimits {
  /** UTF-8 bytes of one source text. */
  public static final int SOURCE_BYTES = 1_048_576;

  /** Levels of parentheses, literals, unary operators, calls and the like. */
  public static final int EXPRESSION_DEPTH = 256;

  public static final int BLOCK_DEPTH = 128;

  /** Elements of an array or dictionary literal. */
  public static final int LITERAL_ELEMENTS = 4096;

  private ParseLimits() {}
}

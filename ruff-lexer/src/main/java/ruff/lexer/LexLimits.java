package ruff.lexer;

/** How long single tokens may be, in characters (code points). */
public final class LexLimits {
  public static final int IDENTIFIER_LENGTH = 256;

  /** Of one run of text in a string, between its quotes and interpolations, escapes resolved. */
  public static final int STRING_LENGTH = 8192;

  public static final int NUMBER_LENGTH = 512;

  private LexLimits() {}
}

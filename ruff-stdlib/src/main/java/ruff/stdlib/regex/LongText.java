package ruff.stdlib.regex;

import ruff.natives.CancelSignal;

/** A text so long that a search in it has to notice when the program is to end. */
final class LongText implements CharSequence {
  private static final int LENGTH = 1 << 20;
  private static final int READS_BETWEEN_CHECKS = 0xFFFF;

  private final String text;
  private int reads;

  private LongText(String text) {
    this.text = text;
  }

  /** The text itself when it is not long. */
  static CharSequence of(String text) {
    return text.length() < LENGTH ? text : new LongText(text);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    if ((++reads & READS_BETWEEN_CHECKS) == 0) {
      CancelSignal.check();
    }
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}

package ruff.value;

import java.util.Objects;

/**
 * A long string made by appending: a view on the first characters of a store that several views
 * share. What a view shows never changes, so it is a string like any other.
 *
 * <p>Appending to the view that reaches to the end of what the store holds writes behind it and
 * answers a longer view; every other view gets a store of its own. That makes {@code s += x} linear
 * over a loop, and leaves older values of {@code s} as they are.
 *
 * <p>A buffer belongs to the isolate that made it; what goes to another one goes as a plain string
 * ({@code ruff.task.Snapshot}).
 */
public final class TextBuffer implements CharSequence {
  private static final int LARGEST = Integer.MAX_VALUE - 8;

  /**
   * The characters of all views, which are shared; those behind a view's length belong to others.
   */
  private final StringBuilder store;

  private final int length;
  private final int codePoints;

  /** The same text as a string, once somebody has asked. */
  private String text;

  private TextBuffer(StringBuilder store, int length, int codePoints) {
    this.store = store;
    this.length = length;
    this.codePoints = codePoints;
  }

  /** A buffer that holds two texts. */
  static TextBuffer joining(String left, String right) {
    StringBuilder store = new StringBuilder(joined(left.length(), right.length()));
    store.append(left);
    return new TextBuffer(store, left.length(), left.codePointCount(0, left.length()))
        .append(right);
  }

  /** The text with another behind it. */
  TextBuffer append(String piece) {
    int count = piece.length();
    int longer = joined(length, count);
    StringBuilder target = store;
    if (target.length() != length) {
      target = new StringBuilder((int) Math.min(LARGEST, longer * 2L)).append(toString());
    }
    target.append(piece);
    return new TextBuffer(target, longer, codePoints + piece.codePointCount(0, count));
  }

  private static int joined(int length, int count) {
    if (length > LARGEST - count) {
      throw new OutOfMemoryError("string too large");
    }
    return length + count;
  }

  /** The number of code points. */
  int codePointCount() {
    return codePoints;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public char charAt(int index) {
    if (index >= length) {
      throw new StringIndexOutOfBoundsException(index);
    }
    return store.charAt(index);
  }

  @Override
  public String subSequence(int start, int end) {
    Objects.checkFromToIndex(start, end, length);
    return store.substring(start, end);
  }

  @Override
  public String toString() {
    String known = text;
    if (known == null) {
      known = store.substring(0, length);
      text = known;
    }
    return known;
  }
}

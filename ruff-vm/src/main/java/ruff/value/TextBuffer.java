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
 * <p>Views may be read by any thread: the characters below a view's length are written before the
 * view is made and never again, and the view's fields are final. Only the thread that made a store
 * writes to it; other threads copy at their first append.
 */
public final class TextBuffer implements CharSequence {
  /** Characters in a row; those below {@code used} belong to some view. */
  private static final class Store {
    final char[] chars;
    final long owner = Thread.currentThread().threadId();
    int used;

    Store(int capacity) {
      chars = new char[capacity];
    }
  }

  private static final int LARGEST = Integer.MAX_VALUE - 8;

  private final Store store;
  private final int length;
  private final int codePoints;

  /** The same text as a string, once somebody has asked; any thread may set it. */
  private String text;

  private TextBuffer(Store store, int length, int codePoints) {
    this.store = store;
    this.length = length;
    this.codePoints = codePoints;
  }

  /** A buffer that holds two texts; room for more comes with the first append. */
  static TextBuffer joining(String left, String right) {
    int length = left.length();
    Store store = new Store(joined(length, right.length()));
    left.getChars(0, length, store.chars, 0);
    store.used = length;
    return new TextBuffer(store, length, left.codePointCount(0, length)).append(right);
  }

  /** The text with another behind it. */
  TextBuffer append(String piece) {
    int count = piece.length();
    Store target = store;
    if (target.used != length
        || target.chars.length - length < count
        || target.owner != Thread.currentThread().threadId()) {
      target = moved(count);
    }
    piece.getChars(0, count, target.chars, length);
    target.used = length + count;
    return new TextBuffer(target, length + count, codePoints + piece.codePointCount(0, count));
  }

  private Store moved(int count) {
    Store own = new Store((int) Math.min(LARGEST, joined(length, count) * 2L));
    System.arraycopy(store.chars, 0, own.chars, 0, length);
    return own;
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
    return store.chars[index];
  }

  @Override
  public String subSequence(int start, int end) {
    Objects.checkFromToIndex(start, end, length);
    return new String(store.chars, start, end - start);
  }

  @Override
  public String toString() {
    String known = text;
    if (known == null) {
      known = new String(store.chars, 0, length);
      text = known;
    }
    return known;
  }
}

package ruff.value;

/**
 * The value {@code null} of a program; Java's own null means "undefined" in registers and cells.
 */
public final class NullValue {
  public static final NullValue NULL = new NullValue();

  private NullValue() {}

  @Override
  public String toString() {
    return "null";
  }
}

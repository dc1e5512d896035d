package ruff.jit.emit;

/**
 * Carries the result of a function whose compiled code promised a primitive result, and that has
 * ended in the interpreter with another one.
 */
public final class WrongResult extends Error {
  private static final long serialVersionUID = 1L;

  /** The result. */
  public final transient Object value;

  public WrongResult(Object value) {
    super(null, null, false, false);
    this.value = value;
  }

  /** The result as the int that was promised. */
  public static long asInt(Object value) {
    if (value instanceof Long number) {
      return number;
    }
    throw new WrongResult(value);
  }

  /** The result as the float that was promised. */
  public static double asFloat(Object value) {
    if (value instanceof Double number) {
      return number;
    }
    throw new WrongResult(value);
  }

  /** The result as the bool that was promised. */
  public static boolean asBool(Object value) {
    if (value instanceof Boolean truth) {
      return truth;
    }
    throw new WrongResult(value);
  }
}

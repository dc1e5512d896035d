package ruff.value;

/** Anything that can be called with arguments: functions, closures, bound methods, natives. */
public abstract class Callable {
  /**
   * The name as messages and stacks show it, such as {@code area}, {@code Rect.area}, {@code
   * <lambda>}.
   */
  public abstract String name();

  /** Whether display and the debug form call it native. */
  public boolean isNative() {
    return false;
  }

  /** The name, for the disassembler. */
  @Override
  public final String toString() {
    return name();
  }
}

package ruff.value;

import java.util.function.UnaryOperator;

/** A shared reference to something with state: equal only to itself. */
public abstract class HandleValue {
  /** The answer of {@code type(value)}. */
  public abstract String typeName();

  /**
   * The value of a field, or Java null for a handle without fields.
   *
   * @throws RuffError when this kind of handle has fields and none of that name
   */
  public Object field(String name) {
    return null;
  }

  /** The error about a method that this kind of handle lacks, or Java null for the usual one. */
  public RuffError noMethod(String name) {
    return null;
  }

  /**
   * This value for another isolate: itself, unless it holds values that must not be shared.
   *
   * @param detach makes a value that can be given away of one that it holds
   */
  public HandleValue detached(UnaryOperator<Object> detach) {
    return this;
  }

  /** The text that printing shows, such as {@code <channel>}. */
  public abstract String display();
}

package ruff.value;

/** A shared reference to something with state: equal only to itself. */
public abstract class HandleValue {
  /** The answer of {@code type(value)}. */
  public abstract String typeName();

  /** The text that printing shows, such as {@code <channel>}. */
  public abstract String display();
}

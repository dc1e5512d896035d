package ruff.resolve;

/** The names that exist outside every file: native functions and constants. */
public interface Predefined {
  /** The value of a predefined name, or null when there is none. */
  Object value(String name);

  /** All predefined names. */
  Iterable<String> names();

  /** Whether the name is a native function that may change its argument of that number in place. */
  boolean consumes(String name, int argument);

  /** Whether the name is a native function that takes packed texts as they are. */
  default boolean takesPacked(String name) {
    return false;
  }
}

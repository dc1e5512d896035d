package ruff.compile;

/**
 * The constant behind a name that has no meaning where it stands.
 *
 * @param suggestion the nearest visible name, or null
 */
public record UndefinedName(String name, String suggestion) {
  /** The message that it raises. */
  public String message() {
    return "Undefined variable: " + name;
  }

  @Override
  public String toString() {
    return message();
  }
}

package ruff.natives;

/**
 * How many arguments a function takes.
 *
 * @param maximum {@link #UNBOUNDED} when there is no upper limit
 */
public record Arity(int minimum, int maximum) {
  public static final int UNBOUNDED = Integer.MAX_VALUE;

  public boolean accepts(int count) {
    return count >= minimum && count <= maximum;
  }

  /** What stands between the parentheses of a method that has its receiver as first parameter. */
  public Arity withoutReceiver() {
    return new Arity(minimum - 1, maximum == UNBOUNDED ? UNBOUNDED : maximum - 1);
  }

  /** Such as {@code 2}, {@code 0 to 1}, {@code at least 1}. */
  public String count() {
    if (maximum == UNBOUNDED) {
      return "at least " + minimum;
    }
    return minimum == maximum ? Integer.toString(minimum) : minimum + " to " + maximum;
  }

  /** {@link #count} with its noun, such as {@code 1 argument}, {@code 0 to 1 arguments}. */
  public String counted() {
    boolean single = minimum == 1 && (maximum == 1 || maximum == UNBOUNDED);
    return count() + (single ? " argument" : " arguments");
  }
}

package ruff.value;

import java.util.List;
import java.util.Map;

/**
 * What {@code except} binds: a struct named {@code Error} that remembers where the error came from,
 * so that it can be thrown again without loss.
 */
public final class ErrorValue extends StructValue {
  private static final StructDefinition DEFINITION =
      new StructDefinition("Error", Map.of(), Map.of());
  private static final Shape SHAPE = DEFINITION.root().with("message").with("line").with("stack");

  private final List<RuffError.Frame> origin;
  private final String suggestion;

  private ErrorValue(Shape shape, Object[] slots, List<RuffError.Frame> origin, String suggestion) {
    super(shape, slots);
    this.origin = origin;
    this.suggestion = suggestion;
  }

  private ErrorValue(ErrorValue original) {
    super(original);
    this.origin = original.origin;
    this.suggestion = original.suggestion;
  }

  /**
   * @param line from 1, or 0 when unknown
   * @param stack names of the active functions, outermost first
   * @param origin the frames of these functions and of the file, innermost first
   */
  public static ErrorValue of(
      String message,
      long line,
      ArrayValue stack,
      List<RuffError.Frame> origin,
      String suggestion) {
    Object[] slots = {message, Ints.box(line), stack};
    return new ErrorValue(SHAPE, slots, origin, suggestion);
  }

  /** The message, also when the program has put something else there. */
  public String message() {
    Object message = get("message");
    return message instanceof CharSequence text ? text.toString() : Display.text(message);
  }

  public List<RuffError.Frame> origin() {
    return origin;
  }

  /** A name that may have been meant, or null. */
  public String suggestion() {
    return suggestion;
  }

  @Override
  public ErrorValue copy() {
    return new ErrorValue(this);
  }
}

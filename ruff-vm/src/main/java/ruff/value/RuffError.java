package ruff.value;

import java.util.ArrayList;
import java.util.List;
import ruff.source.Position;

/**
 * An error on its way through the program. It carries no Java stack trace: every frame that it leaves
 * adds itself.
 */
public final class RuffError extends RuntimeException {
  /** A function that was active, with the place it had reached. */
  public record Frame(String function, String file, Position position) {}

  private final transient StructValue value;
  private final transient List<Frame> frames = new ArrayList<>();

  /**
   * @param value what {@code except} binds, or null when it has still to be made from the message
   */
  public RuffError(String message, StructValue value) {
    super(message, null, false, false);
    this.value = value;
  }

  public RuffError(String message) {
    this(message, null);
  }

  /** What {@code throw} was given a struct for, or null. */
  public StructValue value() {
    return value;
  }

  /** The frames left so far, innermost first. */
  public List<Frame> frames() {
    return frames;
  }
}

package ruff.value;

import java.util.ArrayList;
import java.util.List;
import ruff.bytecode.Prototype;

/**
 * An error on its way through the program. It carries no Java stack trace: every frame that it
 * leaves adds itself.
 */
public final class RuffError extends RuntimeException {
  /** A function that was active, with the instruction it had reached. */
  public record Frame(Prototype code, int pc) {}

  private final transient Object thrown;
  private transient String suggestion;
  private final transient List<Frame> frames = new ArrayList<>(4);

  /**
   * @param thrown the value that the program threw: a caught error is thrown again; null for errors
   *     of the language and of natives
   */
  public RuffError(String message, Object thrown) {
    super(message, null, false, false);
    this.thrown = thrown;
  }

  public RuffError(String message) {
    this(message, null);
  }

  /** An error about a name, with the name that may have been meant, or null. */
  public static RuffError ofName(String message, String suggestion) {
    RuffError error = new RuffError(message);
    error.suggestion = suggestion;
    return error;
  }

  /** What the program threw, or null. */
  public Object thrown() {
    return thrown;
  }

  /** The error that was caught before and is thrown again, or null. */
  public ErrorValue rethrown() {
    return thrown instanceof ErrorValue error ? error : null;
  }

  /** A name that may have been meant, or null. */
  public String suggestion() {
    return suggestion;
  }

  /** The frames left so far, innermost first, since it was first thrown. */
  public List<Frame> frames() {
    return frames;
  }
}

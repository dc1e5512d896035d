package ruff.engine;

import java.util.List;

/** How a program ended. */
public sealed interface Outcome {
  record Finished() implements Outcome {}

  /**
   * The program asked to end.
   *
   * @param status 0 to 255
   */
  record Exited(int status) implements Outcome {}

  /**
   * @param more rejections that nobody waited for, in the order of their creation
   */
  record Failed(Failure failure, List<Failure> more) implements Outcome {}
}

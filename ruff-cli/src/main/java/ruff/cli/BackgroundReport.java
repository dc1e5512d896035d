package ruff.cli;

import java.util.List;
import ruff.cli.RunRequest.Errors;
import ruff.engine.BackgroundListener;
import ruff.engine.Failure;

/** Shows what happens in spawned blocks. */
final class BackgroundReport implements BackgroundListener {
  private final Streams streams;
  private final boolean alone;
  private final Errors errors;

  private BackgroundReport(Streams streams, boolean alone, Errors errors) {
    this.streams = streams;
    this.alone = alone;
    this.errors = errors;
  }

  /**
   * For a program that has the process to itself: a block that asks for its end gets it at once.
   */
  static BackgroundReport alone(Streams streams, Errors errors) {
    return new BackgroundReport(streams, true, errors);
  }

  /** For one of several programs: a block ends its own program only, as soon as that one waits. */
  static BackgroundReport amongOthers(Streams streams) {
    return new BackgroundReport(streams, false, Errors.TEXT);
  }

  @Override
  public void failed(Failure failure) {
    streams.complain(failure);
  }

  /** Ends the process, if it is ours, at once: nothing that the program does can delay it. */
  @Override
  public void exceeded(String message) {
    if (streams.ownsProcess()) {
      streams.endWith(text(message), errors);
    }
  }

  /** The end of a budget as it is shown. */
  String text(String message) {
    Failure failure = new Failure(message, null, null, null, null, null, List.of(), false);
    return errors == Errors.TEXT
        ? streams.text(failure)
        : Json.write(Envelopes.runtimeError(failure));
  }

  @Override
  public void exited(int status) {
    if (alone) {
      streams.host().stdout().flush();
      streams.host().stderr().flush();
      ProcessEnd.now(status);
    }
  }
}

package ruff.cli;

import ruff.engine.BackgroundListener;
import ruff.engine.Failure;

/** Shows what happens in spawned blocks. */
final class BackgroundReport implements BackgroundListener {
  private final Streams streams;
  private final boolean alone;

  private BackgroundReport(Streams streams, boolean alone) {
    this.streams = streams;
    this.alone = alone;
  }

  /**
   * For a program that has the process to itself: a block that asks for its end gets it at once.
   */
  static BackgroundReport alone(Streams streams) {
    return new BackgroundReport(streams, true);
  }

  /** For one of several programs: a block ends its own program only, as soon as that one waits. */
  static BackgroundReport amongOthers(Streams streams) {
    return new BackgroundReport(streams, false);
  }

  @Override
  public void failed(Failure failure) {
    streams.complain(failure);
  }

  @Override
  public void exited(int status) {
    if (alone) {
      streams.host().stdout().flush();
      streams.host().stderr().flush();
      Runtime.getRuntime().halt(status);
    }
  }
}

package ruff.cli;

import ruff.engine.BackgroundListener;
import ruff.engine.Failure;

/** Shows what happens in spawned blocks, and ends the process when one asks for it. */
final class BackgroundReport implements BackgroundListener {
  private final Streams streams;

  BackgroundReport(Streams streams) {
    this.streams = streams;
  }

  @Override
  public void failed(Failure failure) {
    streams.complain(failure);
  }

  @Override
  public void exited(int status) {
    streams.host().stdout().flush();
    streams.host().stderr().flush();
    Runtime.getRuntime().halt(status);
  }
}

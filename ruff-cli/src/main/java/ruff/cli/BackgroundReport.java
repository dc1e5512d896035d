package ruff.cli;

import java.util.List;
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

  /** Ends the process at once: nothing that the program does can delay it. */
  @Override
  public void exceeded(String message) {
    streams.flushBriefly();
    Failure failure = new Failure(message, null, null, null, null, null, List.of(), false);
    streams.complainUnflushed(failure);
    Runtime.getRuntime().halt(ExitStatus.RUNTIME);
  }

  @Override
  public void exited(int status) {
    streams.host().stdout().flush();
    streams.host().stderr().flush();
    Runtime.getRuntime().halt(status);
  }
}

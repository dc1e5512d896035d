package ruff.interpreter;

import ruff.value.RuffError;

/** Who hears of what ends a spawned block; called by the block's own thread. */
public interface Background {
  /** An error that nothing caught. */
  void failed(RuffError error);

  /** The program asked to end. */
  void exited(int status);
}

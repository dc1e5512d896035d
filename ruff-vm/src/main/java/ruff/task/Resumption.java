package ruff.task;

import ruff.interpreter.Strand;

/** Something that can go on: a suspended call, or a strand that waits. */
interface Resumption {
  /** Goes on, on the given strand or by handing control to another. */
  void resume(Strand current);
}

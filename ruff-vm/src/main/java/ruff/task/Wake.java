package ruff.task;

import ruff.interpreter.Strand;

/** The end of a strand's waiting; made by the thread that is going to wait. */
final class Wake implements Resumption {
  private final Strand strand;
  private final Thread thread = Thread.currentThread();
  private boolean due;

  Wake(Strand strand) {
    this.strand = strand;
  }

  boolean isDue() {
    return due;
  }

  /**
   * Lets the strand go on. One that waits deeper on the same stack notices by itself; one on
   * another thread gets control, and gives it back when it waits again or ends.
   */
  @Override
  public void resume(Strand current) {
    due = true;
    if (current != strand) {
      strand.lend(new Strand.Lender(current, Thread.currentThread()));
      strand.isolate().hand(strand, thread);
      strand.isolate().awaitReturn(current);
    }
  }
}

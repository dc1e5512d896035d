package ruff.task;

import ruff.interpreter.Strand;

/** The end of a strand's waiting. */
final class Wake implements Resumption {
  private final Isolate isolate;
  private final Strand strand;
  private final Thread thread = Thread.currentThread();
  private boolean due;

  Wake(Isolate isolate, Strand strand) {
    this.isolate = isolate;
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
      isolate.hand(strand, thread);
      isolate.awaitControl(current);
    }
  }
}

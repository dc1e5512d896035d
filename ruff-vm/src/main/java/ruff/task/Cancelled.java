package ruff.task;

/** Ends a task from outside; the task cannot catch it. */
final class Cancelled extends Error {
  Cancelled() {
    super("task was cancelled", null, false, false);
  }
}

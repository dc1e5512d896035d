package ruff.serve.site;

import ruff.serve.http.RequestHead;

/** Says what the answer to a request is. Safe for use by several threads. */
public interface Decisions {
  /**
   * The answer, where nothing has to be looked up for it except whether known files have changed;
   * null where more has to be done.
   */
  Decision decideAtOnce(RequestHead head);

  /** The answer. Reads the file system, which may take its time. */
  Decision decide(RequestHead head);
}

package ruff.serve.http;

/** What came of reading the head of a request. */
public sealed interface HeadOutcome {
  /** More bytes are needed. */
  record Incomplete() implements HeadOutcome {}

  /**
   * The head is whole and sound.
   *
   * @param bytes how many it takes, the empty line at its end included
   */
  record Complete(RequestHead head, int bytes) implements HeadOutcome {}

  /**
   * The request is answered without being looked at further, and the connection ends with it.
   *
   * @param method as far as it was read, or empty
   * @param target as far as it was read, or empty
   */
  record Refused(Status status, String method, String target) implements HeadOutcome {
    /** Whether what came is no HTTP at all, rather than too much of it. */
    public boolean isBroken() {
      return status != Status.URI_TOO_LONG && status != Status.PAYLOAD_TOO_LARGE;
    }
  }

  Incomplete INCOMPLETE = new Incomplete();
}

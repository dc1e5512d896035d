package ruff.host.net;

import java.util.List;

/** A request that came in and waits for its answer. */
public interface HttpVisit {
  String method();

  /** The path with the query, as received. */
  String target();

  /** With names as received. */
  List<HttpHeader> headers();

  byte[] body();

  /**
   * Answers; only the first answer counts. Does not wait for the other end.
   *
   * @param headers valid ones; those that say where the message ends are left out
   */
  void answer(int status, List<HttpHeader> headers, byte[] body);
}

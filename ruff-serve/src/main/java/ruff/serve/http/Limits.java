package ruff.serve.http;

/**
 * What one client may take of the server.
 *
 * @param requestLineBytes method, target and version with blanks and line end
 * @param headerBytes names and values of all headers, four bytes more for each
 * @param headerCount headers of a request
 * @param bodyBytes announced or sent as the body of a request
 * @param readMillis time for a request to come in whole, and for a connection to stay idle
 * @param writeMillis time in which an answer must get on
 * @param requests handled at once
 */
public record Limits(
    long requestLineBytes,
    long headerBytes,
    long headerCount,
    long bodyBytes,
    long readMillis,
    long writeMillis,
    long requests) {

  /** What holds unless the command line says otherwise. */
  public static final Limits USUAL = new Limits(8192, 16384, 100, 1_048_576, 5000, 5000, 128);
}

package ruff.serve.wire;

import java.io.IOException;
import org.eclipse.jetty.client.ProtocolHandler;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.http.HttpStatus;

/**
 * Gives up on a server that puts off its answer by one interim answer after the other. Handles none
 * of them itself, but is asked about each before those who do.
 */
final class FewInterimReplies implements ProtocolHandler {
  private static final String NAME = "few-interim-replies";
  private static final int MOST = 20;

  /** Lets the reader of an answer know when it does not come. */
  static void watch(Request request, ReplyReader reader) {
    request.attribute(NAME, new Count(reader));
  }

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public boolean accept(Request request, Response response) {
    if (HttpStatus.isInformational(response.getStatus())
        && request.getAttributes().get(NAME) instanceof Count count
        && count.isTooMuch(response.getStatus())) {
      IOException endless = new IOException("too many interim responses");
      count.reader.fail(endless);
      request.abort(endless);
    }
    return false;
  }

  @Override
  public Response.Listener getResponseListener() {
    throw new IllegalStateException("accepts nothing");
  }

  /** Used by the one thread that reads the answer. */
  private static final class Count {
    private final ReplyReader reader;
    private int seen;
    private boolean goesOn;

    Count(ReplyReader reader) {
      this.reader = reader;
    }

    /** The library waits for ever when it is told to go on for the second time. */
    boolean isTooMuch(int status) {
      seen++;
      boolean again = goesOn && status == HttpStatus.CONTINUE_100;
      goesOn |= status == HttpStatus.CONTINUE_100;
      return again || seen > MOST;
    }
  }
}

package ruff.serve.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** Reads the body of a request as it comes in, without a thread that waits, and then queues it. */
final class VisitReader implements Runnable {
  private static final int TOO_LARGE = 413;
  private static final int BUSY = 503;

  /** So much of a body that is too large is read and thrown away. */
  private static final long MOST_DISCARDED = 64L << 20;

  /** And for so long. */
  private static final long LINGER_MILLIS = 2_000;

  private final JettyVisit visit;
  private final Request request;
  private final JettyListener listener;
  private final int maxBytes;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream(0);
  private long discarded;

  VisitReader(JettyVisit visit, JettyListener listener, int maxBytes) {
    this.visit = visit;
    this.request = visit.request();
    this.listener = listener;
    this.maxBytes = maxBytes;
  }

  @Override
  public void run() {
    if (body.size() == 0 && request.getLength() > maxBytes) {
      refuse(TOO_LARGE, "Payload Too Large");
      return;
    }
    while (true) {
      Content.Chunk chunk = request.read();
      if (chunk == null) {
        request.demand(this);
        return;
      }
      if (Content.Chunk.isFailure(chunk)) {
        listener.release(body.size());
        visit.fail(chunk.getFailure());
        return;
      }
      boolean taken = take(chunk.getByteBuffer());
      chunk.release();
      if (!taken) {
        return;
      }
      if (chunk.isLast()) {
        queue();
        return;
      }
    }
  }

  /** Adds a piece; false when the request has been refused. */
  private boolean take(ByteBuffer piece) {
    int size = piece.remaining();
    if (size > maxBytes - body.size()) {
      refuse(TOO_LARGE, "Payload Too Large");
      return false;
    }
    if (!listener.reserve(size)) {
      refuse(BUSY, "Service Unavailable");
      return false;
    }
    byte[] bytes = new byte[size];
    piece.get(bytes);
    body.writeBytes(bytes);
    return true;
  }

  private void queue() {
    visit.setBody(body.toByteArray());
    if (!listener.add(visit)) {
      refuse(BUSY, "Service Unavailable");
    }
  }

  /** Who is still sending sees the answer only if he can go on for a while. */
  private void refuse(int status, String reason) {
    listener.release(body.size());
    visit.refuse(status, reason, this::discard);
    listener.later(visit::end, LINGER_MILLIS);
  }

  private void discard() {
    while (true) {
      Content.Chunk chunk = request.read();
      if (chunk == null) {
        request.demand(this::discard);
        return;
      }
      boolean failed = Content.Chunk.isFailure(chunk);
      discarded += failed ? 0 : chunk.remaining();
      boolean last = failed || chunk.isLast() || discarded > MOST_DISCARDED;
      chunk.release();
      if (last) {
        visit.end();
        return;
      }
    }
  }
}

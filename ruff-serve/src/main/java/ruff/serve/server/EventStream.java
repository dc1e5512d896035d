package ruff.serve.server;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.Callback;
import ruff.serve.preview.LiveReload;

/** A client that hears of changes. A slow one misses news that newer news have replaced. */
final class EventStream implements LiveReload.Listener, Callback {
  private final EndPoint endPoint;
  private String next;
  private boolean sending;
  private long since;

  EventStream(EndPoint endPoint) {
    this.endPoint = endPoint;
  }

  @Override
  public void tell(String event) {
    synchronized (this) {
      if (sending) {
        next = event;
        return;
      }
      sending = true;
      since = System.nanoTime();
    }
    write(event);
  }

  private void write(String event) {
    endPoint.write(this, ByteBuffer.wrap(event.getBytes(StandardCharsets.UTF_8)));
  }

  /** Whether the network has not taken something for that long. */
  synchronized boolean isLate(long now, long nanos) {
    return sending && now - since > nanos;
  }

  @Override
  public void succeeded() {
    String event;
    synchronized (this) {
      event = next;
      next = null;
      sending = event != null;
      since = System.nanoTime();
    }
    if (event != null) {
      write(event);
    }
  }

  @Override
  public void failed(Throwable cause) {
    endPoint.close();
  }
}

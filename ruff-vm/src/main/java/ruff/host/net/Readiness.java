package ruff.host.net;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.Selector;
import java.util.concurrent.TimeUnit;

/**
 * Waits until a channel that never blocks can go on in one way, such as reading. One thread waits
 * at a time; another one may close it meanwhile.
 */
final class Readiness {
  /** As a limit: none. */
  static final long FOREVER = 0;

  private final SelectableChannel channel;
  private final int operation;
  private Selector selector;
  private boolean closed;

  /**
   * @param operation one of the constants of {@code SelectionKey}
   */
  Readiness(SelectableChannel channel, int operation) {
    this.channel = channel;
    this.operation = operation;
  }

  /**
   * Waits.
   *
   * @param nanos how long, or {@link #FOREVER}
   * @return whether the channel is ready; false when time is over
   * @throws ClosedChannelException when the channel is closed, before or meanwhile
   */
  boolean await(long nanos) throws IOException, InterruptedException {
    Selector waiting = selector();
    Deadline deadline = Deadline.in(nanos);
    try {
      while (true) {
        long left = nanos == FOREVER ? 0 : deadline.remainingNanos();
        if (nanos != FOREVER && left <= 0) {
          return false;
        }
        waiting.selectedKeys().clear();
        int ready = waiting.select(left == 0 ? 0 : TimeUnit.NANOSECONDS.toMillis(left) + 1);
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        if (!channel.isOpen()) {
          throw new ClosedChannelException();
        }
        if (ready > 0) {
          return true;
        }
      }
    } catch (ClosedSelectorException closing) {
      throw new ClosedChannelException();
    }
  }

  private synchronized Selector selector() throws IOException {
    if (closed) {
      throw new ClosedChannelException();
    }
    if (selector == null) {
      selector = Selector.open();
      channel.register(selector, operation);
    }
    return selector;
  }

  /** Wakes up who waits; the channel has been closed already. */
  void close() throws IOException {
    Selector waiting;
    synchronized (this) {
      closed = true;
      waiting = selector;
    }
    if (waiting != null) {
      waiting.close();
    }
  }
}

package ruff.serve.server;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Looks at all connections now and then, and lets those end whose time is up. When there are too
 * many, the one that has been idle for longest goes.
 */
final class Deadlines {
  private static final int MAX_CONNECTIONS = 4096;
  private static final int ROOM = 8;

  private final Set<SiteConnection> connections = ConcurrentHashMap.newKeySet();
  private final long periodMillis;
  private volatile boolean stopped;

  /**
   * @param shortestMillis the shortest time that has to be kept
   */
  Deadlines(long shortestMillis) {
    this.periodMillis = Math.clamp(shortestMillis / 4, 10, 250);
  }

  void start(Scheduler scheduler) {
    if (!stopped) {
      scheduler.schedule(
          () -> {
            long now = System.nanoTime();
            connections.forEach(connection -> connection.expire(now));
            start(scheduler);
          },
          periodMillis,
          TimeUnit.MILLISECONDS);
    }
  }

  void stop() {
    stopped = true;
  }

  void add(SiteConnection connection) {
    if (connections.size() >= MAX_CONNECTIONS) {
      closeLongestIdle();
    }
    connections.add(connection);
  }

  void remove(SiteConnection connection) {
    connections.remove(connection);
  }

  /** Ends some idle connections, because the system gives no more. */
  void makeRoom() {
    for (int i = 0; i < ROOM; i++) {
      closeLongestIdle();
    }
  }

  private void closeLongestIdle() {
    long now = System.nanoTime();
    SiteConnection longest = null;
    for (SiteConnection connection : connections) {
      boolean longer =
          connection.isIdle()
              && (longest == null || connection.remaining(now) < longest.remaining(now));
      longest = longer ? connection : longest;
    }
    if (longest != null) {
      connections.remove(longest);
      longest.getEndPoint().close();
    }
  }
}

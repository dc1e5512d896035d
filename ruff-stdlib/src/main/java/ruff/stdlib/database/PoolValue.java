package ruff.stdlib.database;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import ruff.host.DatabaseAccess;
import ruff.host.HostClock;
import ruff.natives.CancelSignal;
import ruff.value.DictValue;
import ruff.value.HandleValue;
import ruff.value.RuffError;

/**
 * Connections to one database that are used again and again. Makes them when they are asked for, up
 * to a number; who finds none waits for one to come back. Those that come back first are given out
 * first.
 */
final class PoolValue extends HandleValue {
  private final Product product;
  private final String where;
  private final int maximum;
  private final long timeoutNanos;
  private final Queue<DatabaseValue> idle = new ArrayDeque<>();
  private final Set<DatabaseValue> lent = identities();

  /** Those that were out when the pool was closed. */
  private final Set<DatabaseValue> strays = identities();

  /** Those that are being made. */
  private int coming;

  PoolValue(Product product, String where, int maximum, long timeoutNanos) {
    this.product = product;
    this.where = where;
    this.maximum = maximum;
    this.timeoutNanos = timeoutNanos;
  }

  private static Set<DatabaseValue> identities() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  /** Lends a connection. */
  DatabaseValue acquire(DatabaseAccess access, OpenDatabases open, HostClock clock) {
    DatabaseValue kept = await(clock);
    if (kept != null) {
      return kept;
    }
    DatabaseValue made = null;
    try {
      made = DatabaseValue.open(product, access, where);
      open.add(made);
      return made;
    } catch (ConnectFailure failure) {
      throw failed("Failed to create " + product.title() + " connection: " + failure.getMessage());
    } finally {
      arrived(made);
    }
  }

  private static RuffError failed(String reason) {
    return new RuffError("Failed to acquire connection: " + reason);
  }

  /** Waits for a connection; answers null when one may be made. */
  private synchronized DatabaseValue await(HostClock clock) {
    long end = clock.nanoTime() + timeoutNanos;
    while (true) {
      DatabaseValue next = idle.poll();
      if (next != null && !next.isClosed()) {
        lent.add(next);
        return next;
      }
      if (next == null && total() < maximum) {
        coming++;
        return null;
      }
      if (next == null) {
        waitUntil(end - clock.nanoTime());
      }
    }
  }

  private void waitUntil(long nanosLeft) {
    if (nanosLeft <= 0) {
      throw failed("Connection pool timeout: all connections are in use");
    }
    try {
      TimeUnit.NANOSECONDS.timedWait(this, nanosLeft);
    } catch (InterruptedException cancelled) {
      throw new CancelSignal();
    }
  }

  private synchronized void arrived(DatabaseValue made) {
    coming--;
    if (made != null) {
      lent.add(made);
    }
    notifyAll();
  }

  private int total() {
    return idle.size() + lent.size() + coming;
  }

  /** Takes a connection back; an open transaction is undone. */
  void release(DatabaseValue database, OpenDatabases open) {
    boolean stray;
    synchronized (this) {
      stray = strays.remove(database);
      if (!stray && !lent.contains(database)) {
        throw new RuffError("db_pool_release: connection does not belong to this pool");
      }
    }
    if (stray) {
      open.close(database);
      return;
    }
    try {
      database.settle();
    } catch (RuffError broken) {
      open.close(database);
    }
    giveBack(database);
  }

  private synchronized void giveBack(DatabaseValue database) {
    if (lent.remove(database) && !database.isClosed()) {
      idle.add(database);
    }
    notifyAll();
  }

  synchronized DictValue statistics() {
    DictValue statistics = new DictValue();
    statistics.put("available", (long) idle.size());
    statistics.put("in_use", (long) lent.size() + coming);
    statistics.put("total", (long) total());
    statistics.put("max", (long) maximum);
    return statistics;
  }

  /** Closes what is not in use and forgets the rest. */
  synchronized void close(OpenDatabases open) {
    idle.forEach(open::close);
    idle.clear();
    strays.addAll(lent);
    lent.clear();
    notifyAll();
  }

  @Override
  public String typeName() {
    return "databasepool";
  }

  @Override
  public String display() {
    return "DatabasePool";
  }
}

package ruff.serve.preview;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Counts changes of the site, and tells everybody who listens. */
public final class LiveReload {
  private static final String BEAT = ": still here\n\n";

  /** Each listener keeps a connection. */
  private static final int MAX_LISTENERS = 256;

  private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();

  /** Begins with the time, so that another server's count differs. */
  private long version = System.currentTimeMillis();

  /** Somebody who hears of changes. */
  public interface Listener {
    /**
     * @param event in the form of server-sent events
     */
    void tell(String event);
  }

  /** Adds a listener and tells it the count. */
  public void add(Listener listener) {
    listeners.add(listener);
    listener.tell(event(version()));
  }

  /** Whether there is room for one more. */
  boolean takesMore() {
    return listeners.size() < MAX_LISTENERS;
  }

  public void remove(Listener listener) {
    listeners.remove(listener);
  }

  /** The count of changes. */
  public synchronized long version() {
    return version;
  }

  /** Something has changed. */
  void changed() {
    long changed;
    synchronized (this) {
      changed = ++version;
    }
    tellAll(event(changed));
  }

  /** Finds out who is gone. */
  void beat() {
    tellAll(BEAT);
  }

  private void tellAll(String event) {
    for (Listener listener : listeners) {
      listener.tell(event);
    }
  }

  private static String event(long version) {
    return "event: version\ndata: " + version + "\n\n";
  }
}

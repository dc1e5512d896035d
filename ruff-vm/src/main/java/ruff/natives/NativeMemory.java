package ruff.natives;

import java.util.concurrent.ConcurrentHashMap;

/**
 * What natives remember for one run of a program between calls, such as a seeded random generator:
 * at most one object of each class. Those that can be closed are closed at the end of the run.
 */
public final class NativeMemory implements AutoCloseable {
  private final ConcurrentHashMap<Class<?>, Object> parts = new ConcurrentHashMap<>();

  /** The object of that class, or Java null. */
  public <T> T find(Class<T> type) {
    return type.cast(parts.get(type));
  }

  /** Remembers an object unless there is one of its class already; answers the one that stays. */
  public <T> T keep(Class<T> type, T made) {
    Object earlier = parts.putIfAbsent(type, made);
    return earlier == null ? made : type.cast(earlier);
  }

  /** Closes what has to be closed. */
  @Override
  public void close() {
    for (Object part : parts.values()) {
      if (part instanceof Closing closing) {
        closing.close();
      }
    }
  }

  /** Something to be closed at the end of a run. */
  public interface Closing {
    void close();
  }
}

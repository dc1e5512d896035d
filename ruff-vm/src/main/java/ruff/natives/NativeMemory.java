package ruff.natives;

import java.util.concurrent.ConcurrentHashMap;

/**
 * What natives remember for one engine between calls, such as a seeded random generator: at most
 * one object of each class.
 */
public final class NativeMemory {
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
}

package ruff.host;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The environment variables as a program sees them. Changes stay in this object, because a Java
 * process cannot change its own environment; child processes are given {@link #snapshot}.
 */
public final class Environment {
  private final Supplier<Map<String, String>> origin;
  private Map<String, String> variables;

  private Environment(Supplier<Map<String, String>> origin) {
    this.origin = origin;
  }

  /** Starts with the variables of this process, read at the first use. */
  public static Environment system() {
    return new Environment(System::getenv);
  }

  /** Starts with the given variables. */
  public static Environment of(Map<String, String> variables) {
    return new Environment(() -> variables);
  }

  /** The value of a variable, or null. */
  public synchronized String get(String name) {
    return variables().get(name);
  }

  public synchronized void set(String name, String value) {
    variables().put(name, value);
  }

  /** All variables of this moment, by name. */
  public synchronized Map<String, String> snapshot() {
    return new TreeMap<>(variables());
  }

  private Map<String, String> variables() {
    if (variables == null) {
      variables = new TreeMap<>(origin.get());
    }
    return variables;
  }
}

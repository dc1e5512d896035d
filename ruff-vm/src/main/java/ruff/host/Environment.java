package ruff.host;

import java.util.Map;
import java.util.TreeMap;

/**
 * The environment variables as a program sees them. Changes stay in this object, because a Java
 * process cannot change its own environment; child processes are given {@link #snapshot}.
 */
public final class Environment {
  private Map<String, String> variables;
  private boolean changed;

  private Environment(Map<String, String> variables) {
    this.variables = variables;
  }

  /** Starts with the variables of this process. */
  public static Environment system() {
    return new Environment(System.getenv());
  }

  /** Starts with the given variables. */
  public static Environment of(Map<String, String> variables) {
    return new Environment(Map.copyOf(variables));
  }

  /** The value of a variable, or null. */
  public synchronized String get(String name) {
    return variables.get(name);
  }

  public synchronized void set(String name, String value) {
    if (!changed) {
      variables = new TreeMap<>(variables);
      changed = true;
    }
    variables.put(name, value);
  }

  /** All variables of this moment, by name. */
  public synchronized Map<String, String> snapshot() {
    return new TreeMap<>(variables);
  }
}

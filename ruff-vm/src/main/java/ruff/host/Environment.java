package ruff.host;

import java.util.Map;
import java.util.TreeMap;

/**
 * The environment variables as a program sees them. Changes stay in this object, because a Java
 * process cannot change its own environment; child processes are given {@link #snapshot}.
 */
public final class Environment {
  /** What the launcher replaces, because Java needs a locale with UTF-8. */
  private static final String LOCALE = "LC_ALL";

  /** The property that holds the caller's value, empty for none, when it was replaced. */
  private static final String CALLERS_LOCALE = "ruff.caller.LC_ALL";

  private final Map<String, String> initial;
  private Map<String, String> variables;
  private boolean changed;

  private Environment(Map<String, String> variables) {
    this.initial = variables;
    this.variables = variables;
  }

  /** Starts with the variables that the caller of this process has set. */
  public static Environment system() {
    String callersLocale = System.getProperty(CALLERS_LOCALE);
    Environment environment = new Environment(System.getenv());
    return callersLocale == null ? environment : environment.withLocale(callersLocale);
  }

  private Environment withLocale(String locale) {
    Map<String, String> corrected = new TreeMap<>(variables);
    if (locale.isEmpty()) {
      corrected.remove(LOCALE);
    } else {
      corrected.put(LOCALE, locale);
    }
    return new Environment(corrected);
  }

  /** Starts with the given variables. */
  public static Environment of(Map<String, String> variables) {
    return new Environment(Map.copyOf(variables));
  }

  /** The value of a variable, or null. */
  public synchronized String get(String name) {
    return variables.get(name);
  }

  /** The value that a variable had at first, or null. */
  String initial(String name) {
    return initial.get(name);
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

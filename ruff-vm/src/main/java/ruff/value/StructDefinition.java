package ruff.value;

import java.util.Map;

/**
 * What a {@code struct} statement declares: the value of its name. Undeclared structs get one
 * without methods and defaults.
 */
public final class StructDefinition {
  private final String name;
  private final Map<String, Callable> methods;
  private final Map<String, Callable> defaults;
  private final Shape root;

  /**
   * @param methods by plain name; the callables' own names are {@code Struct.method}
   * @param defaults by field, in the order of declaration: functions without parameters
   */
  public StructDefinition(
      String name, Map<String, Callable> methods, Map<String, Callable> defaults) {
    this.name = name;
    this.methods = methods;
    this.defaults = defaults;
    this.root = new Shape(this);
  }

  public String name() {
    return name;
  }

  /** The method of that name, or null. */
  public Callable method(String methodName) {
    return methods.get(methodName);
  }

  /** All methods by plain name. */
  public Map<String, Callable> methods() {
    return methods;
  }

  public boolean hasDefaults() {
    return !defaults.isEmpty();
  }

  /** The functions that give missing fields their values. */
  public Map<String, Callable> defaults() {
    return defaults;
  }

  /** The shape of a value without fields. */
  public Shape root() {
    return root;
  }
}

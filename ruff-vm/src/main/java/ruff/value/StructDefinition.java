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
  private final boolean ofLibrary;
  private final boolean definesEquality;
  private final Shape root;

  /**
   * @param methods by plain name; the callables' own names are {@code Struct.method}
   * @param defaults by field, in the order of declaration: functions without parameters
   */
  public StructDefinition(
      String name, Map<String, Callable> methods, Map<String, Callable> defaults) {
    this(name, methods, defaults, false);
  }

  private StructDefinition(
      String name,
      Map<String, Callable> methods,
      Map<String, Callable> defaults,
      boolean ofLibrary) {
    this.name = name;
    this.methods = methods;
    this.defaults = defaults;
    this.ofLibrary = ofLibrary;
    this.definesEquality = methods.containsKey("op_eq") || methods.containsKey("op_ne");
    this.root = new Shape(this);
  }

  /** A struct whose methods are the natives called {@code NAME.method}. */
  public static StructDefinition ofLibrary(String name) {
    return new StructDefinition(name, Map.of(), Map.of(), true);
  }

  public String name() {
    return name;
  }

  /** Whether natives make its values. */
  public boolean isOfLibrary() {
    return ofLibrary;
  }

  /** The method of that name, or null. */
  public Callable method(String methodName) {
    return methods.get(methodName);
  }

  /** All methods by plain name. */
  public Map<String, Callable> methods() {
    return methods;
  }

  /** Whether its own methods decide what its values are equal to. */
  public boolean definesEquality() {
    return definesEquality;
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

package ruff.value;

import java.util.Map;

/**
 * What a {@code struct} statement declares: the value of its name. Undeclared structs get one
 * without methods and defaults.
 */
public final class StructDefinition {
  private final String name;
  private final Map<String, Callable> methods;
  private final Shape root;

  /**
   * @param methods by plain name; the callables' own names are {@code Struct.method}
   */
  public StructDefinition(String name, Map<String, Callable> methods) {
    this.name = name;
    this.methods = methods;
    this.root = new Shape(this);
  }

  public String name() {
    return name;
  }

  /** The method of that name, or null. */
  public Callable method(String methodName) {
    return methods.get(methodName);
  }

  /** The shape of a value without fields. */
  public Shape root() {
    return root;
  }
}

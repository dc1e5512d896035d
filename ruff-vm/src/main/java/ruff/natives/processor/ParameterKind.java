package ruff.natives.processor;

/** How the Java type of a parameter or result relates to Ruff values. */
enum ParameterKind {
  /** {@code long}: an int. */
  INT("int"),
  /** {@code long}, truncating: an int or a float cut to one. */
  TRUNCATED("number"),
  /** {@code double}: an int or a float. */
  FLOAT("number"),
  BOOL("bool"),
  /** {@code String}. */
  STRING("string"),
  /** {@code CharSequence}: a string as it is stored. */
  TEXT("string"),
  /** {@code Object}. */
  ANY("any"),
  /** {@code Object[]}, all further arguments. */
  REST("any"),
  /** A class of values. */
  CLASS("");

  private final String ruffType;

  ParameterKind(String ruffType) {
    this.ruffType = ruffType;
  }

  /** The type on the reference page, empty when it depends on the class. */
  String ruffType() {
    return ruffType;
  }

  boolean isPrimitive() {
    return this == INT || this == TRUNCATED || this == FLOAT || this == BOOL;
  }

  /** Whether every value is taken, so that no check is made before the call. */
  boolean takesAnything() {
    return this == ANY || this == REST;
  }
}

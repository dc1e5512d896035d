package ruff.natives.processor;

/** How the Java type of a parameter or result relates to Ruff values. */
enum ParameterKind {
  /** {@code long}: an int. */
  INT("int", 'I'),
  /** {@code long}, truncating: an int or a float cut to one. */
  TRUNCATED("number", 'T'),
  /** {@code double}: an int or a float. */
  FLOAT("number", 'F'),
  BOOL("bool", 'B'),
  /** {@code String}. */
  STRING("string", 'S'),
  /** {@code CharSequence}: a string as it is stored. */
  TEXT("string", 'X'),
  /** {@code Object}. */
  ANY("any", 'A'),
  /** {@code Object[]}, all further arguments. */
  REST("any", 'R'),
  /** A class of values. */
  CLASS("", 'C');

  private final String ruffType;
  private final char code;

  ParameterKind(String ruffType, char code) {
    this.ruffType = ruffType;
    this.code = code;
  }

  /** The character in {@link ruff.natives.NativeEntry.Code#kinds}. */
  char code() {
    return code;
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

package ruff.jit.flow;

/** What compiled code knows about the value of a register, and by that where it keeps it. */
public enum Kind {
  /** Nothing: the register is dead, or holds no value yet. */
  UNSET,
  /** An int, in a Java local of type long, or of type int where its size is known. */
  INT,
  /** A float, in a Java local of type double. */
  FLOAT,
  /** A bool, in a Java local of type int. */
  BOOL,
  /** A string of one code point, in a Java local of type int. */
  CHAR,
  /** The value null. */
  NULL,
  /** A string, in one of its forms. */
  TEXT,
  ARRAY,
  DICT,
  /** A struct value; the type may name its shape. */
  STRUCT,
  /** A function of the program; the type may name its prototype. */
  FUNCTION,
  /** A value that is surely of no kind above, such as a native function. */
  OTHER,
  /** A count by a fixed step: the next number and the end in Java locals, as ints are. */
  RANGE,
  /** An iterator over an array or a plain string: that and the next position in Java locals. */
  CURSOR,
  /** A function of the top level that nothing takes the place of; it stays in the globals. */
  DEFINITION,
  /** Anything, undefined and the interpreter's own objects included. */
  OBJECT;

  /** Whether the value is an int, a float or a bool, which Java methods take without a box. */
  public boolean isPrimitive() {
    return this == INT || this == FLOAT || this == BOOL;
  }

  /** This kind where the value is handed on without a box, else OBJECT. */
  public Kind handedOn() {
    return isPrimitive() ? this : OBJECT;
  }

  /** Whether the value is an object in a Java local. */
  public boolean isReference() {
    return ordinal() >= NULL.ordinal() && ordinal() <= OTHER.ordinal() || this == OBJECT;
  }
}

package ruff.bytecode;

/**
 * What the interpreter notes per instruction in {@link Prototype#feedback}. The common case, ints
 * and arrays of ints, leaves no note, so that it costs nothing; a compiler of hot code takes an
 * empty note on executed code for "ints only" and corrects itself by its guards.
 */
public final class Feedback {
  /** Arithmetic and comparison: both operands were floats. */
  public static final byte FLOAT = 1;

  /** An int met a float. */
  public static final byte MIXED = 2;

  /** Both operands were strings. */
  public static final byte TEXT = 4;

  /** Anything else, operator methods and errors included. */
  public static final byte OTHER = 8;

  /** Indexing and iteration: an array of floats. */
  public static final byte FLOAT_ARRAY = 1;

  /** An array of mixed content. */
  public static final byte OBJECT_ARRAY = 2;

  /** An array of bools. */
  public static final byte BOOL_ARRAY = 4;

  /** A string. */
  public static final byte TEXT_INDEX = 8;

  /** A dict. */
  public static final byte DICT_INDEX = 16;

  /** Anything else. */
  public static final byte OTHER_INDEX = 32;

  /** Iteration: an int. */
  public static final byte COUNT = 64;

  private Feedback() {}
}

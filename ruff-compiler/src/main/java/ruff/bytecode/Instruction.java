package ruff.bytecode;

/**
 * The layout of an instruction word.
 *
 * <pre>
 * 63         48 47         32 31         16 15          0
 * |      C     |      B      |      A      |     op      |
 * |        BC (wide)         |      A      |     op      |
 * </pre>
 */
public final class Instruction {
  /** Registers, sites and jump targets are numbered below this. */
  public static final int FIELD_LIMIT = 1 << 16;

  private Instruction() {}

  public static long encode(Op op, int a, int b, int c) {
    return op.ordinal() | (long) a << 16 | (long) b << 32 | (long) c << 48;
  }

  public static long encodeWide(Op op, int a, int wide) {
    return op.ordinal() | (long) a << 16 | (long) wide << 32;
  }

  public static Op op(long word) {
    return Op.of((int) word & 0xFFFF);
  }

  public static int a(long word) {
    return (int) (word >>> 16) & 0xFFFF;
  }

  public static int b(long word) {
    return (int) (word >>> 32) & 0xFFFF;
  }

  public static int c(long word) {
    return (int) (word >>> 48);
  }

  /** The field BC. */
  public static int wide(long word) {
    return (int) (word >>> 32);
  }
}

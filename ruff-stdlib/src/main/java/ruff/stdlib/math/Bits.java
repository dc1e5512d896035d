package ruff.stdlib.math;

import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.Param;
import ruff.value.RuffError;

/** Operations on the 64 bits of ints in two's complement. */
public final class Bits {
  private static final String LEFT = "{name}() expects integer argument 'left' , got {value}";
  private static final String RIGHT = "{name}() expects integer argument 'right' , got {value}";
  private static final String VALUE = "{name}() expects integer argument 'value' , got {value}";
  private static final String SHL_AMOUNT = "bit_shl() expects a shift amount between 0 and 63";
  private static final String SHR_AMOUNT = "bit_shr() expects a shift amount between 0 and 63";

  private Bits() {}

  @Native(
      name = "bit_and",
      family = Family.MATH,
      doc = "The bits that are set in both ints.",
      returns = "int",
      arity = Native.PLURAL,
      example = "bit_and(12, 10)",
      result = "8")
  public static long and(@Param(error = LEFT) long left, @Param(error = RIGHT) long right) {
    return left & right;
  }

  @Native(
      name = "bit_or",
      family = Family.MATH,
      doc = "The bits that are set in at least one of two ints.",
      returns = "int",
      arity = Native.PLURAL,
      example = "bit_or(12, 10)",
      result = "14")
  public static long or(@Param(error = LEFT) long left, @Param(error = RIGHT) long right) {
    return left | right;
  }

  @Native(
      name = "bit_xor",
      family = Family.MATH,
      doc = "The bits that are set in exactly one of two ints.",
      returns = "int",
      arity = Native.PLURAL,
      example = "bit_xor(12, 10)",
      result = "6")
  public static long xor(@Param(error = LEFT) long left, @Param(error = RIGHT) long right) {
    return left ^ right;
  }

  @Native(
      name = "bit_not",
      family = Family.MATH,
      doc = "The bits that are not set in an int.",
      returns = "int",
      arity = Native.PLURAL,
      example = "bit_not(5)",
      result = "-6")
  public static long not(@Param(error = VALUE) long value) {
    return ~value;
  }

  @Native(
      name = "bit_shl",
      family = Family.MATH,
      doc = "The bits of an int moved up; those pushed out are lost.",
      returns = "int",
      arity = Native.PLURAL,
      errors = SHL_AMOUNT,
      example = "bit_shl(3, 4)",
      result = "48")
  public static long shiftLeft(@Param(error = LEFT) long left, @Param(error = RIGHT) long right) {
    if (right < 0 || right > 63) {
      throw new RuffError(SHL_AMOUNT);
    }
    return left << right;
  }

  @Native(
      name = "bit_shr",
      family = Family.MATH,
      doc = "The bits of an int moved down, keeping its sign.",
      returns = "int",
      arity = Native.PLURAL,
      errors = SHR_AMOUNT,
      example = "bit_shr(-16, 2)",
      result = "-4")
  public static long shiftRight(@Param(error = LEFT) long left, @Param(error = RIGHT) long right) {
    if (right < 0 || right > 63) {
      throw new RuffError(SHR_AMOUNT);
    }
    return left >> right;
  }
}

package ruff.stdlib.math;

import ruff.natives.Constant;
import ruff.natives.Family;
import ruff.natives.Native;
import ruff.value.RuffError;

/** Functions of real numbers: all of them answer floats. */
public final class MathFunctions {
  private static final String ONE = "{name}() expects 1 argument";
  private static final String TWO = "{name}() expects 2 arguments";
  private static final String NUMERIC = "{name}() expects numeric argument 'value' , got {value}";
  private static final String BOTH_NUMERIC = "{name}() expects numeric arguments";
  private static final String SQRT_DOMAIN = "sqrt() domain error: value must be >= 0";
  private static final String LOG_DOMAIN = "log() domain error: value must be > 0";

  @Constant(family = Family.MATH, doc = "The ratio of a circle's circumference to its diameter.")
  public static final double PI = Math.PI;

  @Constant(family = Family.MATH, doc = "The base of natural logarithms.")
  public static final double E = Math.E;

  private MathFunctions() {}

  @Native(
      name = "abs",
      family = Family.MATH,
      doc = "The distance of a number from zero.",
      returns = "float",
      arity = ONE,
      error = NUMERIC,
      example = "abs(-7)",
      result = "7")
  public static double abs(double value) {
    return Math.abs(value);
  }

  @Native(
      name = "floor",
      family = Family.MATH,
      doc = "The greatest whole number that is not above a number.",
      returns = "float",
      arity = ONE,
      error = NUMERIC,
      example = "floor(-3.2)",
      result = "-4")
  public static double floor(double value) {
    return Math.floor(value);
  }

  @Native(
      name = "ceil",
      family = Family.MATH,
      doc = "The least whole number that is not below a number.",
      returns = "float",
      arity = ONE,
      error = NUMERIC,
      example = "ceil(3.2)",
      result = "4")
  public static double ceil(double value) {
    return Math.ceil(value);
  }

  @Native(
      name = "round",
      family = Family.MATH,
      doc = "The nearest whole number, halves away from zero.",
      returns = "float",
      arity = ONE,
      error = NUMERIC,
      example = "round(-2.5)",
      result = "-3")
  public static double round(double value) {
    double whole = value < 0 ? Math.ceil(value) : Math.floor(value);
    // The difference is exact, unlike the sum with a half.
    return Math.abs(value - whole) >= 0.5 ? whole + Math.signum(value) : whole;
  }

  @Native(
      name = "sin",
      family = Family.MATH,
      doc = "The sine of an angle in radians.",
      returns = "float",
      arity = ONE,
      error = NUMERIC,
      example = "sin(0)",
      result = "0")
  public static double sin(double value) {
    return Math.sin(value);
  }

  @Native(
      name = "cos",
      family = Family.MATH,
      doc = "The cosine of an angle in radians.",
      returns = "float",
      arity = ONE,
      error = NUMERIC,
      example = "cos(0)",
      result = "1")
  public static double cos(double value) {
    return Math.cos(value);
  }

  @Native(
      name = "tan",
      family = Family.MATH,
      doc = "The tangent of an angle in radians.",
      returns = "float",
      arity = ONE,
      error = NUMERIC,
      example = "tan(0)",
      result = "0")
  public static double tan(double value) {
    return Math.tan(value);
  }

  @Native(
      name = "exp",
      family = Family.MATH,
      doc = "E to the power of a number, infinite when too large for a float.",
      returns = "float",
      arity = ONE,
      error = NUMERIC,
      example = "exp(0)",
      result = "1")
  public static double exp(double value) {
    return Math.exp(value);
  }

  @Native(
      name = "sqrt",
      family = Family.MATH,
      doc = "The square root of a number.",
      returns = "float",
      arity = ONE,
      error = NUMERIC,
      errors = SQRT_DOMAIN,
      example = "sqrt(16)",
      result = "4")
  public static double sqrt(double value) {
    if (value < 0) {
      throw new RuffError(SQRT_DOMAIN);
    }
    return Math.sqrt(value);
  }

  @Native(
      name = "log",
      family = Family.MATH,
      doc = "The natural logarithm of a number.",
      returns = "float",
      arity = ONE,
      error = NUMERIC,
      errors = LOG_DOMAIN,
      example = "log(1)",
      result = "0")
  public static double log(double value) {
    if (value <= 0) {
      throw new RuffError(LOG_DOMAIN);
    }
    return Math.log(value);
  }

  @Native(
      name = "pow",
      family = Family.MATH,
      doc = "A number to the power of another; infinite or NaN where there is no finite answer.",
      returns = "float",
      arity = TWO,
      error = BOTH_NUMERIC,
      example = "pow(2, 10)",
      result = "1024")
  public static double pow(double a, double b) {
    // The base 1 wins over every exponent, NaN included, as in the C library.
    return a == 1 ? 1 : Math.pow(a, b);
  }

  @Native(
      name = "min",
      family = Family.MATH,
      doc = "The smaller of two numbers; a number wins over NaN.",
      returns = "float",
      arity = TWO,
      error = BOTH_NUMERIC,
      example = "min(3, -1.5)",
      result = "-1.5")
  public static double min(double a, double b) {
    return a != a ? b : b != b ? a : Math.min(a, b);
  }

  @Native(
      name = "max",
      family = Family.MATH,
      doc = "The greater of two numbers; a number wins over NaN.",
      returns = "float",
      arity = TWO,
      error = BOTH_NUMERIC,
      example = "max(3, 7)",
      result = "7")
  public static double max(double a, double b) {
    return a != a ? b : b != b ? a : Math.max(a, b);
  }
}

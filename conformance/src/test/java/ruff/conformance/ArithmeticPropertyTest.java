package ruff.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Integers behave as whole numbers that know their limits; floats print what reads back. */
class ArithmeticPropertyTest {
  private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);

  @Provide
  Arbitrary<Long> ints() {
    Arbitrary<Long> edges =
        Arbitraries.of(
            Long.MIN_VALUE,
            Long.MIN_VALUE + 1,
            Long.MAX_VALUE,
            Long.MAX_VALUE - 1,
            0L,
            1L,
            -1L,
            2L,
            3037000499L,
            3037000500L,
            -3037000500L,
            1L << 32,
            1L << 62);
    return Arbitraries.oneOf(edges, Arbitraries.longs(), Arbitraries.longs().between(-1000, 1000));
  }

  @Property(tries = 60)
  void arithmeticWithIntsAgreesWithBigIntegersOrSaysItOverflows(
      @ForAll @Size(min = 2, max = 40) List<@net.jqwik.api.From("ints") Long> numbers) {
    StringBuilder program =
        new StringBuilder("func op(f) { try { print(f()) } except e { print(e.message) } }\n");
    StringBuilder expected = new StringBuilder();
    for (int i = 1; i < numbers.size(); i++) {
      for (char operator : "+-*/%".toCharArray()) {
        expression(numbers.get(i - 1), operator, numbers.get(i), program, expected);
      }
    }
    Source.assertPrints(program.toString(), expected.toString());
  }

  private static void expression(
      long left, char operator, long right, StringBuilder program, StringBuilder expected) {
    program.append("op(func() {\n  l := ").append(literal(left));
    program.append("\n  r := ").append(literal(right));
    program.append("\n  return l ").append(operator).append(" r\n})\n");
    expected.append(result(left, operator, right)).append('\n');
  }

  private static String literal(long number) {
    return number == Long.MIN_VALUE ? "-9223372036854775807 - 1" : Long.toString(number);
  }

  private static String result(long left, char operator, long right) {
    if (right == 0 && operator == '/') {
      return "Division by zero";
    }
    if (right == 0 && operator == '%') {
      return "Modulo by zero";
    }
    BigInteger l = BigInteger.valueOf(left);
    BigInteger r = BigInteger.valueOf(right);
    BigInteger exact =
        switch (operator) {
          case '+' -> l.add(r);
          case '-' -> l.subtract(r);
          case '*' -> l.multiply(r);
          case '/' -> l.divide(r);
          default -> l.remainder(r);
        };
    boolean overflow =
        exact.compareTo(MIN) < 0
            || exact.compareTo(MAX) > 0
            || (operator == '%' && left == Long.MIN_VALUE && right == -1);
    return overflow ? "Integer overflow: " + left + " " + operator + " " + right : exact.toString();
  }

  @Property(tries = 60)
  void aPrintedFloatReadsBackAsTheSameNumberAndHasNoMoreDigitsThanNeeded(
      @ForAll @Size(min = 1, max = 60) List<Long> bits) {
    List<Double> numbers =
        bits.stream().map(Double::longBitsToDouble).filter(Double::isFinite).toList();
    StringBuilder program = new StringBuilder();
    numbers.forEach(d -> program.append("print(parse_float(\"").append(d).append("\"))\n"));
    List<String> printed = Source.run(program.toString(), Tier.AUTO).out().lines().toList();
    assertThat(printed).hasSameSizeAs(numbers);
    for (int i = 0; i < numbers.size(); i++) {
      String text = printed.get(i);
      assertThat(text).matches("-?[0-9]+(\\.[0-9]*[1-9])?");
      assertThat(Double.parseDouble(text)).isEqualTo(numbers.get(i));
      assertThat(digits(text)).isLessThanOrEqualTo(digits(Double.toString(numbers.get(i))));
    }
  }

  private static int digits(String number) {
    return new BigDecimal(number).stripTrailingZeros().precision();
  }

  @Property(tries = 60)
  void comparisonsOfNumbersAgreeWithTheirExactValues(
      @ForAll @Size(min = 2, max = 40) List<@net.jqwik.api.From("ints") Long> numbers) {
    StringBuilder program = new StringBuilder();
    StringBuilder expected = new StringBuilder();
    for (int i = 1; i < numbers.size(); i++) {
      long l = numbers.get(i - 1);
      long r = numbers.get(i);
      program.append("l := ").append(literal(l)).append("\nr := ").append(literal(r));
      program.append("\nprint(l < r, l <= r, l > r, l >= r, l == r, l != r)\n");
      expected.append(
          "%b %b %b %b %b %b\n".formatted(l < r, l <= r, l > r, l >= r, l == r, l != r));
    }
    Source.assertPrints(program.toString(), expected.toString());
  }
}

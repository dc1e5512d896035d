package ruff.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import ruff.bytecode.Op;
import ruff.jit.flow.Interval;

/** What compiled code takes for granted about the size of ints is so. */
class IntervalPropertyTest {
  private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);

  /** An interval and a number in it. */
  record Sample(Interval interval, long number) {}

  @Provide
  Arbitrary<Sample> samples() {
    Arbitrary<Long> bounds =
        Arbitraries.oneOf(
            Arbitraries.of(
                Long.MIN_VALUE, Long.MAX_VALUE, 0L, 1L, -1L, 1L << 30, -(1L << 30), 1L << 31),
            Arbitraries.longs(),
            Arbitraries.longs().between(-100, 100),
            Arbitraries.longs().between(-4_000_000_000L, 4_000_000_000L));
    return Combinators.combine(bounds, bounds)
        .as((a, b) -> new Interval(Math.min(a, b), Math.max(a, b)))
        .flatMap(
            interval ->
                Arbitraries.oneOf(
                        Arbitraries.longs().between(interval.low(), interval.high()),
                        Arbitraries.of(interval.low(), interval.high()))
                    .map(number -> new Sample(interval, number)));
  }

  @Provide
  Arbitrary<Op> operations() {
    return Arbitraries.of(Op.ADD, Op.SUBTRACT, Op.MULTIPLY, Op.DIVIDE, Op.MODULO);
  }

  @Property(tries = 4000)
  void resultsLieWhereTheyAreSaidToLie(
      @ForAll @From("operations") Op op,
      @ForAll @From("samples") Sample left,
      @ForAll @From("samples") Sample right) {
    if (right.number() == 0 && (op == Op.DIVIDE || op == Op.MODULO)) {
      return;
    }
    BigInteger result = exact(op, BigInteger.valueOf(left.number()), right.number());
    boolean overflows = result.compareTo(MIN) < 0 || result.compareTo(MAX) > 0;
    boolean isDivision = op == Op.DIVIDE || op == Op.MODULO;
    if (overflows) {
      assertThat(isDivision || !left.interval().fits(op, right.interval())).isTrue();
      return;
    }
    Interval said = left.interval().result(op, right.interval());
    assertThat(result.longValueExact()).isBetween(said.low(), said.high());
  }

  @Property(tries = 1000)
  void whatIsNarrowedByATrueStatementKeepsItsNumber(
      @ForAll @From("samples") Sample sample, @ForAll @From("samples") Sample other) {
    long number = sample.number();
    if (number >= other.interval().low() && number <= other.interval().high()) {
      Interval met = sample.interval().meet(other.interval().low(), other.interval().high());
      assertThat(number).isBetween(met.low(), met.high());
    }
  }

  private static BigInteger exact(Op op, BigInteger left, long number) {
    BigInteger right = BigInteger.valueOf(number);
    return switch (op) {
      case ADD -> left.add(right);
      case SUBTRACT -> left.subtract(right);
      case MULTIPLY -> left.multiply(right);
      case DIVIDE -> left.divide(right);
      default -> left.remainder(right);
    };
  }
}

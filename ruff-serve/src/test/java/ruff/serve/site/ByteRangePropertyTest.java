package ruff.serve.site;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** Parts never reach beyond their file. */
class ByteRangePropertyTest {
  @Provide
  Arbitrary<String> headers() {
    return Arbitraries.of(
            "bytes",
            "BYTES",
            "=",
            "=",
            "-",
            "-",
            ",",
            " ",
            "0",
            "1",
            "5",
            "99",
            "007",
            "99999999999999999999",
            "9223372036854775807",
            "x",
            "+",
            "lines")
        .list()
        .ofMaxSize(7)
        .map(pieces -> String.join("", pieces));
  }

  @Property(tries = 20_000)
  void partsLieInTheFile(
      @ForAll("headers") String header, @ForAll @LongRange(min = 0, max = 200) long length) {
    ByteRange range = ByteRange.parse(header, length);
    if (range instanceof ByteRange.Part part) {
      assertThat(part.first()).isBetween(0L, length - 1);
      assertThat(part.last()).isBetween(part.first(), length - 1);
      assertThat(header.strip()).startsWithIgnoringCase("bytes");
    }
  }

  @Property
  void whatIsAskedForIsFound(
      @ForAll @LongRange(min = 1, max = 1000) long length,
      @ForAll @LongRange(min = 0, max = 2000) long first,
      @ForAll @LongRange(min = 0, max = 2000) long more) {
    long last = first + more;
    ByteRange expected =
        first < length
            ? new ByteRange.Part(first, Math.min(last, length - 1))
            : new ByteRange.Unsatisfiable();

    assertThat(ByteRange.parse("bytes=" + first + "-" + last, length)).isEqualTo(expected);
  }
}

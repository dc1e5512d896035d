package ruff.stdlib.toml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ruff.stdlib.Documents;
import ruff.stdlib.Natives;
import ruff.value.ArrayValue;
import ruff.value.BytesValue;
import ruff.value.DictValue;
import ruff.value.NullValue;

class TomlNativesTest {
  private final Natives natives = new Natives();

  private String written(Object value) {
    return (String) natives.call("to_toml", value);
  }

  @ParameterizedTest
  @CsvSource({
    "1979-05-27T07:32:00Z, 1979-05-27T07:32:00Z",
    "1979-05-27t07:32:00z, 1979-05-27T07:32:00Z",
    "1979-05-27 00:32:00.50-07:00, 1979-05-27T00:32:00.50-07:00",
    "1979-05-27T07:32:00, 1979-05-27T07:32:00",
    "1979-05-27, 1979-05-27",
    "07:32:00, 07:32:00",
    "07:32:00.999000, 07:32:00.999000",
  })
  void datesAreTextsWithTheirDigits(String written, String text) {
    String source =
        "# é😀\nl = 'first'\r\n\"ключ😀\" = " + written + " # end\na = [" + written + "]\n";
    DictValue dict = (DictValue) natives.call("parse_toml", source);
    assertThat(dict.get("ключ😀")).isEqualTo(text);
    assertThat(((ArrayValue) dict.get("a")).get(0)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a = $b = 1 | 1, column 5",
        "a = 1$a = 2 | 2, column 1",
        "[open$ | 1, column 6",
        "a = 1 b = 2 | 1, column 7",
        "a = 'open | 1, column 10",
        "[t]$x = 1$[t]$y = 2 | 3, column 1",
        "x = 9223372036854775808 | 1, column 5",
        "a = [1, 2 | 1, column 10",
        "a.b = 1$a.b.c = 2 | 2, column 1",
        "a = 0123 | 1, column 6",
      })
  void namesLineAndColumn(String text, String place) {
    assertThat(natives.message("parse_toml", text.replace('$', '\n')).lines().findFirst())
        .hasValue("TOML parse error: TOML parse error at line " + place);
  }

  @Test
  void showsTheLineAndTheReason() {
    assertThat(natives.message("parse_toml", "a = 1\nx = 99999999999999999999"))
        .isEqualTo(
            """
            TOML parse error: TOML parse error at line 2, column 5
              |
            2 | x = 99999999999999999999
              |     ^
            number too large to fit in target type
            """);
  }

  @Test
  void deepAndLongTextsEndInTime() {
    for (String text :
        List.of(
            "a = " + "[".repeat(300_000), "a.".repeat(100_000) + "b = 1", "[".repeat(300_000))) {
      assertThat(natives.message("parse_toml", text)).startsWith("TOML parse error: ");
    }
    assertThat(natives.message("parse_toml", "a = \"\\uD800\"")).contains("line 1, column 7");
    assertThat(natives.show("parse_toml", "\ufeffa = 1")).isEqualTo("{\"a\": 1}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "plain | \"plain\"",
        "it's | \"it's\"",
        "say \"x\" | 'say \"x\"'",
        "C:\\x | 'C:\\x'",
        "a$b | \"\"\"@a@b\"\"\"",
        "'a' \"b\" | \"\"\"'a' \"b\\\"\"\"\"",
        "it's \\ | '''it's \\'''",
        "a\\$b | '''@a\\@b'''",
        "tab^x | \"tab\\tx\"",
        "~ | \"\\r\""
      })
  void stringsTakeTheFormWithTheFewestEscapes(String text, String form) {
    String value = text.replace('$', '\n').replace('^', '\t').replace('~', '\r');
    assertThat(written(Map.of("k", value))).isEqualTo("k = " + form.replace('@', '\n') + "\n");
  }

  @Test
  void tablesFollowPlainValues() {
    assertThat(written(Map.of("a", Map.of("b", Map.of("c", 1, "d e", 2)))))
        .isEqualTo("[a.b]\nc = 1\n\"d e\" = 2\n");
    assertThat(written(Map.of("t", List.of(Map.of("x", Map.of("y", 1)), Map.of()), "z", 1.5)))
        .isEqualTo("z = 1.5\n\n[[t]]\n\n[t.x]\ny = 1\n\n[[t]]\n");
    assertThat(written(Map.of("n", List.of(List.of(Map.of("a", 1))), "e", List.of(Map.of(), 1))))
        .isEqualTo("e = [{}, 1]\nn = [[{ a = 1 }]]\n");
    assertThat(
            written(Map.of("f", List.of(1e20, 1e-6, -0.0, Double.NaN, Double.NEGATIVE_INFINITY))))
        .isEqualTo("f = [100000000000000000000.0, 0.000001, -0.0, nan, -inf]\n");
    assertThat(written(Map.of(10, "x", 9, NullValue.NULL))).isEqualTo("9 = \"\"\n10 = \"x\"\n");
  }

  @Test
  void saysWhatHasNoForm() {
    String unsupported = "TOML serialization error: unsupported rust type";
    assertThat(natives.message("to_toml", List.of())).isEqualTo(unsupported);
    assertThat(natives.message("to_toml", (Object) null)).isEqualTo(unsupported);
    assertThat(natives.message("to_toml", new BytesValue(new byte[0])))
        .isEqualTo("Cannot convert bytes to TOML");
    assertThat(natives.message("to_toml", Map.of("f", Natives.function(given -> null))))
        .isEqualTo("Cannot convert function to TOML");
  }

  @Test
  void depthIsBounded() {
    DictValue dict = new DictValue();
    Object list = new ArrayValue();
    for (int i = 0; i < 100_000; i++) {
      DictValue outer = new DictValue();
      outer.put("a", dict);
      dict = outer;
      list = ArrayValue.of(list);
    }
    String tooDeep = "TOML value exceeds maximum nesting depth of 128";
    assertThat(natives.message("to_toml", dict)).isEqualTo(tooDeep);
    assertThat(natives.message("to_toml", Map.of("a", list))).isEqualTo(tooDeep);
  }

  @Provide
  Arbitrary<DictValue> documents() {
    return Documents.dicts(Documents.values(Documents.scalars()));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void whatIsWrittenIsReadBack(@ForAll("documents") DictValue value) {
    String text = written(value);
    assertThat(Documents.exact(natives.call("parse_toml", text)))
        .as(text)
        .isEqualTo(Documents.exact(value));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void everyTextIsReadOrRefused(
      @ForAll("documents") DictValue value, @ForAll int place, @ForAll char unit) {
    StringBuilder text = new StringBuilder(written(value));
    if (!text.isEmpty()) {
      text.setCharAt(Math.floorMod(place, text.length()), unit);
    }
    assertThat(natives.message("parse_toml", text.toString()))
        .matches(
            message -> message.startsWith("no error") || message.startsWith("TOML parse error: "));
  }
}

package ruff.stdlib.yaml;

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
import org.junit.jupiter.params.provider.ValueSource;
import ruff.stdlib.Documents;
import ruff.stdlib.Natives;
import ruff.value.ArrayValue;
import ruff.value.BytesValue;
import ruff.value.DictValue;

class YamlNativesTest {
  private final Natives natives = new Natives();

  private String read(String text) {
    return Documents.exact(natives.call("parse_yaml", text));
  }

  private String written(Object value) {
    return (String) natives.call("to_yaml", value);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "0x1F, Int(31)",
        "-0x10, Int(-16)",
        "0o17, Int(15)",
        "0b101, Int(5)",
        "+3, Int(3)",
        "-0, Int(0)",
        "0, Int(0)",
        "1., Float(1)",
        "+.5, Float(0.5)",
        "1e3, Float(1000)",
        "-.INF, Float(-inf)",
        ".NaN, Float(NaN)",
        "18446744073709551616, Float(18446744073709552000)",
        "-9223372036854775809, Float(-9223372036854776000)",
        "0xFFFFFFFFFFFFFFFFF, Float(295147905179352830000)",
        "017, String(\"017\")",
        "-00, String(\"-00\")",
        "1e400, String(\"1e400\")",
        "1_000, String(\"1_000\")",
        "0x, String(\"0x\")",
        "0xG, String(\"0xG\")",
        "0o8, String(\"0o8\")",
        "NaN, String(\"NaN\")",
        "yes, String(\"yes\")",
        "TRUE, Bool(true)",
        "tRUE, String(\"tRUE\")",
        "~, Null",
        "NULL, Null",
        "1d, String(\"1d\")",
        "!!str 5, String(\"5\")",
        "!!int '7', Int(7)",
        "!!float 5, Float(5)",
        "!!bool 'true', Bool(true)",
        "! 5, String(\"5\")",
        "!own 5, Int(5)",
        "!!null , Null",
        "'5', String(\"5\")"
      })
  void scalarsHaveTheTypesOfTheCoreSchema(String text, String value) {
    assertThat(read(text)).isEqualTo(value);
  }

  @Test
  void keysAreTextsAsWritten() {
    assertThat(natives.show("parse_yaml", "1: a\n~: b\n0x10: c\n[1, 2]: d\n{x: null}: e\n'q': f\n"))
        .isEqualTo(
            "{\"0x10\": c, \"1\": a, \"[1,2]\": d, \"q\": f, \"{\"x\":null}\": e, \"~\": b}");
    assertThat(natives.show("parse_yaml", "a: &x [1]\n*x : &k name\nb: {*k : 2}\n"))
        .isEqualTo("{\"[1]\": name, \"a\": [1], \"b\": {\"name\": 2}}");
    assertThat(natives.show("parse_yaml", "<<: {a: 1}\nb: 2"))
        .isEqualTo("{\"<<\": {\"a\": 1}, \"b\": 2}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a: 1$a: 2 | duplicate entry with key \"a\"",
        "a: 1$'a': 2 | duplicate entry with key \"a\"",
        "--- 1$--- 2 | deserializing from YAML containing more than one document is not supported",
        "a: *gone | unknown anchor at line 1 column 4",
        "a: &me [*me] | unknown anchor at line 1 column 9",
        "a:$  - !!int x | invalid value for the tag !!int at line 2 column 5",
        "!!bool 1 | invalid value for the tag !!bool at line 1 column 1",
      })
  void saysWhatIsWrong(String text, String reason) {
    assertThat(natives.message("parse_yaml", text.replace('$', '\n')))
        .isEqualTo("YAML parse error: " + reason);
  }

  @Test
  void problemsOfSyntaxAreToldInOneLine() {
    assertThat(natives.message("parse_yaml", "a: [1,\n2 }"))
        .isEqualTo(
            "YAML parse error: expected ',' or ']', but got } at line 2 column 3, while parsing a"
                + " flow sequence at line 1 column 4");
    assertThat(natives.message("parse_yaml", "a: \u0001"))
        .startsWith("YAML parse error: ")
        .doesNotContain("\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- ", "? ", "&a [", "!t ["})
  void deepTextsEndInTime(String opener) {
    assertThat(natives.message("parse_yaml", opener.repeat(200_000)))
        .startsWith("YAML parse error: recursion limit exceeded at line 1 column ");
  }

  @Test
  void aliasesCannotRepeatWithoutLimit() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      String alias = "*a" + (i - 1);
      bomb.append(
          "a%d: &a%d [%s]\n"
              .formatted(
                  i,
                  i,
                  String.join(
                      ", ",
                      List.of(alias, alias, alias, alias, alias, alias, alias, alias, alias))));
    }
    assertThat(natives.message("parse_yaml", bomb.toString()))
        .startsWith("YAML parse error: repetition limit exceeded at line ");
    String longText = "a: &a " + "x".repeat(600_000) + "\n? [*a, *a, *a]\n: 1\n";
    assertThat(natives.message("parse_yaml", longText))
        .startsWith("YAML parse error: key too long");
  }

  @Test
  void aliasesShareWithoutShowing() {
    DictValue dict = (DictValue) natives.call("parse_yaml", "a: &x [1]\nb: *x\n");
    ArrayValue first = (ArrayValue) ((ArrayValue) dict.get("a")).owned();
    first.add(2L);
    assertThat(((ArrayValue) dict.get("b")).size).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=",
        "=x",
        ":x",
        "-x",
        "?x",
        "a#b",
        "a]",
        "a, b",
        "<<",
        "NaN",
        "1e",
        "0x",
        "1_0",
        "12:30",
        "2024-01-02",
        "yes",
        "on",
        "y",
        "a:b",
        "é"
      })
  void plainStringsStayPlain(String text) {
    assertThat(written(List.of(text))).isEqualTo("- " + text + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "null", "~", "true", "FALSE", "1", ".5", "+1", "1.", "0o7", "0b1", "+.inf", ".nan",
        "017", "-007", ", x", "[", "}", "#", "&a", "*a", "!", "|", ">", "\"", "%", "@", "`", "- x",
        "? x", "---", "...", "-", "?", ":", "a: b", "a #b", "a:", " a", "a "
      })
  void stringsThatWouldChangeAreQuoted(String text) {
    assertThat(written(List.of(text))).isEqualTo("- '" + text + "'\n");
  }

  @Test
  void textsOfManyLinesStandInBlocks() {
    assertThat(written(List.of("a\nb", "a\n", "a\n\n\n", " a\nb", "\na")))
        .isEqualTo("- |-\n  a\n  b\n- |\n  a\n- |+\n  a\n\n\n- |2-\n   a\n  b\n- |2-\n\n  a\n");
    assertThat(written("a\tb")).isEqualTo("\"a\\tb\"\n");
    assertThat(written(Map.of("k\nl", List.of()))).isEqualTo("\"k\\nl\": []\n");
  }

  @Test
  void keysKeepTheirOrderAndIntKeysAscend() {
    DictValue dict = new DictValue();
    dict.put("z", Natives.value(Map.of(10, "x", 9, "y")));
    dict.put("a", 1e20);
    assertThat(written(dict)).isEqualTo("z:\n  '9': y\n  '10': x\na: 1e20\n");
  }

  @Test
  void depthIsBoundedAndOtherValuesRefused() {
    Object value = new ArrayValue();
    for (int i = 0; i < 100_000; i++) {
      value = ArrayValue.of(value);
    }
    assertThat(natives.message("to_yaml", value))
        .isEqualTo("YAML value exceeds maximum nesting depth of 128");
    assertThat(natives.message("to_yaml", List.of(new BytesValue(new byte[1]))))
        .isEqualTo("Cannot convert bytes to YAML");
  }

  @Provide
  Arbitrary<Object> values() {
    return Documents.values(Documents.scalarsAndNull());
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void whatIsWrittenIsReadBack(@ForAll("values") Object value) {
    String text = written(value);
    assertThat(read(text)).as(text).isEqualTo(Documents.exact(value));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void everyTextIsReadOrRefused(
      @ForAll("values") Object value, @ForAll int place, @ForAll char unit) {
    StringBuilder text = new StringBuilder(written(value));
    text.setCharAt(Math.floorMod(place, text.length()), unit);
    assertThat(natives.message("parse_yaml", text.toString()))
        .matches(
            message -> message.startsWith("no error") || message.startsWith("YAML parse error: "));
  }
}

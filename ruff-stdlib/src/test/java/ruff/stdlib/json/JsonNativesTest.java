package ruff.stdlib.json;

import static org.assertj.core.api.Assertions.assertThat;

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

class JsonNativesTest {
  private final Natives natives = new Natives();

  private String problem(String text) {
    String message = natives.message("parse_json", text);
    assertThat(message).startsWith("JSON parse error: ");
    return message.substring("JSON parse error: ".length());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[ | EOF while parsing a list at line 1 column 1",
        "[1 | EOF while parsing a list at line 1 column 2",
        "[1, | EOF while parsing a value at line 1 column 3",
        "{ | EOF while parsing an object at line 1 column 1",
        "{'a' | EOF while parsing an object at line 1 column 4",
        "{'a': | EOF while parsing a value at line 1 column 5",
        "{'a':1 | EOF while parsing an object at line 1 column 6",
        "{'a':1, | EOF while parsing a value at line 1 column 7",
        "{, | key must be a string at line 1 column 2",
        "{1:2} | key must be a string at line 1 column 2",
        "[,1] | expected value at line 1 column 2",
        "+1 | expected value at line 1 column 1",
        "truX | expected ident at line 1 column 4",
        "nu | EOF while parsing a value at line 1 column 2",
        "-a | invalid number at line 1 column 2",
        "1.x | invalid number at line 1 column 3",
        "1ex | invalid number at line 1 column 3",
        "1e+ | EOF while parsing a value at line 1 column 3",
        "-01 | invalid number at line 1 column 3",
        "1e999 | number out of range at line 1 column 5",
        "'\\x' | invalid escape at line 1 column 3",
        "'\\u12zz' | invalid escape at line 1 column 6",
        "'\\u12 | EOF while parsing a string at line 1 column 5",
        "'\\ud800' | unexpected end of hex escape at line 1 column 8",
        "'\\ud800\\n' | unexpected end of hex escape at line 1 column 9",
        "'\\ud800\\u0041' | lone leading surrogate in hex escape at line 1 column 13",
        "'\\udc00' | lone leading surrogate in hex escape at line 1 column 7",
        "'é' x | trailing characters at line 1 column 6",
      })
  void namesReasonAndByte(String text, String reason) {
    assertThat(problem(text.replace('\'', '"'))).isEqualTo(reason);
  }

  @Test
  void countsLinesAndBytes() {
    assertThat(problem("[1,\n2\n")).isEqualTo("EOF while parsing a list at line 3 column 0");
    assertThat(problem("[\n\"é\" 1]")).isEqualTo("expected `,` or `]` at line 2 column 6");
    assertThat(problem("\"a\u0001\""))
        .isEqualTo(
            "control character (\\u0000-\\u001F) found while parsing a string at line 1 column 3");
    assertThat(problem("\ufeff1")).isEqualTo("expected value at line 1 column 1");
  }

  @ParameterizedTest
  @CsvSource({
    "1.0, 1.0",
    "100.0, 100.0",
    "0.00001, 0.00001",
    "0.000001, 1e-6",
    "1.5e-7, 1.5e-7",
    "1e15, 1000000000000000.0",
    "1e16, 1e+16",
    "1.2345678901234567e19, 1.2345678901234567e+19",
    "-0.0, -0.0",
    "5e-324, 5e-324",
    "1.7976931348623157e308, 1.7976931348623157e+308",
    "0.1, 0.1",
    "123456.789, 123456.789",
    "9007199254740993.0, 9007199254740992.0"
  })
  void writesTheShortestDigits(double number, String text) {
    assertThat(natives.call("to_json", number)).isEqualTo(text);
  }

  @Test
  void intsThatDoNotFitBecomeFloats() {
    assertThat(natives.call("parse_json", "9223372036854775807")).isEqualTo(Long.MAX_VALUE);
    assertThat(natives.call("parse_json", "-9223372036854775808")).isEqualTo(Long.MIN_VALUE);
    assertThat(natives.call("parse_json", "-9223372036854775809")).isEqualTo(-0x1p63);
    assertThat(natives.call("parse_json", "1" + "0".repeat(30))).isEqualTo(1e30);
    assertThat(natives.call("parse_json", "-0")).isEqualTo(-0.0);
  }

  @Test
  void keysOfIntDictsAscendByNumber() {
    DictValue dict = new DictValue();
    dict.put(10, "x");
    dict.put(9, "y");
    dict.put(-1, "z");
    assertThat(natives.call("to_json", dict)).isEqualTo("{\"-1\":\"z\",\"9\":\"y\",\"10\":\"x\"}");
  }

  @Test
  void saysWhatHasNoForm() {
    assertThat(natives.message("to_json", new BytesValue(new byte[1])))
        .isEqualTo("Cannot convert bytes to JSON");
    assertThat(natives.message("to_json_pretty", Natives.function(given -> null)))
        .isEqualTo("Cannot convert function to JSON");
    assertThat(natives.message("to_json", Double.NEGATIVE_INFINITY))
        .isEqualTo("Cannot convert non-finite float -inf to JSON");
  }

  @Test
  void depthIsBoundedInBothDirections() {
    assertThat(natives.message("parse_json", "[".repeat(66) + "]".repeat(66)))
        .isEqualTo("JSON input exceeds maximum nesting depth of 64");
    assertThat(problem("[".repeat(65) + "x")).isEqualTo("expected value at line 1 column 66");
    assertThat(problem("[".repeat(1_000_000)))
        .isEqualTo("recursion limit exceeded at line 1 column 128");
    Object value = new ArrayValue();
    for (int i = 0; i < 1_000_000; i++) {
      value = ArrayValue.of(value);
    }
    assertThat(natives.message("to_json", value))
        .isEqualTo("JSON value exceeds maximum nesting depth of 64");
  }

  @Test
  void sizeIsCountedInBytes() {
    String limit = "JSON input exceeds maximum input size of 1048576 bytes";
    assertThat(natives.call("parse_json", "\"" + "é".repeat(524_287) + "\""))
        .isEqualTo("é".repeat(524_287));
    assertThat(natives.message("parse_json", "\"" + "é".repeat(524_288) + "\"")).isEqualTo(limit);
    assertThat(natives.message("parse_json", "9".repeat(1_048_577))).isEqualTo(limit);
    assertThat(problem("9".repeat(1_048_576)))
        .isEqualTo("number out of range at line 1 column 1048576");
  }

  @Test
  void equalKeysAndManyKeysAreKept() {
    assertThat(natives.show("parse_json", "{\"a\":1,\"a\":[]}")).isEqualTo("{\"a\": []}");
    StringBuilder text = new StringBuilder("{\"k\":0");
    for (int i = 0; i < 50_000; i++) {
      text.append(",\"key").append(i).append("\":").append(i);
    }
    DictValue dict = (DictValue) natives.call("parse_json", text.append('}').toString());
    assertThat(dict.size()).isEqualTo(50_001);
    assertThat(dict.get("key49999")).isEqualTo(49_999L);
  }

  @Provide
  Arbitrary<Object> values() {
    return Documents.values(Documents.scalarsAndNull());
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void whatIsWrittenIsReadBack(@ForAll("values") Object value) {
    String exact = Documents.exact(value);
    Object compact = natives.call("parse_json", natives.call("to_json", value));
    assertThat(Documents.exact(compact)).isEqualTo(exact);
    Object pretty = natives.call("parse_json", natives.call("to_json_pretty", value));
    assertThat(Documents.exact(pretty)).isEqualTo(exact);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void aTruncatedTextEndsTooEarly(@ForAll("values") Object value, @ForAll int place) {
    String text = (String) natives.call("to_json", Natives.value(java.util.List.of(value)));
    String part = text.substring(0, Math.floorMod(place, text.length()));
    // Half a pair of surrogates cannot be in a text.
    if (part.isEmpty() || !Character.isHighSurrogate(part.charAt(part.length() - 1))) {
      assertThat(problem(part)).startsWith("EOF while parsing");
    }
  }
}

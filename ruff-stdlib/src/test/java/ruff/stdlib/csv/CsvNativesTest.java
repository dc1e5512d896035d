package ruff.stdlib.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ruff.stdlib.Natives;
import ruff.value.ArrayValue;
import ruff.value.BytesValue;
import ruff.value.DictValue;

class CsvNativesTest {
  private final Natives natives = new Natives();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7 | int | 7",
        "-4 | int | -4",
        "+4 | int | 4",
        "1e2 | float | 100",
        ".5 | float | 0.5",
        "1. | float | 1",
        "0 | int | 0",
        "0.5 | float | 0.5",
        "007 | string | 007",
        "-007 | string | -007",
        "00 | string | 00",
        "01.5 | string | 01.5",
        "inf | string | inf",
        "NaN | string | NaN",
        "-Infinity | string | -Infinity",
        "1e400 | string | 1e400",
        "99999999999999999999 | float | 100000000000000000000",
        "1d | string | 1d",
        "0x1 | string | 0x1",
        "true | string | true",
        "- | string | -",
        "1_0 | string | 1_0"
      })
  void numbersAreRecognised(String field, String type, String shown) {
    ArrayValue rows = (ArrayValue) natives.call("parse_csv", "k\n" + field);
    Object value = ((DictValue) rows.get(0)).get("k");
    assertThat(natives.call("type", value)).isEqualTo(type);
    assertThat(natives.call("to_string", value)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a;b$1;2$ | [{\"a;b\": 1;2}]",
        "a,b$x\"y,\"z | [{\"a\": x\"y, \"b\": z}]",
        "a,b$\"x\"yz,2 | [{\"a\": xyz, \"b\": 2}]",
        "a$\"x\"y\"z\" | [{\"a\": xy\"z\"}]",
        "a$\"open,1 | [{\"a\": open,1}]",
        "a$\"\" | [{\"a\": }]",
        "a,a$1,2 | [{\"a\": 2}]",
        "$$a$$1$$ | [{\"a\": 1}]",
        "a,b$1, | [{\"a\": 1, \"b\": }]"
      })
  void everyTextHasRows(String text, String rows) {
    for (String lineEnd : List.of("\n", "\r\n", "\r")) {
      assertThat(natives.show("parse_csv", text.replace("$", lineEnd))).isEqualTo(rows);
    }
  }

  @Test
  void aByteOrderMarkIsDropped() {
    assertThat(natives.show("parse_csv", "\ufeffa\n1")).isEqualTo("[{\"a\": 1}]");
    assertThat(natives.show("parse_csv", "\ufeff")).isEqualTo("[]");
  }

  @Test
  void raggedRowsAreNamedByRecordLineAndByte() {
    assertThat(natives.message("parse_csv", "é,b\r\n\"x\r\ny\",2\r\n\r\n3\r\n"))
        .isEqualTo(
            "CSV parse error: CSV error: record 2 (line: 5, byte: 18): found record with 1 fields,"
                + " but the previous record has 2 fields");
  }

  @Test
  void columnsKeepTheirOrderAndPartsBecomeJson() {
    DictValue row = new DictValue();
    row.put("z", ArrayValue.of(1L, 2.0));
    row.put("a", Natives.value(Map.of("k", "v")));
    assertThat(natives.call("to_csv", List.of(row)))
        .isEqualTo("z,a\n\"[1,2.0]\",\"{\"\"k\"\":\"\"v\"\"}\"\n");
    assertThat(natives.call("to_csv", List.of(Map.of(1, 2.0)))).isEqualTo("1\n2\n");
    assertThat(natives.call("to_csv", List.of(new DictValue()))).isEqualTo("\"\"\n\"\"\n");
    assertThat(natives.message("to_csv", List.of(Map.of("k", new BytesValue(new byte[0])))))
        .isEqualTo("Cannot convert bytes to CSV");
  }

  @Provide
  Arbitrary<List<List<String>>> tables() {
    Arbitrary<String> fields =
        Arbitraries.of("x", "\"", ",", "\n", "\r\n", " ", "é", "=")
            .list()
            .ofMaxSize(4)
            .map(this::join);
    return fields.list().ofSize(3).list().ofMinSize(1).ofMaxSize(5);
  }

  private String join(List<String> parts) {
    return String.join("", parts);
  }

  @Property
  void whatIsWrittenIsReadBack(@ForAll("tables") List<List<String>> table) {
    List<Object> rows = new ArrayList<>();
    for (List<String> fields : table) {
      DictValue row = new DictValue();
      row.put("one", fields.get(0));
      row.put("two", fields.get(1));
      row.put("three", fields.get(2));
      rows.add(row);
    }
    Object back = natives.call("parse_csv", natives.call("to_csv", rows));
    assertThat(natives.call("to_json", back)).isEqualTo(natives.call("to_json", rows));
  }
}

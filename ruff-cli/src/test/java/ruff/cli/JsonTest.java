package ruff.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
  @Test
  void sortsKeysAndIndentsByTwo() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("b", List.of(1, 2L));
    object.put("a", Map.of("x", true));
    assertThat(Json.write(object))
        .isEqualTo(
            """
            {
              "a": {
                "x": true
              },
              "b": [
                1,
                2
              ]
            }
            """);
  }

  @Test
  void writesEmptyCollectionsInOneLine() {
    assertThat(Json.write(Map.of())).isEqualTo("{}\n");
    assertThat(Json.write(List.of())).isEqualTo("[]\n");
  }

  @Test
  void writesNullInsideCollections() {
    assertThat(Json.write(Arrays.asList((Object) null))).isEqualTo("[\n  null\n]\n");
  }

  @Test
  void escapesWhatJsonDemandsAndWhatDoesNotShow() {
    assertThat(Json.write("\"\\\n\r\t\b\f\u0001/ü☃😀"))
        .isEqualTo("\"\\\"\\\\\\n\\r\\t\\b\\f\\u0001/ü☃😀\"\n");
    assertThat(Json.write("\u007f\u0085\u2028\u2029\u202e\ufeff"))
        .isEqualTo("\"\\u007f\\u0085\\u2028\\u2029\\u202e\\ufeff\"\n");
  }

  @Test
  void refusesValuesWithoutAJsonForm() {
    assertThatThrownBy(() -> Json.write(new StringBuilder()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

package ruff.stdlib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import ruff.natives.NativeFunction;
import ruff.value.ArrayValue;
import ruff.value.BytesValue;
import ruff.value.DictValue;
import ruff.value.Display;
import ruff.value.NullValue;
import ruff.value.QueueValue;
import ruff.value.SetValue;
import ruff.value.StackValue;

/** Which natives are methods of which values. */
class MethodFormTest {
  private static final String ANYWHERE =
      "map filter reduce collect take skip zip enumerate flatten chunk to_string";

  private final StandardLibrary library = new StandardLibrary();
  private final Natives natives = new Natives();

  static Stream<Arguments> receivers() {
    return Stream.of(
        Arguments.of(
            new ArrayValue(),
            "len is_empty contains index_of push append pop insert remove remove_at clear slice"
                + " concat find any all sort reverse unique sum windows join"),
        Arguments.of(
            "text",
            "len count_chars is_empty to_upper upper to_lower lower capitalize trim trim_start"
                + " trim_end char_at substring substr replace replace_str starts_with ends_with"
                + " contains index_of split lines words repeat str_reverse slugify truncate"
                + " to_camel_case to_snake_case to_kebab_case pad_left pad_right pad_start pad_end"
                + " to_int to_float to_bool parse_int parse_float"),
        Arguments.of(
            new DictValue(),
            "len is_empty keys values items has_key contains get get_default merge update invert"
                + " remove clear"),
        Arguments.of(new SetValue(), "len is_empty"),
        Arguments.of(new QueueValue(), "len is_empty"),
        Arguments.of(new StackValue(), "len is_empty"),
        Arguments.of(new BytesValue(new byte[0]), "len is_empty slice"),
        Arguments.of(5L, ""),
        Arguments.of(NullValue.NULL, ""));
  }

  @ParameterizedTest
  @MethodSource("receivers")
  void everyValueHasItsMethodsAndNoOthers(Object receiver, String names) {
    Set<String> expected = new HashSet<>(Arrays.asList((names + " " + ANYWHERE).split(" ")));
    expected.remove("");
    Set<String> found = new HashSet<>();
    for (NativeFunction function : library.functions()) {
      if (library.methodFor(receiver, function.name()) != null) {
        found.add(function.name());
      }
    }
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void theReceiverIsTheFirstArgument() {
    assertThat(Display.text(natives.callMethod("a,b", "split", ","))).isEqualTo("[a, b]");
    assertThat(natives.callMethod(Map.of("a", 1), "get", "a")).isEqualTo(1L);
    assertThat(natives.callMethod(List.of(1, 2), "len")).isEqualTo(2L);
  }

  @Test
  void otherNumbersOfArgumentsAreToldWithTheReceiverCounted() {
    assertThatThrownBy(() -> natives.callMethod(List.of(1), "map"))
        .hasMessage("map expects 2 arguments, got 1");
    assertThatThrownBy(() -> natives.callMethod("5", "to_int", 3))
        .hasMessage("to_int expects 1 argument, got 2");
    assertThatThrownBy(() -> natives.callMethod("a", "len", 3))
        .hasMessage("len expects 1 arguments, got 2");
    assertThatThrownBy(() -> natives.callMethod("a", "substr"))
        .hasMessage("substring expects 3 arguments, got 1");
    assertThatThrownBy(() -> natives.callMethod(Map.of(), "get"))
        .hasMessage("get expects 2 to 3 arguments, got 1");
  }

  @Test
  void sequenceMethodsOfOtherValuesRaiseTheErrorOfTheFunction() {
    assertThatThrownBy(() -> natives.callMethod("abc", "take", 2))
        .hasMessage("take() requires 2 arguments: array and count");
    assertThatThrownBy(() -> natives.callMethod(5, "collect"))
        .hasMessage("collect() expects an iterator or array");
  }
}

package ruff.stdlib.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import ruff.stdlib.Natives;
import ruff.value.Display;
import ruff.value.RuffError;
import ruff.value.StructValue;

class ArgumentParsersTest {
  private final Natives natives = new Natives();

  private Object parser() {
    Object parser = natives.call("arg_parser");
    parser = add(parser, "--limit", "-l", "type", "int", "default", "10");
    parser = add(parser, "--rate", "type", "float");
    parser = add(parser, "--verbose", "-v", "type", "bool");
    return add(parser, "--name", "help", "Who", "required", false);
  }

  private Object add(Object parser, Object... words) {
    return natives.callMethod(parser, "add_argument", words);
  }

  private String parse(Object parser, String... words) {
    return Display.text(natives.withArguments(words).callMethod(parser, "parse"));
  }

  private void assertRefused(Object parser, String message, String... words) {
    assertThatThrownBy(() -> parse(parser, words))
        .isInstanceOf(RuffError.class)
        .hasMessage(message);
  }

  @Test
  void readsOptionsByLongAndShortName() {
    assertThat(parse(parser(), "-l", "-5", "--rate", "1e2", "-v", "--name", "--x"))
        .isEqualTo("{\"limit\": -5, \"name\": --x, \"rate\": 100, \"verbose\": true}");
  }

  @Test
  void readsValuesBehindAnEqualsSign() {
    assertThat(parse(parser(), "--limit=7", "--name=a=b", "--verbose=false"))
        .isEqualTo("{\"limit\": 7, \"name\": a=b, \"rate\": null, \"verbose\": false}");
  }

  @Test
  void theLastOfSeveralValuesWins() {
    assertThat(parse(parser(), "-l", "1", "--limit", "2")).contains("\"limit\": 2");
  }

  @Test
  void collectsOtherWords() {
    assertThat(parse(parser(), "in", "-", "-v", "--", "-l", "--"))
        .contains("\"_positional\": [in, -, -l, --]")
        .contains("\"verbose\": true");
  }

  @Test
  void refusesWhatItDoesNotUnderstand() {
    Object parser = add(parser(), "--when", "type", "date");
    assertRefused(parser, "Unknown argument: -5", "-5");
    assertRefused(parser, "Unknown argument: --nope=1", "--nope=1");
    assertRefused(parser, "Argument --limit requires a value", "--limit");
    assertRefused(parser, "Argument --limit requires an integer value, got: 1.5", "-l", "1.5");
    assertRefused(parser, "Argument --rate requires a float value, got: 1,5", "--rate", "1,5");
    assertRefused(parser, "Unknown argument type: date", "--when", "today");
  }

  @Test
  void missingOptionsAreLookedForAfterAllWords() {
    Object parser = add(parser(), "--key", "required", true);
    assertRefused(parser, "Unknown argument: --nope", "--nope");
    assertRefused(parser, "Required argument --key is missing", "-v");
  }

  @Test
  void aBadDefaultIsZero() {
    Object parser = add(natives.call("arg_parser"), "--a", "type", "int", "default", "x");
    parser = add(parser, "--b", "type", "float", "default", "");
    assertThat(parse(parser)).isEqualTo("{\"a\": 0, \"b\": 0}");
  }

  @Test
  void addingAnOptionLeavesTheReceiverAlone() {
    StructValue parser = (StructValue) natives.call("arg_parser");
    add(parser, "--a");
    assertThat(Display.text(parser))
        .isEqualTo("ArgParser { _app_name: , _args: [], _description:  }");
  }

  @Test
  void describesTheOptions() {
    StructValue parser = (StructValue) parser();
    parser.set("_app_name", "tool");
    parser.set("_description", "Does things");
    assertThat(natives.callMethod(parser, "help"))
        .isEqualTo(
            """
            tool

            Does things

            Options:
              -l, --limit <int> [default: 10]
                  --rate <float>
              -v, --verbose
                  --name <string>
                    Who
            """);
  }

  @Test
  void anOptionNeedsAName() {
    Object parser = natives.call("arg_parser");
    assertThatThrownBy(() -> add(parser))
        .hasMessage("add_argument requires at least a long argument name");
  }
}

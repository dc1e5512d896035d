package ruff.stdlib.environment;

import java.util.ArrayList;
import java.util.List;
import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.NativeContext;
import ruff.natives.Param;
import ruff.natives.Param.Ownership;
import ruff.value.ArrayValue;
import ruff.value.DictValue;
import ruff.value.Shape;
import ruff.value.StructDefinition;
import ruff.value.StructValue;
import ruff.value.Text;

/**
 * Natives that understand the words behind a program's file. A parser is a struct with the fields
 * {@code _app_name}, {@code _description} and {@code _args}, the options as dicts.
 */
public final class ArgumentParsers {
  private static final Shape SHAPE =
      StructDefinition.ofLibrary("ArgParser")
          .root()
          .with("_app_name")
          .with("_args")
          .with("_description");

  private static final String NO_NAME = "add_argument requires at least a long argument name";

  private ArgumentParsers() {}

  @Native(
      name = "arg_parser",
      family = Family.ENVIRONMENT,
      doc = "A parser for the program's arguments, without options yet.",
      returns = "struct ArgParser {_app_name: \"\", _args: [], _description: \"\"}",
      arity = "arg_parser() expects 0 arguments, got {got}",
      example = "type(arg_parser())",
      result = "struct")
  public static StructValue argParser() {
    return new StructValue(SHAPE, new Object[] {"", new ArrayValue(), ""});
  }

  @Native(
      name = "ArgParser.add_argument",
      family = Family.ENVIRONMENT,
      doc =
          "A parser with one more option; after its long and short name come pairs of a key (short,"
              + " type, required, help, default) and a value.",
      signatures = "parser.add_argument(long: string, short_or_key?, key: string, value: any, ...)",
      returns = "a new ArgParser; the receiver is unchanged",
      tooFew = NO_NAME,
      example = "trim(arg_parser().add_argument(\"--n\", \"-n\", \"type\", \"int\").help())",
      result = "Options:\n  -n, --n <int>")
  public static StructValue addArgument(
      @Param(type = "ArgParser", error = NO_NAME, ownership = Ownership.BORROWED)
          StructValue parser,
      @Param(name = "long", error = NO_NAME) String longName,
      Object... rest) {
    StructValue result = parser.copy();
    ArrayValue options =
        parser.get("_args") instanceof ArrayValue known ? known.copy() : new ArrayValue();
    options.add(Option.of(longName, rest).toDict());
    result.set("_args", options);
    return result;
  }

  @Native(
      name = "ArgParser.parse",
      family = Family.ENVIRONMENT,
      doc =
          "The program's arguments by the long names of the options, without leading dashes; other"
              + " words come in an array _positional.",
      signatures = "parser.parse()",
      returns = "dict of option name to value",
      arity = "parse expects 0 arguments",
      errors = {
        "Required argument --X is missing",
        "Unknown argument: A",
        "Argument --X requires a value",
        "Argument --X requires an integer value, got: V",
        "Argument --X requires a float value, got: V",
        "Unknown argument type: T"
      },
      example = "arg_parser().add_argument(\"--v\", \"type\", \"bool\").parse()",
      result = "{\"v\": false}")
  public static DictValue parse(
      NativeContext context,
      @Param(type = "ArgParser", error = NO_NAME, ownership = Ownership.BORROWED)
          StructValue parser) {
    return new ArgumentScan(options(parser)).scan(context.arguments());
  }

  @Native(
      name = "ArgParser.help",
      family = Family.ENVIRONMENT,
      doc = "A text that describes the options.",
      signatures = "parser.help()",
      returns = "string",
      arity = "help expects 0 arguments",
      example = "len(arg_parser().help())",
      result = "13")
  public static String help(
      @Param(type = "ArgParser", error = NO_NAME, ownership = Ownership.BORROWED)
          StructValue parser) {
    StringBuilder help = new StringBuilder();
    help.append(text(parser, "_app_name")).append("\n\n");
    help.append(text(parser, "_description")).append("\n\nOptions:\n");
    for (Option option : options(parser)) {
      option.describe(help);
    }
    return help.toString();
  }

  private static String text(StructValue parser, String field) {
    Object value = parser.get(field);
    return Text.isText(value) ? Text.of(value) : "";
  }

  private static List<Option> options(StructValue parser) {
    List<Option> options = new ArrayList<>();
    if (parser.get("_args") instanceof ArrayValue known) {
      for (int i = 0; i < known.size; i++) {
        if (known.get(i) instanceof DictValue dict && Text.isText(dict.get("long"))) {
          options.add(Option.of(dict));
        }
      }
    }
    return options;
  }
}

package ruff.stdlib.environment;

import ruff.value.DictValue;
import ruff.value.NullValue;
import ruff.value.RuffError;
import ruff.value.Text;

/**
 * An option that a program understands.
 *
 * @param longName as it is written, dashes included
 * @param shortName as it is written, or null
 * @param type string, int, float or bool; others fail when the option is used
 * @param help may be empty
 * @param fallback the text of its default, or null
 */
record Option(
    String longName,
    String shortName,
    String type,
    boolean required,
    String help,
    String fallback) {

  /** An option from what add_argument gets behind the long name. */
  static Option of(String longName, Object[] rest) {
    DictValue facts = new DictValue();
    int from = 0;
    if (rest.length > 0 && Text.isText(rest[0]) && Text.of(rest[0]).startsWith("-")) {
      facts.put("short", rest[0]);
      from = 1;
    }
    for (int i = from; i + 1 < rest.length; i += 2) {
      if (Text.isText(rest[i])) {
        facts.put(Text.of(rest[i]), rest[i + 1]);
      }
    }
    facts.put("long", longName);
    return of(facts);
  }

  /** An option from its facts; what has the wrong type is ignored. */
  static Option of(DictValue facts) {
    String type = text(facts, "type");
    String help = text(facts, "help");
    return new Option(
        text(facts, "long"),
        text(facts, "short"),
        type == null ? "string" : type,
        facts.get("required") == Boolean.TRUE,
        help == null ? "" : help,
        text(facts, "default"));
  }

  private static String text(DictValue facts, String key) {
    Object value = facts.get(key);
    return Text.isText(value) ? Text.of(value) : null;
  }

  /** The facts that {@link #of(DictValue)} reads. */
  DictValue toDict() {
    DictValue facts = new DictValue();
    facts.put("long", longName);
    facts.put("short", shortName == null ? NullValue.NULL : shortName);
    facts.put("type", type);
    facts.put("required", required);
    facts.put("help", help);
    facts.put("default", fallback == null ? NullValue.NULL : fallback);
    return facts;
  }

  boolean isFlag() {
    return type.equals("bool");
  }

  boolean isCalled(String word) {
    return word.equals(longName) || word.equals(shortName);
  }

  /** The long name without leading dashes. */
  String key() {
    int start = 0;
    while (start < longName.length() && longName.charAt(start) == '-') {
      start++;
    }
    return longName.substring(start);
  }

  /** The value that a word given for this option stands for. */
  Object valueOf(String word) {
    return switch (type) {
      case "string" -> word;
      case "int" -> numberOr(PlainNumbers.integer(word), "an integer", word);
      case "float" -> numberOr(PlainNumbers.decimal(word), "a float", word);
      default -> throw new RuffError("Unknown argument type: " + type);
    };
  }

  private Object numberOr(Number number, String kind, String word) {
    if (number == null) {
      throw new RuffError("Argument " + longName + " requires " + kind + " value, got: " + word);
    }
    return number;
  }

  /** Its value when it is not given. */
  Object missing() {
    if (isFlag()) {
      return "true".equals(fallback);
    }
    if (fallback == null) {
      return NullValue.NULL;
    }
    return switch (type) {
      case "int" -> orZero(PlainNumbers.integer(fallback), 0L);
      case "float" -> orZero(PlainNumbers.decimal(fallback), 0.0);
      default -> fallback;
    };
  }

  private static Object orZero(Number number, Number zero) {
    return number == null ? zero : number;
  }

  /** Appends its lines of the help text. */
  void describe(StringBuilder help) {
    help.append(shortName == null ? "      " : "  " + shortName + ", ").append(longName);
    if (!isFlag()) {
      help.append(" <").append(type).append('>');
    }
    if (required) {
      help.append(" (required)");
    }
    if (fallback != null) {
      help.append(" [default: ").append(fallback).append(']');
    }
    help.append('\n');
    if (!this.help.isEmpty()) {
      help.append("        ").append(this.help).append('\n');
    }
  }
}

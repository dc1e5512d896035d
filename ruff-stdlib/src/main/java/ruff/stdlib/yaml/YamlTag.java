package ruff.stdlib.yaml;

import org.snakeyaml.engine.v2.events.ScalarEvent;
import ruff.value.NullValue;

/** The tags that change what a scalar means. */
final class YamlTag {
  private static final String CORE = "tag:yaml.org,2002:";

  private YamlTag() {}

  static boolean isKnown(String tag) {
    return switch (tag) {
      case "!", CORE + "str", CORE + "int", CORE + "float", CORE + "bool", CORE + "null" -> true;
      default -> false;
    };
  }

  /** The value of a scalar with a known tag. */
  static Object apply(String tag, ScalarEvent scalar) throws InvalidYaml {
    String text = scalar.getValue();
    if (tag.equals("!") || tag.equals(CORE + "str")) {
      return text;
    }
    Object value = YamlScalar.of(text);
    if (tag.equals(CORE + "float") && value instanceof Number number) {
      return number.doubleValue();
    }
    boolean fits =
        switch (tag) {
          case CORE + "int" -> value instanceof Long;
          case CORE + "bool" -> value instanceof Boolean;
          case CORE + "null" -> value == NullValue.NULL;
          default -> false;
        };
    if (!fits) {
      throw InvalidYaml.at("invalid value for the tag !!" + tag.substring(CORE.length()), scalar);
    }
    return value;
  }
}

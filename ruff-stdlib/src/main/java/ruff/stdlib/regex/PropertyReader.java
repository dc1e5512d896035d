package ruff.stdlib.regex;

import java.util.Locale;
import java.util.Map;

/**
 * Translates Unicode properties: general categories, scripts and a few others, by any usual name.
 */
final class PropertyReader {
  /** The short names of general categories, by their long names in plain form. */
  private static final Map<String, String> CATEGORIES =
      Map.ofEntries(
          Map.entry("letter", "L"),
          Map.entry("casedletter", "LC"),
          Map.entry("uppercaseletter", "Lu"),
          Map.entry("lowercaseletter", "Ll"),
          Map.entry("titlecaseletter", "Lt"),
          Map.entry("modifierletter", "Lm"),
          Map.entry("otherletter", "Lo"),
          Map.entry("mark", "M"),
          Map.entry("nonspacingmark", "Mn"),
          Map.entry("spacingmark", "Mc"),
          Map.entry("enclosingmark", "Me"),
          Map.entry("number", "N"),
          Map.entry("decimalnumber", "Nd"),
          Map.entry("letternumber", "Nl"),
          Map.entry("othernumber", "No"),
          Map.entry("punctuation", "P"),
          Map.entry("connectorpunctuation", "Pc"),
          Map.entry("dashpunctuation", "Pd"),
          Map.entry("openpunctuation", "Ps"),
          Map.entry("closepunctuation", "Pe"),
          Map.entry("initialpunctuation", "Pi"),
          Map.entry("finalpunctuation", "Pf"),
          Map.entry("otherpunctuation", "Po"),
          Map.entry("symbol", "S"),
          Map.entry("mathsymbol", "Sm"),
          Map.entry("currencysymbol", "Sc"),
          Map.entry("modifiersymbol", "Sk"),
          Map.entry("othersymbol", "So"),
          Map.entry("separator", "Z"),
          Map.entry("spaceseparator", "Zs"),
          Map.entry("lineseparator", "Zl"),
          Map.entry("paragraphseparator", "Zp"),
          Map.entry("other", "C"),
          Map.entry("control", "Cc"),
          Map.entry("format", "Cf"),
          Map.entry("privateuse", "Co"));

  private final PatternText in;

  PropertyReader(PatternText in) {
    this.in = in;
  }

  /**
   * The property whose {@code \p} has been read.
   *
   * @param negative whether it was {@code \P}
   */
  ClassItem read(boolean negative) throws InvalidPattern {
    String name = in.take('{') ? in.until('}') : Character.toString(in.next());
    boolean caret = name.startsWith("^");
    ClassItem item = named(caret ? name.substring(1) : name);
    return negative == caret ? item : item.not();
  }

  private static ClassItem named(String name) throws InvalidPattern {
    int sign = name.indexOf('=');
    String kind = plain(sign < 0 ? "" : name.substring(0, sign));
    String value = plain(name.substring(sign + 1));
    return switch (kind) {
      case "" -> anyOf(value);
      case "gc", "generalcategory" -> category(value);
      case "sc", "script", "scx", "scriptextensions" -> script(value);
      default -> throw new InvalidPattern("property");
    };
  }

  /** Names count without case, spaces, hyphens and underscores. */
  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
  }

  private static ClassItem anyOf(String value) throws InvalidPattern {
    return switch (value) {
      case "any" -> ClassItem.range(0, Character.MAX_CODE_POINT);
      case "ascii" -> ClassItem.range(0, 0x7F);
      case "alphabetic", "alpha" -> computed(Character::isAlphabetic);
      case "uppercase", "upper" -> computed(Character::isUpperCase);
      case "lowercase", "lower" -> computed(Character::isLowerCase);
      case "whitespace", "space" ->
          new ClassItem(EscapeReader.SPACE, null, ruff.stdlib.text.WhiteSpace::is);
      case "emoji" -> computed(Character::isEmoji);
      case "ideographic", "ideo" -> computed(Character::isIdeographic);
      case "assigned" -> computed(Character::isDefined);
      default -> isCategory(value) ? category(value) : script(value);
    };
  }

  private static ClassItem computed(ClassItem.CodePoints members) {
    return new ClassItem(null, null, members);
  }

  private static boolean isCategory(String value) {
    return CATEGORIES.containsKey(value) || CATEGORIES.containsValue(shortForm(value));
  }

  /** {@code lu} as {@code Lu}. */
  private static String shortForm(String value) {
    return value.equals("lc")
        ? "LC"
        : value.substring(0, 1).toUpperCase(Locale.ROOT) + value.substring(1);
  }

  private static ClassItem category(String value) throws InvalidPattern {
    String name = CATEGORIES.getOrDefault(value, value.isEmpty() ? "" : shortForm(value));
    if (!CATEGORIES.containsValue(name)) {
      throw new InvalidPattern("category");
    }
    ClassItem.CodePoints members = c -> GeneralCategory.of(c).startsWith(name);
    if (name.equals("LC")) {
      return computed(c -> "LuLlLt".contains(GeneralCategory.of(c)));
    }
    return new ClassItem("\\p{" + name + "}", "\\P{" + name + "}", members);
  }

  private static ClassItem script(String value) throws InvalidPattern {
    for (Character.UnicodeScript script : Character.UnicodeScript.values()) {
      if (plain(script.name()).equals(value)) {
        return computed(c -> Character.UnicodeScript.of(c) == script);
      }
    }
    throw new InvalidPattern("script");
  }
}

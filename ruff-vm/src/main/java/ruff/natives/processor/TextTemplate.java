package ruff.natives.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A message with placeholders in braces, turned into a Java expression that makes it. */
final class TextTemplate {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");

  private TextTemplate() {}

  /** The placeholders of a template. */
  static List<String> placeholders(String template) {
    List<String> names = new ArrayList<>();
    Matcher matcher = PLACEHOLDER.matcher(template);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  /**
   * The Java expression of the message.
   *
   * @param expressions the Java expression of type {@code String} for each placeholder
   */
  static String expression(String template, Map<String, String> expressions) {
    List<String> parts = new ArrayList<>();
    Matcher matcher = PLACEHOLDER.matcher(template);
    int from = 0;
    while (matcher.find()) {
      addLiteral(parts, template.substring(from, matcher.start()));
      parts.add(expressions.get(matcher.group(1)));
      from = matcher.end();
    }
    addLiteral(parts, template.substring(from));
    return concatenation(parts);
  }

  private static void addLiteral(List<String> parts, String text) {
    if (!text.isEmpty()) {
      parts.add(JavaText.literal(text));
    }
  }

  /** Written with {@code concat}, which costs nothing at start, unlike the plus operator. */
  private static String concatenation(List<String> parts) {
    if (parts.isEmpty()) {
      return "\"\"";
    }
    StringBuilder out = new StringBuilder(parts.getFirst());
    for (String part : parts.subList(1, parts.size())) {
      out.append(".concat(").append(part).append(')');
    }
    return out.toString();
  }
}

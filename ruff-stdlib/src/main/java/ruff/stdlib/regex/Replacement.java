package ruff.stdlib.regex;

import java.util.ArrayList;
import java.util.List;

/**
 * A replacement text taken apart: plain text and references to groups. Does not change once made.
 */
final class Replacement {
  /**
   * @param group the number of the group, or -1 for plain text
   */
  private record Part(String text, int group) {}

  private final List<Part> parts = new ArrayList<>();

  private final String template;

  private Replacement(String template) {
    this.template = template;
  }

  static Replacement of(String template, Regex regex) {
    Replacement replacement = new Replacement(template);
    int from = 0;
    for (int at; (at = template.indexOf('$', from)) >= 0; ) {
      replacement.addText(template.substring(from, at));
      from = replacement.addReference(template, at, regex);
    }
    replacement.addText(template.substring(from));
    return replacement;
  }

  boolean isFor(String other) {
    return template.equals(other);
  }

  private void addText(String text) {
    if (!text.isEmpty()) {
      parts.add(new Part(text, -1));
    }
  }

  /** Reads what begins with a dollar sign; answers where to go on. */
  private int addReference(String template, int dollar, Regex regex) {
    int start = dollar + 1;
    if (template.startsWith("$", start)) {
      addText("$");
      return start + 1;
    }
    boolean braced = template.startsWith("{", start);
    int end = braced ? template.indexOf('}', start) : endOfName(template, start);
    String name = end < 0 ? "" : template.substring(braced ? start + 1 : start, end);
    if (name.isEmpty()) {
      addText("$");
      return start;
    }
    parts.add(new Part("", groupOf(name, regex)));
    return braced ? end + 1 : end;
  }

  private static int endOfName(String template, int start) {
    int end = start;
    while (end < template.length() && isNameChar(template.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isNameChar(char c) {
    return c == '_' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
  }

  /** An unknown group becomes one beyond all others, which is never part of a match. */
  private static int groupOf(String name, Regex regex) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) < '0' || name.charAt(i) > '9') {
        int group = regex.group(name);
        return group < 0 ? Integer.MAX_VALUE : group;
      }
    }
    return name.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(name);
  }

  void append(StringBuilder out, Matches matches) {
    for (Part part : parts) {
      if (part.group < 0) {
        out.append(part.text);
      } else {
        matches.appendGroup(out, part.group);
      }
    }
  }
}

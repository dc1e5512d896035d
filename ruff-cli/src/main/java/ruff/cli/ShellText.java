package ruff.cli;

import java.nio.charset.StandardCharsets;

/**
 * Words as a shell reads them, and as people can look at them: what a program names may hold
 * characters that break a line, command a terminal or turn the direction of writing.
 */
final class ShellText {
  private static final String ESCAPED = "\t\n\r\\'";
  private static final String LETTERS = "tnr\\'";

  private ShellText() {}

  /** The word as it is when that means itself, else in quotes. */
  static String quoted(String word) {
    if (!isVisible(word)) {
      return escaped(word);
    }
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean plain = Character.isLetterOrDigit(c) || "_-./:,=@%+".indexOf(c) >= 0;
      if (!plain) {
        return "'" + word.replace("'", "'\\''") + "'";
      }
    }
    return word.isEmpty() ? "''" : word;
  }

  /** The word as it is when it can be shown, else in quotes. */
  static String shown(String word) {
    return isVisible(word) ? word : escaped(word);
  }

  private static boolean isVisible(String word) {
    return word.codePoints().noneMatch(ShellText::isHidden);
  }

  private static boolean isHidden(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }

  /** The quotes of shells in which a backslash has its meaning; bytes as octal numbers. */
  private static String escaped(String word) {
    StringBuilder text = new StringBuilder("$'");
    word.codePoints()
        .forEach(
            character -> {
              int known = ESCAPED.indexOf(character);
              if (known >= 0) {
                text.append('\\').append(LETTERS.charAt(known));
              } else if (isHidden(character)) {
                appendBytes(text, Character.toString(character));
              } else {
                text.appendCodePoint(character);
              }
            });
    return text.append('\'').toString();
  }

  private static void appendBytes(StringBuilder text, String character) {
    for (byte b : character.getBytes(StandardCharsets.UTF_8)) {
      text.append(String.format("\\%03o", b & 0xff));
    }
  }
}

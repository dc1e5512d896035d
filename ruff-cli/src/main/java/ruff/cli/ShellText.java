package ruff.cli;

/** Words as a shell reads them. */
final class ShellText {
  private ShellText() {}

  /** The word as it is when that means itself, else in quotes. */
  static String quoted(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean plain = Character.isLetterOrDigit(c) || "_-./:,=@%+".indexOf(c) >= 0;
      if (!plain) {
        return "'" + word.replace("'", "'\\''") + "'";
      }
    }
    return word.isEmpty() ? "''" : word;
  }
}

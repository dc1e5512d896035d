package ruff.cli;

/**
 * One option about rights or budgets, wherever it comes from.
 *
 * @param flag with its dashes
 * @param value what follows the equals sign, entries separated by commas; null when nothing does
 */
record Setting(String flag, String value) {
  /** Reads {@code --flag} or {@code --flag=value}. */
  static Setting parse(String text) {
    int equals = text.indexOf('=');
    return equals < 0
        ? new Setting(text, null)
        : new Setting(text.substring(0, equals), text.substring(equals + 1));
  }

  String[] entries() {
    return value.split(",", -1);
  }
}

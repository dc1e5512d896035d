package ruff.serve.site;

import java.util.List;
import java.util.Locale;

/**
 * Names of files that are nobody's business: hidden ones, and what editors and tools leave behind.
 */
public final class PrivateNames {
  private static final List<String> ENDINGS =
      List.of("~", ".bak", ".backup", ".tmp", ".old", ".orig", ".swp", ".swo");

  private PrivateNames() {}

  /** Whether a path is private: by any hidden part, or by the ending of its last one. */
  public static boolean hide(List<String> parts) {
    for (String part : parts) {
      if (part.startsWith(".")) {
        return true;
      }
    }
    return !parts.isEmpty() && isLeftover(parts.getLast());
  }

  /** Whether an entry of a folder is private. */
  public static boolean hide(String name) {
    return name.startsWith(".") || isLeftover(name);
  }

  private static boolean isLeftover(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (String ending : ENDINGS) {
      if (lower.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }
}

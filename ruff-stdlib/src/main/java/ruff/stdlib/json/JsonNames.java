package ruff.stdlib.json;

import ruff.natives.NativeContext;
import ruff.natives.NativeMemory;

/**
 * Strings for the keys that an engine read last, so that documents of one shape share their keys.
 *
 * <p>Used by several threads without a lock: strings are immutable, so a lost race costs one
 * string.
 */
final class JsonNames {
  /** Longer keys are made anew each time. */
  static final int LONGEST = 32;

  private static final int PLACES = 512;

  private final String[] known = new String[PLACES];

  static JsonNames of(NativeContext context) {
    NativeMemory memory = context.memory();
    JsonNames names = memory.find(JsonNames.class);
    return names != null ? names : memory.keep(JsonNames.class, new JsonNames());
  }

  /**
   * The string of the ASCII bytes from {@code from} up to {@code to}, exclusive.
   *
   * @param hash that of the string
   */
  @SuppressWarnings("deprecation") // the constructor for ASCII bytes is the fastest there is
  String get(byte[] bytes, int from, int to, int hash) {
    int place = (hash ^ hash >>> 9) & (PLACES - 1);
    String name = known[place];
    if (name == null || !isSame(name, bytes, from, to)) {
      name = new String(bytes, 0, from, to - from);
      known[place] = name;
    }
    return name;
  }

  private static boolean isSame(String name, byte[] bytes, int from, int to) {
    int length = to - from;
    if (name.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (name.charAt(i) != bytes[from + i]) {
        return false;
      }
    }
    return true;
  }
}

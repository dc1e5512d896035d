package ruff.natives;

import ruff.value.TextBuffer;

/** Prepares arguments for natives; called by generated code. */
public final class Arguments {
  private Arguments() {}

  /** The value, a growing text as a {@code String}. */
  public static Object plain(Object value) {
    return value instanceof TextBuffer ? value.toString() : value;
  }

  /** The values, growing texts as {@code String}; the given array is left as it is. */
  public static Object[] plain(Object[] values) {
    Object[] result = values;
    for (int i = 0; i < values.length; i++) {
      if (values[i] instanceof TextBuffer text) {
        if (result == values) {
          result = values.clone();
        }
        result[i] = text.toString();
      }
    }
    return result;
  }
}

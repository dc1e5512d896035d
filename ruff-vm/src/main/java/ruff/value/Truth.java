package ruff.value;

/** What {@code if} makes of a value. */
public final class Truth {
  private Truth() {}

  /** False for {@code false}, {@code null}, zeros, empty strings, arrays and dicts. */
  public static boolean isTruthy(Object value) {
    return value instanceof Boolean truth ? truth : isFilled(value);
  }

  private static boolean isFilled(Object value) {
    if (value instanceof Long number) {
      return number != 0;
    }
    if (value instanceof CharSequence text) {
      return text.length() != 0;
    }
    if (value instanceof ArrayValue array) {
      return array.size != 0;
    }
    if (value instanceof DictValue dict) {
      return dict.size() != 0;
    }
    return value instanceof Double number ? number != 0.0 : value != NullValue.NULL;
  }
}

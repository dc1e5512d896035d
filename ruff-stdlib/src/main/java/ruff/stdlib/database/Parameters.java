package ruff.stdlib.database;

import ruff.value.ArrayValue;
import ruff.value.BytesValue;
import ruff.value.NullValue;
import ruff.value.RuffError;
import ruff.value.Text;
import ruff.value.TypeName;

/** The values for the placeholders of a statement, in the types that databases know. */
final class Parameters {
  private static final Parameters NONE = new Parameters(new Object[0]);

  private final Object[] values;

  private Parameters(Object[] values) {
    this.values = values;
  }

  /**
   * @param given an array of the program, or Java null
   */
  static Parameters of(ArrayValue given) {
    if (given == null || given.size == 0) {
      return NONE;
    }
    Object[] values = new Object[given.size];
    for (int i = 0; i < values.length; i++) {
      values[i] = plain(given.get(i));
    }
    return new Parameters(values);
  }

  private static Object plain(Object value) {
    if (value == NullValue.NULL) {
      return null;
    } else if (Text.isText(value)) {
      return Text.of(value);
    } else if (value instanceof BytesValue bytes) {
      return bytes.data();
    } else if (value instanceof Long || value instanceof Double || value instanceof Boolean) {
      return value;
    }
    throw new RuffError("Unsupported database parameter type: " + TypeName.of(value));
  }

  int count() {
    return values.length;
  }

  /** A String, Long, Double, Boolean, byte array or Java null. */
  Object get(int index) {
    return values[index];
  }
}

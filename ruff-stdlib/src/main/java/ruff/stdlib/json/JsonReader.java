package ruff.stdlib.json;

import java.nio.charset.StandardCharsets;
import ruff.natives.NativeContext;
import ruff.value.ArrayValue;
import ruff.value.DictValue;
import ruff.value.FloatText;
import ruff.value.Nesting;
import ruff.value.NullValue;

/**
 * Reads one JSON text into a value, with time and memory in proportion to the text.
 *
 * <p>Works on UTF-8, because positions in messages count bytes. Of equal keys the last one wins.
 */
public final class JsonReader {
  /** So many containers inside each other are not read at all. */
  private static final int RECURSION_LIMIT = 128;

  private static final String NO_VALUE = "EOF while parsing a value";

  private final JsonCursor in;
  private final JsonStrings strings;
  private final JsonNumbers numbers;

  /** Elements of the arrays that have begun; the innermost array's are on top. */
  private Object[] elements = new Object[16];

  private int top;

  /** Containers around the value that is read now. */
  private int open;

  private int deepest;

  /** Whether nothing but an object of strings is accepted. */
  private boolean textsOnly;

  private JsonReader(byte[] text, boolean ascii, JsonNames names) {
    in = new JsonCursor(text);
    strings = new JsonStrings(in, ascii, names);
    numbers = new JsonNumbers(in);
  }

  /** A reader of a text; {@link #read} may be called once. */
  public static JsonReader of(NativeContext context, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new JsonReader(bytes, bytes.length == text.length(), JsonNames.of(context));
  }

  /** The size of the text in bytes of UTF-8. */
  int size() {
    return in.text.length;
  }

  /**
   * The value, owned by the caller.
   *
   * @throws InvalidJson when the text is anything but one value and white space
   */
  public Object read() throws InvalidJson {
    Object value = value(in.skipSpace());
    if (in.skipSpace() >= 0) {
      throw in.unexpected("trailing characters");
    }
    return value;
  }

  /** The largest number of containers around any value that was read. */
  int depth() {
    return deepest;
  }

  /**
   * An object of strings.
   *
   * @throws InvalidJson when the text is anything but one such object and white space
   */
  public DictValue readTexts() throws InvalidJson {
    textsOnly = true;
    return (DictValue) read();
  }

  private Object value(int first) throws InvalidJson {
    return textsOnly ? expected(first) : anyValue(first);
  }

  /** A value of the kind that {@link #readTexts} expects here. */
  private Object expected(int first) throws InvalidJson {
    String expected = open == 0 ? "a map" : "a string";
    if (first == '[' || (first == '{' && open > 0)) {
      String found = first == '[' ? "sequence" : "map";
      throw in.consumed("invalid type: " + found + ", expected " + expected);
    }
    Object value = anyValue(first);
    if (open == 0 ? value instanceof DictValue : value instanceof String) {
      return value;
    }
    throw in.consumed("invalid type: " + kind(value) + ", expected " + expected);
  }

  private static String kind(Object value) {
    return switch (value) {
      case Long number -> "integer `" + number + "`";
      case Double number -> "floating point `" + FloatText.of(number) + "`";
      case Boolean truth -> "boolean `" + truth + "`";
      case String text -> "string \"" + text + "\"";
      default -> "null";
    };
  }

  private Object anyValue(int first) throws InvalidJson {
    if (open > deepest) {
      deepest = open;
    }
    return switch (first) {
      case '"' -> strings.value();
      case '{' -> object();
      case '[' -> array();
      case 't' -> word("true", Boolean.TRUE);
      case 'f' -> word("false", Boolean.FALSE);
      case 'n' -> word("null", NullValue.NULL);
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> numbers.value();
      case JsonCursor.END -> throw in.unexpected(NO_VALUE);
      default -> throw in.unexpected("expected value");
    };
  }

  private Object word(String word, Object value) throws InvalidJson {
    for (int i = 0; i < word.length(); i++) {
      int found = in.peek();
      if (found == JsonCursor.END) {
        throw in.unexpected(NO_VALUE);
      }
      if (found != word.charAt(i)) {
        throw in.unexpected("expected ident");
      }
      in.at++;
    }
    return value;
  }

  private void enter() throws InvalidJson {
    open++;
    if (open == RECURSION_LIMIT) {
      throw in.unexpected("recursion limit exceeded");
    }
    in.at++;
  }

  private void leave() {
    open--;
    in.at++;
  }

  private ArrayValue array() throws InvalidJson {
    enter();
    int base = top;
    int next = in.skipSpace();
    boolean more = next != ']';
    while (more) {
      if (next == JsonCursor.END) {
        throw in.unexpected("EOF while parsing a list");
      }
      push(value(next));
      next = in.skipSpace();
      more = next != ']';
      if (next == ',') {
        next = afterComma(']');
      } else if (more && next != JsonCursor.END) {
        throw in.unexpected("expected `,` or `]`");
      }
    }
    leave();
    ArrayValue array = ArrayValue.ofOwned(elements, base, top - base);
    top = base;
    return array;
  }

  private void push(Object element) {
    if (top == elements.length) {
      elements = java.util.Arrays.copyOf(elements, top * 2);
    }
    elements[top++] = element;
  }

  /** The first byte of what follows a comma. */
  private int afterComma(char closer) throws InvalidJson {
    in.at++;
    int next = in.skipSpace();
    if (next == closer) {
      throw in.unexpected("trailing comma");
    }
    if (next == JsonCursor.END) {
      throw in.unexpected(NO_VALUE);
    }
    return next;
  }

  private DictValue object() throws InvalidJson {
    enter();
    DictValue dict = new DictValue();
    int next = in.skipSpace();
    boolean more = next != '}';
    while (more) {
      if (next == JsonCursor.END) {
        throw in.unexpected("EOF while parsing an object");
      }
      entry(dict, next);
      next = in.skipSpace();
      more = next != '}';
      if (next == ',') {
        next = afterComma('}');
      } else if (more && next != JsonCursor.END) {
        throw in.unexpected("expected `,` or `}`");
      }
    }
    leave();
    return dict;
  }

  private void entry(DictValue dict, int first) throws InvalidJson {
    if (first != '"') {
      throw in.unexpected("key must be a string");
    }
    String key = strings.key();
    int next = in.skipSpace();
    if (next != ':') {
      throw in.unexpected(next == JsonCursor.END ? "EOF while parsing an object" : "expected `:`");
    }
    in.at++;
    Object value = value(in.skipSpace());
    dict.put(key, value);
    dict.nesting = Math.max(dict.nesting, 1 + Nesting.of(value));
  }
}

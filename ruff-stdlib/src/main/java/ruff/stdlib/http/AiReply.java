package ruff.stdlib.http;

import java.util.ArrayList;
import java.util.List;
import ruff.value.ArrayValue;
import ruff.value.DictValue;
import ruff.value.Text;

/**
 * The answer of a service of a language model.
 *
 * @param text the body
 * @param json the body as a value
 */
record AiReply(int status, DictValue headers, String text, Object json) {
  private static final String CONTENT = "content";
  private static final String MESSAGE = "message";

  /** What every result begins with. */
  DictValue result(String model) {
    DictValue result = new DictValue();
    result.putInt("status", status);
    result.put("model", model);
    result.put("text", text);
    result.put("json", json);
    return result;
  }

  /** What the model said, or the empty text. */
  String message() {
    List<DictValue> choices = choices();
    String said = null;
    if (!choices.isEmpty()) {
      DictValue choice = choices.getFirst();
      said = text(dict(choice, MESSAGE), CONTENT);
      said = said == null ? text(choice, "text") : said;
    }
    return said == null ? "" : said;
  }

  /** The pieces of what the model said, one for each choice; the body when there are none. */
  ArrayValue chunks() {
    List<Object> chunks = new ArrayList<>();
    for (DictValue choice : choices()) {
      String chunk = chunk(choice);
      if (chunk != null) {
        chunks.add(chunk);
      }
    }
    if (chunks.isEmpty() && !text.isEmpty()) {
      chunks.add(text);
    }
    return ArrayValue.of(chunks.toArray());
  }

  private static String chunk(DictValue choice) {
    if (dict(choice, "delta") != null) {
      return text(dict(choice, "delta"), CONTENT);
    }
    if (dict(choice, MESSAGE) != null) {
      return text(dict(choice, MESSAGE), CONTENT);
    }
    return text(choice, "text");
  }

  /** The numbers of an embedding, or null when there is none. */
  ArrayValue vector() {
    List<DictValue> data = dicts(json, "data");
    ArrayValue numbers = data.isEmpty() ? null : array(data.getFirst(), "embedding");
    if (numbers == null) {
      return null;
    }
    Object[] vector = new Object[numbers.size];
    for (int i = 0; i < vector.length; i++) {
      if (!(numbers.get(i) instanceof Number number)) {
        return null;
      }
      vector[i] = number.doubleValue();
    }
    return ArrayValue.of(vector);
  }

  /** The names of the tools that the model wants to be called. */
  List<String> wantedTools() {
    List<String> names = new ArrayList<>();
    List<DictValue> choices = choices();
    Object message = choices.isEmpty() ? null : dict(choices.getFirst(), MESSAGE);
    for (DictValue call : dicts(message, "tool_calls")) {
      String name = text(dict(call, "function"), "name");
      if (name != null) {
        names.add(name);
      }
    }
    return names;
  }

  private List<DictValue> choices() {
    return dicts(json, "choices");
  }

  /** The dicts among the elements of an array in a dict; nothing where there is no such array. */
  private static List<DictValue> dicts(Object holder, String name) {
    List<DictValue> found = new ArrayList<>();
    ArrayValue array = array(holder, name);
    for (int i = 0; array != null && i < array.size; i++) {
      if (array.get(i) instanceof DictValue dict) {
        found.add(dict);
      }
    }
    return found;
  }

  private static ArrayValue array(Object holder, String name) {
    return holder instanceof DictValue dict && dict.get(name) instanceof ArrayValue array
        ? array
        : null;
  }

  private static DictValue dict(Object holder, String name) {
    return holder instanceof DictValue outer && outer.get(name) instanceof DictValue dict
        ? dict
        : null;
  }

  private static String text(Object holder, String name) {
    Object value = holder instanceof DictValue dict ? dict.get(name) : null;
    return Text.isText(value) ? value.toString() : null;
  }
}

package ruff.stdlib.yaml;

import ruff.natives.CancelSignal;
import ruff.stdlib.json.ScientificText;
import ruff.value.ArrayValue;
import ruff.value.DictValue;
import ruff.value.NullValue;
import ruff.value.RuffError;
import ruff.value.TypeName;

/**
 * Writes values as YAML in block style, the entries of dicts in the order in which they came in.
 */
final class YamlWriter {
  static final String TOO_DEEP =
      "YAML value exceeds maximum nesting depth of " + YamlReader.MAX_DEPTH;

  private final StringBuilder out = new StringBuilder(256);
  private int depth;

  private YamlWriter() {}

  /**
   * @throws RuffError when a part has no form in YAML, or lies too deep
   */
  static String write(Object value) {
    YamlWriter writer = new YamlWriter();
    if (!writer.writeBlock(value, 0, true)) {
      writer.writeScalar(value, 0);
    }
    return writer.out.toString();
  }

  /**
   * Writes a collection that is not empty; false for all other values.
   *
   * @param started whether the first line has its indentation already
   */
  private boolean writeBlock(Object value, int indent, boolean started) {
    if (value instanceof ArrayValue array && array.size > 0) {
      enter();
      writeSequence(array, indent, started);
    } else if (value instanceof DictValue dict && dict.size() > 0) {
      enter();
      writeMapping(dict, indent, started);
    } else {
      return false;
    }
    depth--;
    return true;
  }

  private void enter() {
    depth++;
    if (depth > YamlReader.MAX_DEPTH) {
      throw new RuffError(TOO_DEEP);
    }
  }

  private void writeSequence(ArrayValue array, int indent, boolean started) {
    CancelSignal.check();
    for (int i = 0; i < array.size; i++) {
      out.repeat(' ', i == 0 && started ? 0 : indent).append("- ");
      Object item = array.get(i);
      if (!writeBlock(item, indent + 2, true)) {
        writeScalar(item, indent);
      }
    }
  }

  private void writeMapping(DictValue dict, int indent, boolean started) {
    CancelSignal.check();
    boolean first = started;
    for (String key : dict.insertionKeys()) {
      out.repeat(' ', first ? 0 : indent);
      first = false;
      writeKey(key, indent);
      writeEntry(dict.get(key), indent);
    }
  }

  private void writeKey(String key, int indent) {
    if (YamlText.isLongKey(key)) {
      out.append("? ");
      YamlText.appendKey(out, key);
      out.append('\n').repeat(' ', indent);
    } else {
      YamlText.appendKey(out, key);
    }
    out.append(':');
  }

  private void writeEntry(Object value, int indent) {
    int place = out.length();
    out.append('\n');
    int inner = value instanceof ArrayValue ? indent : indent + 2;
    if (!writeBlock(value, inner, false)) {
      out.setCharAt(place, ' ');
      writeScalar(value, indent);
    }
  }

  private void writeScalar(Object value, int indent) {
    switch (value) {
      case CharSequence text -> YamlText.append(out, text.toString(), indent);
      case Long number -> out.append(number.longValue());
      case Double number -> writeFloat(number);
      case Boolean truth -> out.append(truth.booleanValue());
      case NullValue _ -> out.append("null");
      case ArrayValue _ -> out.append("[]");
      case DictValue _ -> out.append("{}");
      default -> throw new RuffError("Cannot convert " + TypeName.of(value) + " to YAML");
    }
    out.append('\n');
  }

  private void writeFloat(double number) {
    if (Double.isFinite(number)) {
      ScientificText.append(out, number, "");
    } else {
      out.append(number != number ? ".nan" : number > 0 ? ".inf" : "-.inf");
    }
  }
}

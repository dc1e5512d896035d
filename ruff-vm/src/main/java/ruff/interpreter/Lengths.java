package ruff.interpreter;

import ruff.natives.NativeFunction;
import ruff.value.DictValue;
import ruff.value.Ints;
import ruff.value.Text;

/** The length of things, which programs ask for in every other loop. */
final class Lengths {
  private Lengths() {}

  /**
   * The instruction LENGTH; kinds beyond texts and dicts, and errors, are the native's business.
   */
  static Object length(Strand strand, Object value) {
    if (Text.isText(value)) {
      return Ints.box(Text.length(value));
    }
    if (value instanceof DictValue dict) {
      return Ints.box(dict.size());
    }
    NativeFunction length = (NativeFunction) strand.machine().library().lookup("len");
    return length.call1(strand, value);
  }
}

package ruff.stdlib;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import ruff.value.ArrayValue;
import ruff.value.DebugForm;
import ruff.value.DictValue;
import ruff.value.NullValue;

/** Random values that a text format can carry. */
public final class Documents {
  /** Pieces that mean something to one format or another. */
  private static final List<String> PIECES =
      List.of(
          "a", "B", "7", "0", "-", ".", ":", ": ", " #", "#", "'", "\"", "\\", "\n", "\n\n", " ",
          "\t", "\r", "é", "漢", "😀", "[", "]", "{", "}", ",", "|", ">", "&", "*", "!", "%", "@",
          "`", "?", "? ", "- ", "---", "...", "~", "null", "true", "0x", "1e5", ".inf", "'''",
          "\"\"\"", "=", "<<", "\u0001", "\u0085", "\u2028", "\u007f", "\u00a0", "\ufeff");

  private Documents() {}

  /** Texts made of parts that are likely to be mistaken for something else. */
  public static Arbitrary<String> texts() {
    return Arbitraries.of(PIECES).list().ofMaxSize(6).map(parts -> String.join("", parts));
  }

  public static Arbitrary<Object> scalars() {
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(4, texts().map(text -> (Object) text)),
        net.jqwik.api.Tuple.of(2, Arbitraries.longs().map(number -> (Object) number)),
        net.jqwik.api.Tuple.of(2, floats().map(number -> (Object) number)),
        net.jqwik.api.Tuple.of(1, Arbitraries.of(Boolean.TRUE, Boolean.FALSE)));
  }

  /** Finite floats of all sizes. */
  public static Arbitrary<Double> floats() {
    return Arbitraries.oneOf(
        Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite),
        Arbitraries.integers().between(-1000, 1000).map(number -> number / 8.0),
        Arbitraries.of(0.0, -0.0, Double.MIN_VALUE, Double.MAX_VALUE, 1e16, 1e-5, 9.999e-6, 1e22));
  }

  /** Scalars, arrays and dicts, nested a few levels. */
  public static Arbitrary<Object> values(Arbitrary<Object> scalars) {
    Arbitrary<Object> all = scalars;
    for (int level = 0; level < 3; level++) {
      all = Arbitraries.oneOf(scalars, arrays(all), dicts(all).map(dict -> (Object) dict));
    }
    return all;
  }

  /** {@link #scalars} and null. */
  public static Arbitrary<Object> scalarsAndNull() {
    return Arbitraries.oneOf(scalars(), scalars(), Arbitraries.just(NullValue.NULL));
  }

  private static Arbitrary<Object> arrays(Arbitrary<Object> items) {
    return items.list().ofMaxSize(4).map(list -> ArrayValue.of(list.toArray()));
  }

  public static Arbitrary<DictValue> dicts(Arbitrary<Object> items) {
    return Arbitraries.maps(texts(), items).ofMaxSize(4).map(Documents::dict);
  }

  private static DictValue dict(java.util.Map<String, Object> entries) {
    DictValue dict = new DictValue();
    entries.forEach(dict::put);
    return dict;
  }

  /** A text that tells values of different types and floats of different signs apart. */
  public static String exact(Object value) {
    return DebugForm.debug(value);
  }
}

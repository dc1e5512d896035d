package ruff.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Random operations on an array and on a Java list must show the same elements. */
class ArrayModelTest {
  /** One step; {@code at} is taken modulo what is allowed. */
  record Step(int kind, int at, Object value) {}

  @Property(tries = 2000)
  void anArrayBehavesLikeAList(@ForAll("steps") List<Step> steps) {
    ArrayValue array = new ArrayValue();
    List<Object> model = new ArrayList<>();
    ArrayValue earlier = array.copy();
    List<Object> earlierModel = List.of();
    for (Step step : steps) {
      if (step.kind == 0) {
        earlier = array;
        Container.share(array);
        earlierModel = List.copyOf(model);
      }
      array = (ArrayValue) array.owned();
      array = applied(step, array, model);
      assertThat(array.toObjects()).containsExactlyElementsOf(model);
      assertThat(earlier.toObjects()).containsExactlyElementsOf(earlierModel);
    }
  }

  @Property(tries = 1000)
  void anArrayForTextsBehavesLikeAList(
      @ForAll("texts") List<String> texts, @ForAll("textSteps") List<Step> steps) {
    ArrayValue array = ArrayValue.forTexts();
    List<Object> model = new ArrayList<>(texts);
    texts.forEach(array::add);
    for (Step step : steps) {
      // Copies are looked at in its place: looking unpacks.
      ArrayValue earlier = array.copy();
      List<Object> earlierModel = List.copyOf(model);
      array = applied(step, array, model);
      assertThat(array.copy().toObjects()).containsExactlyElementsOf(model);
      assertThat(earlier.toObjects()).containsExactlyElementsOf(earlierModel);
    }
    assertThat(array.toObjects()).containsExactlyElementsOf(model);
  }

  @Property(tries = 1000)
  void packedTextsAreJoinedAsTheyAre(
      @ForAll("texts") List<String> texts, @ForAll("separators") String separator) {
    ArrayValue array = ArrayValue.forTexts();
    texts.forEach(array::add);
    String joined = array.joinedTexts(separator);
    assertThat(joined).isIn(null, String.join(separator, texts));
    boolean narrow = texts.stream().allMatch(text -> text.length() < 64 && isLatin(text));
    assertThat(joined != null).isEqualTo(narrow && isLatin(separator) && texts.size() > 128);
  }

  private static boolean isLatin(String text) {
    return text.chars().allMatch(c -> c < 256);
  }

  private static ArrayValue applied(Step step, ArrayValue array, List<Object> model) {
    int size = model.size();
    int at = size == 0 ? 0 : step.at % size;
    switch (step.kind) {
      case 1, 2, 3 -> {
        array.add(step.value);
        model.add(step.value);
      }
      case 4 -> {
        array.insert(at, step.value);
        model.add(at, step.value);
      }
      case 5 -> {
        if (size > 0) {
          assertThat(array.removeLast()).isEqualTo(model.removeLast());
        }
      }
      case 6 -> {
        if (size > 0) {
          assertThat(array.removeAt(at)).isEqualTo(model.remove(at));
        }
      }
      case 7 -> {
        if (size > 0) {
          array.set(at, step.value);
          model.set(at, step.value);
        }
      }
      default -> {
        return derived(step, array, model, at);
      }
    }
    return array;
  }

  private static ArrayValue derived(Step step, ArrayValue array, List<Object> model, int at) {
    List<Object> result = new ArrayList<>(model);
    ArrayValue answer = array;
    switch (step.kind) {
      case 8 -> {
        answer = array.reversed();
        Collections.reverse(result);
      }
      case 9 -> {
        answer = array.slice(at, model.size());
        result = new ArrayList<>(model.subList(at, model.size()));
      }
      case 10 -> {
        ArrayValue tail = ArrayValue.of(step.value, step.value);
        answer = array.concat(tail);
        result.addAll(List.of(step.value, step.value));
      }
      case 11 -> {
        array.addAll(array);
        result.addAll(model);
      }
      default -> array.ensureCapacity(step.at);
    }
    model.clear();
    model.addAll(result);
    return answer;
  }

  @Property
  void aLiteralTakesTheTightestStorage(@ForAll("values") List<Object> values) {
    ArrayValue array = ArrayValue.ofOwned(values.toArray(), 0, values.size());
    assertThat(array.toObjects()).containsExactlyElementsOf(values);
    boolean ints = !values.isEmpty() && values.stream().allMatch(v -> v instanceof Long);
    boolean floats = !values.isEmpty() && values.stream().allMatch(v -> v instanceof Double);
    assertThat(array.isInts()).isEqualTo(ints);
    assertThat(array.isFloats()).isEqualTo(floats);
  }

  @Property
  void sortingGivesTheOrderOfTheModel(@ForAll List<Long> values) {
    ArrayValue array = ArrayValue.of(values.toArray());
    Object[] expected = values.toArray();
    Arrays.sort(expected);
    assertThat(Ordering.sort(array).toObjects()).containsExactly(expected);
    assertThat(array.toObjects()).containsExactly(values.toArray());
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 12), Arbitraries.integers().between(0, 40), value())
        .as(Step::new)
        .list()
        .ofMaxSize(40);
  }

  /** Few enough to stay as they are, or many. */
  @Provide
  Arbitrary<List<String>> texts() {
    Arbitrary<String> text =
        Arbitraries.frequencyOf(
            Tuple.of(2000, Arbitraries.strings().withCharRange(' ', '\u00ff').ofMaxLength(12)),
            Tuple.of(1, Arbitraries.strings().withCharRange('a', 'c').ofLength(64)),
            Tuple.of(1, Arbitraries.of("\u0100", "a\u20ac", "\ud83d\ude00")));
    return Arbitraries.oneOf(text.list().ofMaxSize(40), text.list().ofMinSize(120).ofMaxSize(400));
  }

  @Provide
  Arbitrary<String> separators() {
    return Arbitraries.of("", ",", ", ", "\u00e9", "\u20ac", " - and then - ");
  }

  /** Mostly appending, which packs. */
  @Provide
  Arbitrary<List<Step>> textSteps() {
    Arbitrary<Object> text = Arbitraries.of("a", "", "longer", "\u00fc", "x".repeat(63));
    Arbitrary<Object> value = Arbitraries.frequencyOf(Tuple.of(20, text), Tuple.of(1, value()));
    Arbitrary<Integer> kind =
        Arbitraries.frequencyOf(
            Tuple.of(9, Arbitraries.just(1)), Tuple.of(1, Arbitraries.integers().between(1, 12)));
    return Combinators.combine(kind, Arbitraries.integers().between(0, 40), value)
        .as(Step::new)
        .list()
        .ofMaxSize(40);
  }

  @Provide
  Arbitrary<List<Object>> values() {
    return Arbitraries.oneOf(
        Arbitraries.longs().map(v -> (Object) v).list().ofMaxSize(5),
        Arbitraries.doubles().map(v -> (Object) v).list().ofMaxSize(5),
        value().list().ofMaxSize(5));
  }

  private static Arbitrary<Object> value() {
    return Arbitraries.frequencyOf(
        Tuple.of(6, Arbitraries.longs().between(-5, 70000).map(v -> v)),
        Tuple.of(3, Arbitraries.doubles().map(v -> v)),
        Tuple.of(2, Arbitraries.of(true, false).map(v -> v)),
        Tuple.of(1, Arbitraries.of("a", "b").map(v -> v)));
  }
}

package ruff.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Random operations on a dict and on Java maps must show the same entries in the same order. */
class DictModelTest {
  /** One step; the key is a Long or a String. */
  record Step(int kind, Object key, Object value) {}

  /** What a dict is, told plainly. */
  static final class Model {
    Map<String, Object> entries = new LinkedHashMap<>();
    boolean named;

    void put(Object key, Object value) {
      String text = key.toString();
      if (!entries.containsKey(text) && key instanceof String && !named) {
        named = true;
        entries = new LinkedHashMap<>(sorted(Comparator.comparingLong(Long::parseLong)));
      }
      entries.put(text, value);
    }

    Map<String, Object> sorted(Comparator<String> order) {
      Map<String, Object> result = new TreeMap<>(order);
      result.putAll(entries);
      return result;
    }

    List<String> keys() {
      Comparator<String> order =
          named ? Comparator.naturalOrder() : Comparator.comparingLong(Long::parseLong);
      return List.copyOf(sorted(order).keySet());
    }

    Model copy() {
      Model copy = new Model();
      copy.entries = new LinkedHashMap<>(entries);
      copy.named = named;
      return copy;
    }
  }

  @Property(tries = 3000)
  void aDictBehavesLikeAMap(@ForAll("steps") List<Step> steps) {
    DictValue dict = new DictValue();
    Model model = new Model();
    DictValue earlier = new DictValue();
    Model earlierModel = new Model();
    for (Step step : steps) {
      if (step.kind == 0) {
        earlier = dict;
        Container.share(dict);
        earlierModel = model.copy();
      }
      dict = (DictValue) dict.owned();
      apply(step, dict, model);
      check(dict, model);
    }
    check(earlier, earlierModel);
  }

  private static void apply(Step step, DictValue dict, Model model) {
    Object key = step.key;
    switch (step.kind) {
      case 1, 2, 3, 4 -> {
        dict.putKey(key, step.value);
        model.put(key, step.value);
      }
      case 5, 6 -> assertThat(dict.removeKey(key)).isEqualTo(model.entries.remove(key.toString()));
      case 7 -> {
        if (key instanceof Long number) {
          dict.putInt(number, 77);
        } else {
          dict.putInt((String) key, 77);
        }
        model.put(key, 77L);
      }
      case 8 -> {
        DictValue other = new DictValue();
        other.putKey(key, step.value);
        other.putKey(4L, "four");
        dict.putAll(other);
        for (Object handedOver :
            other.isIntKeyed() ? other.sortedKeysRaw() : other.insertionKeys()) {
          model.put(handedOver, other.getKey(handedOver));
        }
      }
      default -> assertThat(dict.getKey(key)).isEqualTo(model.entries.get(key.toString()));
    }
  }

  private static void check(DictValue dict, Model model) {
    assertThat(dict.size()).isEqualTo(model.entries.size());
    assertThat(dict.sortedKeys()).containsExactlyElementsOf(model.keys());
    if (model.named) {
      assertThat(dict.insertionKeys()).containsExactlyElementsOf(model.entries.keySet());
    }
    for (Map.Entry<String, Object> entry : model.entries.entrySet()) {
      assertThat(dict.get(entry.getKey())).isEqualTo(entry.getValue());
    }
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Object> numbers =
        Arbitraries.oneOf(Arbitraries.longs().between(-9, 30), Arbitraries.of(Long.MIN_VALUE))
            .map(v -> v);
    Arbitrary<Object> texts =
        Arbitraries.oneOf(
                Arbitraries.of("a", "7", "07", "-3", "-0", "12", "+1", "9223372036854775808"),
                Arbitraries.integers().between(0, 25).map(i -> "k" + i))
            .map(v -> v);
    Arbitrary<Object> keys = Arbitraries.frequencyOf(Tuple.of(4, numbers), Tuple.of(1, texts));
    Arbitrary<Object> values =
        Arbitraries.oneOf(
            Arbitraries.longs().map(v -> (Object) v),
            Arbitraries.of("x", 2.5).map(v -> (Object) v));
    return Combinators.combine(Arbitraries.integers().between(0, 10), keys, values)
        .as(Step::new)
        .list()
        .ofMaxSize(120);
  }
}

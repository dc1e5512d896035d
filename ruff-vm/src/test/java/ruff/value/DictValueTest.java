package ruff.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DictValueTest {
  @Test
  void anIntAndItsDecimalTextAreOneKey() {
    DictValue dict = new DictValue();
    dict.put(5, "five");
    assertThat(dict.get("5")).isEqualTo("five");
    assertThat(dict.get("05")).isNull();
    dict.put("5", "V");
    assertThat(dict.isIntKeyed()).isTrue();
    dict.put("six", 6L);
    assertThat(dict.isIntKeyed()).isFalse();
    assertThat(dict.get(5)).isEqualTo("V");
  }

  @Test
  void intKeyedDictsShowTheirKeysByNumberOthersByText() {
    DictValue dict = new DictValue();
    for (long key : new long[] {10, 9, -1}) {
      dict.put(key, key);
    }
    assertThat(dict.sortedKeys()).containsExactly("-1", "9", "10");
    assertThat(dict.sortedKeysRaw()).containsExactly(-1L, 9L, 10L);
    dict.put("7", 7L);
    assertThat(dict.sortedKeys()).containsExactly("-1", "10", "7", "9");
    assertThat(dict.insertionKeys()).containsExactly("-1", "9", "10", "7");
  }

  @Test
  void keysAreSortedByCodePoint() {
    DictValue dict = new DictValue();
    dict.put("\uFFFD", 1L);
    dict.put("\uD83D\uDE00", 2L);
    dict.put("z", 3L);
    assertThat(dict.sortedKeys()).containsExactly("z", "\uFFFD", "\uD83D\uDE00");
  }

  @Test
  void anyNumberCanBeAKeyAlsoTheMarkOfFreeSlots() {
    DictValue dict = new DictValue();
    long mark = 0x8000_7A3B_51C6_9D2EL;
    assertThat(dict.get(mark)).isNull();
    dict.put(1, "one");
    assertThat(dict.contains(mark)).isFalse();
    dict.put(mark, "mark");
    dict.put(mark * 0x9E3779B97F4A7C15L + 1, "next");
    assertThat(dict.get(mark)).isEqualTo("mark");
    assertThat(dict.get(mark * 0x9E3779B97F4A7C15L + 1)).isEqualTo("next");
    assertThat(dict.get(1)).isEqualTo("one");
    assertThat(dict.remove(mark)).isEqualTo("mark");
    assertThat(dict.size()).isEqualTo(2);
  }

  @Test
  void overwritingKeepsThePlaceAndRemovingGivesItUp() {
    DictValue dict = new DictValue();
    dict.put("b", 1L);
    dict.put("a", 2L);
    dict.put("b", 3L);
    assertThat(dict.insertionKeys()).containsExactly("b", "a");
    dict.remove("b");
    dict.put("b", 4L);
    assertThat(dict.insertionKeys()).containsExactly("a", "b");
  }

  @Test
  void aDictUsedAsAQueueStaysSmallAndInOrder() {
    DictValue dict = new DictValue();
    for (int i = 0; i < 100_000; i++) {
      dict.put("k" + i, i + 0.5);
      if (i >= 10) {
        assertThat(dict.remove("k" + (i - 10))).isEqualTo(i - 10 + 0.5);
      }
    }
    assertThat(dict.insertionKeys()).hasSize(10).startsWith("k99990").endsWith("k99999");
  }

  @Test
  void manyKeysOfEveryPatternAreFound() {
    Random random = new Random(42);
    for (long stride : new long[] {1, 7, 8, 64, 1024, 65536, 1L << 32, 1L << 61, 999_983}) {
      DictValue dict = new DictValue();
      Map<Long, Long> model = new HashMap<>();
      for (int i = 0; i < 20_000; i++) {
        long key = random.nextInt(5000) * stride - 100;
        if (random.nextInt(3) == 0) {
          assertThat(dict.remove(key)).isEqualTo(model.remove(key));
        } else {
          dict.putInt(key, i);
          model.put(key, (long) i);
        }
      }
      assertThat(dict.size()).isEqualTo(model.size());
      model.forEach((key, value) -> assertThat(dict.get(key)).isEqualTo(value));
    }
  }

  @Test
  void valuesStayUnboxedWhileAllAreInts() {
    DictValue dict = new DictValue();
    for (int i = 0; i < 20; i++) {
      dict.put("k" + i, (long) i);
    }
    dict.put("a", 1L);
    dict.putInt("b", 40_000);
    assertThat(dict.hasInts()).isTrue();
    int slot = dict.find("b");
    dict.setIntAt(slot, dict.intAt(slot) + 1);
    assertThat(dict.get("b")).isEqualTo(40_001L);
    dict.put("a", "x");
    assertThat(dict.hasInts()).isFalse();
    dict.setIntAt(slot, 5);
    assertThat(dict.get("b")).isEqualTo(5L);
    assertThat(dict.get("a")).isEqualTo("x");
  }

  @Test
  void aCopyIsIndependentAndSharesTheContainersInside() {
    DictValue dict = new DictValue();
    ArrayValue inner = ArrayValue.of(1L);
    dict.put("a", inner);
    DictValue copy = dict.copy();
    copy.put("b", 2L);
    copy.remove("a");
    assertThat(dict.insertionKeys()).containsExactly("a");
    assertThat(copy.insertionKeys()).containsExactly("b");
    assertThat(inner.shared).isTrue();
  }

  @Test
  void onlyStringsAndIntsCanBeKeys() {
    DictValue dict = new DictValue();
    dict.put(1, "one");
    assertThat(DictValue.isKey(1L)).isTrue();
    assertThat(DictValue.isKey("a")).isTrue();
    assertThat(DictValue.isKey(1.0)).isFalse();
    assertThat(dict.getKey(1.0)).isNull();
    assertThat(dict.getKey(NullValue.NULL)).isNull();
    assertThat(dict.containsKey(true)).isFalse();
  }

  @Test
  void clearingStartsAnew() {
    DictValue dict = new DictValue();
    dict.put("a", 1L);
    dict.clear();
    assertThat(dict.size()).isZero();
    assertThat(dict.sortedKeys()).isEmpty();
    dict.put(3, 1L);
    assertThat(dict.isIntKeyed()).isTrue();
  }

  @Test
  void aDictMadeForIntsKeepsThemUnboxedFromTheStart() {
    DictValue named = DictValue.ofExpectedSize(100);
    named.put("a", 1L);
    assertThat(named.hasInts()).isTrue();
    DictValue either = DictValue.ofExpectedSize(3);
    either.put(10, "x");
    assertThat(either.isIntKeyed()).isTrue();
    DictValue numbered = new DictValue();
    numbered.put(5, 1L);
    assertThat(numbered.hasInts()).isTrue();
    numbered.put(6, "x");
    assertThat(numbered.hasInts()).isFalse();
    assertThat(numbered.get(5)).isEqualTo(1L);
  }

  @Test
  void keysMadeToCollideDoNotMakeADictSlow() {
    DictValue dict = new DictValue();
    SetValue set = new SetValue();
    List<String> keys = colliding(14);
    assertThat(keys.get(0).hashCode()).isEqualTo(keys.get(9_999).hashCode());
    long started = System.nanoTime();
    for (int i = 0; i < keys.size(); i++) {
      dict.put(keys.get(i), (long) i);
      set.add(keys.get(i));
    }
    dict.put("other", 1L);
    set.add(7L);
    for (int i = 0; i < keys.size(); i += 2) {
      assertThat(dict.remove(keys.get(i))).isEqualTo((long) i);
      assertThat(set.remove(keys.get(i))).isTrue();
    }
    DictValue copy = dict.copy();
    SetValue setCopy = set.copy();
    for (int i = 0; i < keys.size(); i++) {
      assertThat(copy.contains(keys.get(i))).isEqualTo(i % 2 == 1);
      assertThat(setCopy.contains(keys.get(i))).isEqualTo(i % 2 == 1);
      copy.put("new" + i, 0L);
      setCopy.add("new" + i);
    }
    assertThat(copy.insertionKeys()).startsWith(keys.get(1)).endsWith("new" + (keys.size() - 1));
    assertThat(setCopy.contains(7.0)).isTrue();
    assertThat(System.nanoTime() - started).isLessThan(3_000_000_000L);
  }

  @Test
  void numbersMadeToCollideDoNotMakeADictSlow() {
    DictValue dict = new DictValue();
    long inverse = 0xF1DE83E19937733DL;
    assertThat(inverse * 0x9E3779B97F4A7C15L).isEqualTo(1);
    long started = System.nanoTime();
    for (long i = 0; i < 50_000; i++) {
      dict.putInt((i * inverse) << 3, i);
    }
    for (long i = 0; i < 50_000; i++) {
      assertThat(dict.get((i * inverse) << 3)).isEqualTo(i);
    }
    assertThat(System.nanoTime() - started).isLessThan(3_000_000_000L);
  }

  private static List<String> colliding(int pairs) {
    List<String> keys = new ArrayList<>(List.of(""));
    for (int i = 0; i < pairs; i++) {
      List<String> longer = new ArrayList<>();
      for (String key : keys) {
        longer.add(key + "Aa");
        longer.add(key + "BB");
      }
      keys = longer;
    }
    return keys;
  }
}

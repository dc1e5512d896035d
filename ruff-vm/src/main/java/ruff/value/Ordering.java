package ruff.value;

import java.util.ArrayDeque;
import java.util.Arrays;
import ruff.natives.CancelSignal;

/**
 * The orders of values: of strings by code points, and the total order in which {@code sort} puts
 * values of any kind: null, false, true, numbers (NaN last), strings, arrays by their elements, all
 * others as they come.
 */
public final class Ordering {
  private static final int UNORDERED = 6;

  /** As many chars are compared one by one, before longer pieces are. */
  private static final int FEW = 12;

  private Ordering() {}

  /** A pair of arrays equal as far as compared. */
  private static final class Pair {
    final ArrayValue left;
    final ArrayValue right;
    int next;

    Pair(ArrayValue left, ArrayValue right, int next) {
      this.left = left;
      this.right = right;
      this.next = next;
    }

    boolean isOver(int index) {
      return index >= left.size || index >= right.size;
    }
  }

  /** Negative, zero or positive by the order of code points. */
  public static int compareText(String left, String right) {
    if (!left.isEmpty() && !right.isEmpty()) {
      char a = left.charAt(0);
      char b = right.charAt(0);
      if (a != b && (a < Character.MIN_SURROGATE || b < Character.MIN_SURROGATE)) {
        return a - b;
      }
    }
    return compareWhole(left, right);
  }

  private static int compareWhole(String left, String right) {
    int shared = Math.min(left.length(), right.length());
    int few = Math.min(shared, FEW);
    int at = 0;
    while (at < few && left.charAt(at) == right.charAt(at)) {
      at++;
    }
    if (at == FEW) {
      at = equalStart(left, right, shared);
      while (at < shared && left.charAt(at) == right.charAt(at)) {
        at++;
      }
    }
    return at < shared
        ? compareChars(left.charAt(at), right.charAt(at))
        : left.length() - right.length();
  }

  /** A number of chars in which two strings agree, more than a few; few behind them do too. */
  private static int equalStart(String left, String right, int limit) {
    int at = FEW;
    int step = FEW;
    while (at + step <= limit && left.regionMatches(at, right, at, step)) {
      at += step;
      step *= 2;
    }
    while (step > FEW) {
      step /= 2;
      if (at + step <= limit && left.regionMatches(at, right, at, step)) {
        at += step;
      }
    }
    return at;
  }

  /** Surrogates stand for code points above all chars that follow them. */
  private static int compareChars(char a, char b) {
    boolean isPair = Character.isSurrogate(a);
    if (a < Character.MIN_SURROGATE || isPair == Character.isSurrogate(b)) {
      return a - b;
    }
    return isPair ? 1 : -1;
  }

  /** Negative, zero or positive by the order of {@code sort}. */
  public static int compare(Object left, Object right) {
    if (left instanceof Long a && right instanceof Long b) {
      return Long.compare(a, b);
    }
    if (left instanceof ArrayValue a && right instanceof ArrayValue b) {
      return compareArrays(a, b);
    }
    return compareOthers(left, right);
  }

  private static int compareOthers(Object left, Object right) {
    int rank = rank(left);
    int other = rank(right);
    if (rank != other || rank == 0 || rank == UNORDERED) {
      return Integer.compare(rank, other);
    }
    if (left instanceof Boolean a) {
      return Boolean.compare(a, (Boolean) right);
    }
    if (left instanceof CharSequence) {
      return Text.compare(left, right);
    }
    return compareNumbers(left, right);
  }

  private static int compareNumbers(Object left, Object right) {
    if (left instanceof Long a) {
      return right instanceof Long b ? Long.compare(a, b) : compareMixed(a, (Double) right);
    }
    return right instanceof Long b
        ? -compareMixed(b, (Double) left)
        : compareFloats((Double) left, (Double) right);
  }

  private static int compareFloats(double a, double b) {
    if (a < b) {
      return -1;
    }
    if (a > b || a == b) {
      return a > b ? 1 : 0;
    }
    return Boolean.compare(a != a, b != b);
  }

  /** Compares exactly: as floats, large ints that differ would be equal. */
  private static int compareMixed(long a, double b) {
    double rounded = (double) a;
    if (rounded != b) {
      return compareFloats(rounded, b);
    }
    return rounded == 0x1p63 ? -1 : Long.compare(a, (long) b);
  }

  private static int compareArrays(ArrayValue left, ArrayValue right) {
    int shared = Math.min(left.size, right.size);
    for (int i = 0; i < shared; i++) {
      Object a = left.get(i);
      Object b = right.get(i);
      if (a instanceof ArrayValue && b instanceof ArrayValue) {
        return compareNested(new Pair(left, right, i));
      }
      int order = compare(a, b);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.size, right.size);
  }

  /** Compares level by level without recursion, since arrays may be nested very deep. */
  private static int compareNested(Pair outermost) {
    ArrayDeque<Pair> outer = new ArrayDeque<>();
    Pair pair = outermost;
    while (pair != null) {
      int at = pair.next++;
      if (pair.isOver(at)) {
        int bySize = Integer.compare(pair.left.size, pair.right.size);
        if (bySize != 0) {
          return bySize;
        }
        pair = outer.poll();
        continue;
      }
      Object a = pair.left.get(at);
      Object b = pair.right.get(at);
      if (a instanceof ArrayValue inner && b instanceof ArrayValue other) {
        CancelSignal.check();
        outer.push(pair);
        pair = new Pair(inner, other, 0);
        continue;
      }
      int order = compare(a, b);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static int rank(Object value) {
    if (value instanceof Long || value instanceof Double) {
      return 2;
    }
    if (value instanceof CharSequence) {
      return 3;
    }
    if (value instanceof ArrayValue) {
      return 4;
    }
    if (value instanceof Boolean) {
      return 1;
    }
    return value == NullValue.NULL ? 0 : UNORDERED;
  }

  /** A new array of the elements in ascending order, equal ones as they come; containers shared. */
  public static ArrayValue sort(ArrayValue array) {
    if (array.size == 0) {
      return new ArrayValue();
    }
    Object data =
        array.unpacked() instanceof Object[] objects
            ? Storage.tightest(objects, 0, array.size)
            : Storage.copy(array.data, 0, array.size, array.size);
    return sortedOwn(data, array);
  }

  private static ArrayValue sortedOwn(Object data, ArrayValue original) {
    int size = original.size;
    if (data instanceof long[] ints) {
      Arrays.sort(ints);
      return ArrayValue.ofInts(ints, size);
    }
    if (data instanceof double[] floats) {
      sortFloats(floats);
      return ArrayValue.ofFloats(floats, size);
    }
    if (data instanceof boolean[] bools) {
      sortBools(bools);
      return ArrayValue.ofBooleans(bools, size);
    }
    Object[] values = (Object[]) data;
    if (isAllText(values)) {
      String[] texts = strings(values);
      TextSort.sort(texts);
      return ArrayValue.ofObjects(texts, size);
    }
    Arrays.sort(values, Ordering::compare);
    ArrayValue sorted = ArrayValue.ofObjects(values, size);
    for (Object value : values) {
      Container.share(value);
    }
    sorted.nesting = original.nesting;
    return sorted;
  }

  private static boolean isAllText(Object[] values) {
    for (Object value : values) {
      if (!(value instanceof CharSequence)) {
        return false;
      }
    }
    return true;
  }

  private static String[] strings(Object[] texts) {
    String[] strings = new String[texts.length];
    for (int i = 0; i < texts.length; i++) {
      strings[i] = Text.of(texts[i]);
    }
    return strings;
  }

  private static void sortBools(boolean[] bools) {
    int falses = 0;
    for (boolean bool : bools) {
      falses += bool ? 0 : 1;
    }
    Arrays.fill(bools, 0, falses, false);
    Arrays.fill(bools, falses, bools.length, true);
  }

  /** Java puts -0 before 0; here they are equal and keep the order in which they came. */
  private static void sortFloats(double[] floats) {
    double[] zeros = zeros(floats);
    Arrays.sort(floats);
    if (zeros.length > 0) {
      int first = Arrays.binarySearch(floats, zeros[0]);
      while (first > 0 && floats[first - 1] == 0) {
        first--;
      }
      System.arraycopy(zeros, 0, floats, first, zeros.length);
    }
  }

  private static double[] zeros(double[] floats) {
    double[] zeros = new double[0];
    int count = 0;
    for (double number : floats) {
      if (number == 0) {
        zeros = count == zeros.length ? Arrays.copyOf(zeros, count * 2 + 4) : zeros;
        zeros[count++] = number;
      }
    }
    return Arrays.copyOf(zeros, count);
  }
}

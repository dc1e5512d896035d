package ruff.value;

import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * The orders of values: of strings by code points, and the total order in which {@code sort} puts
 * values of any kind: null, false, true, numbers (NaN last), strings, arrays by their elements, all
 * others as they come.
 */
public final class Ordering {
  private static final int UNORDERED = 6;

  private Ordering() {}

  /** A pair of arrays equal as far as compared. */
  private static final class Pair {
    final ArrayValue left;
    final ArrayValue right;
    int next;

    Pair(ArrayValue left, ArrayValue right) {
      this.left = left;
      this.right = right;
    }
  }

  /** Negative, zero or positive by the order of code points. */
  public static int compareText(String left, String right) {
    int shared = Math.min(left.length(), right.length());
    for (int i = 0; i < shared; i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a != b) {
        return a < Character.MIN_SURROGATE || b < Character.MIN_SURROGATE
            ? a - b
            : aboveBasic(a, b);
      }
    }
    return left.length() - right.length();
  }

  /** Surrogates stand for code points above all chars that follow them. */
  private static int aboveBasic(char a, char b) {
    boolean pairA = Character.isSurrogate(a);
    return pairA == Character.isSurrogate(b) ? a - b : pairA ? 1 : -1;
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

  /** Compares level by level without recursion, since arrays may be nested very deep. */
  private static int compareArrays(ArrayValue left, ArrayValue right) {
    ArrayDeque<Pair> outer = null;
    Pair pair = new Pair(left, right);
    while (true) {
      int at = pair.next++;
      if (at == pair.left.size || at == pair.right.size) {
        int bySize = Integer.compare(pair.left.size, pair.right.size);
        if (bySize != 0 || outer == null || outer.isEmpty()) {
          return bySize;
        }
        pair = outer.pop();
        continue;
      }
      Object a = pair.left.get(at);
      Object b = pair.right.get(at);
      if (a instanceof ArrayValue inner && b instanceof ArrayValue other) {
        outer = outer == null ? new ArrayDeque<>() : outer;
        outer.push(pair);
        pair = new Pair(inner, other);
      } else {
        int order = compare(a, b);
        if (order != 0) {
          return order;
        }
      }
    }
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
    ArrayValue sorted = array.copy();
    if (sorted.data instanceof long[] ints) {
      Arrays.sort(ints, 0, sorted.size);
    } else if (sorted.data instanceof double[] floats) {
      sortFloats(floats, sorted.size);
    } else if (sorted.data instanceof Object[] objects && isAllText(objects, sorted.size)) {
      sortTextObjects(objects, sorted.size);
    } else {
      Object[] values = sorted.toObjects();
      Arrays.sort(values, Ordering::compare);
      sorted = ArrayValue.of(values);
      sorted.nesting = array.nesting;
    }
    return sorted;
  }

  /** Sorts in place by the order of code points. */
  static void sortTexts(String[] texts) {
    if (hasPairs(texts, texts.length)) {
      Arrays.sort(texts, Ordering::compareText);
    } else {
      Arrays.sort(texts);
    }
  }

  private static boolean isAllText(Object[] values, int count) {
    for (int i = 0; i < count; i++) {
      if (!(values[i] instanceof CharSequence)) {
        return false;
      }
    }
    return count > 0;
  }

  private static void sortTextObjects(Object[] texts, int count) {
    String[] strings = new String[count];
    for (int i = 0; i < count; i++) {
      strings[i] = Text.of(texts[i]);
    }
    sortTexts(strings);
    System.arraycopy(strings, 0, texts, 0, count);
  }

  private static boolean hasPairs(String[] texts, int count) {
    for (int i = 0; i < count; i++) {
      String text = texts[i];
      if (text.codePointCount(0, text.length()) != text.length()) {
        return true;
      }
    }
    return false;
  }

  /** Java puts -0 before 0; here they are equal and keep the order in which they came. */
  private static void sortFloats(double[] floats, int count) {
    double[] zeros = zeros(floats, count);
    Arrays.sort(floats, 0, count);
    if (zeros.length > 0) {
      int first = Arrays.binarySearch(floats, 0, count, zeros[0]);
      while (first > 0 && floats[first - 1] == 0) {
        first--;
      }
      System.arraycopy(zeros, 0, floats, first, zeros.length);
    }
  }

  private static double[] zeros(double[] floats, int count) {
    double[] zeros = new double[0];
    int found = 0;
    for (int i = 0; i < count; i++) {
      if (floats[i] == 0) {
        if (found == zeros.length) {
          zeros = Arrays.copyOf(zeros, found * 2 + 4);
        }
        zeros[found++] = floats[i];
      }
    }
    return Arrays.copyOf(zeros, found);
  }
}

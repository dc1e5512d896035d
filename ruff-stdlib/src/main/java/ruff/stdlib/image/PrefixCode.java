package ruff.stdlib.image;

import java.util.PriorityQueue;

/**
 * Bits for symbols, fewer for those that are frequent; no symbol's bits begin with those of
 * another. The bits follow from their numbers alone, as readers expect. A symbol that is the only
 * one needs none.
 */
final class PrefixCode {
  private record Node(long weight, int order, int symbol, Node left, Node right) {}

  private final int[] lengths;
  private final int[] codes;
  private final int used;

  private PrefixCode(int[] lengths, int used) {
    this.lengths = lengths;
    this.used = used;
    this.codes = codes(lengths);
  }

  /**
   * The best code for symbols that are so frequent.
   *
   * @param longest the most bits that a symbol may have
   */
  static PrefixCode of(int[] frequencies, int longest) {
    int used = 0;
    for (int frequency : frequencies) {
      used += frequency > 0 ? 1 : 0;
    }
    long flatter = 0;
    int[] lengths = new int[frequencies.length];
    while (used > 1 && (max(lengths) == 0 || max(lengths) > longest)) {
      lengths = lengths(frequencies, flatter);
      flatter = flatter * 2 + 1;
    }
    if (used == 1) {
      lengths[firstUsed(frequencies)] = 1;
    }
    return new PrefixCode(lengths, used);
  }

  private static int firstUsed(int[] frequencies) {
    int symbol = 0;
    while (frequencies[symbol] == 0) {
      symbol++;
    }
    return symbol;
  }

  private static int max(int[] numbers) {
    int max = 0;
    for (int number : numbers) {
      max = Math.max(max, number);
    }
    return max;
  }

  /**
   * @param flatter is added to each frequency: the larger, the closer together the lengths
   */
  private static int[] lengths(int[] frequencies, long flatter) {
    PriorityQueue<Node> nodes =
        new PriorityQueue<>(
            (a, b) ->
                a.weight != b.weight
                    ? Long.compare(a.weight, b.weight)
                    : Integer.compare(a.order, b.order));
    for (int symbol = 0; symbol < frequencies.length; symbol++) {
      if (frequencies[symbol] > 0) {
        nodes.add(new Node(frequencies[symbol] + flatter, symbol, symbol, null, null));
      }
    }
    int order = frequencies.length;
    while (nodes.size() > 1) {
      Node left = nodes.poll();
      Node right = nodes.poll();
      nodes.add(new Node(left.weight + right.weight, order++, -1, left, right));
    }
    int[] lengths = new int[frequencies.length];
    measure(nodes.poll(), 0, lengths);
    return lengths;
  }

  private static void measure(Node node, int depth, int[] lengths) {
    if (node.left == null) {
      lengths[node.symbol] = depth;
    } else {
      measure(node.left, depth + 1, lengths);
      measure(node.right, depth + 1, lengths);
    }
  }

  /** The bits of each symbol, the first one lowest. */
  private static int[] codes(int[] lengths) {
    int[] codes = new int[lengths.length];
    int next = 0;
    for (int length = 1; length <= max(lengths); length++) {
      for (int symbol = 0; symbol < lengths.length; symbol++) {
        if (lengths[symbol] == length) {
          codes[symbol] = Integer.reverse(next) >>> Integer.SIZE - length;
          next++;
        }
      }
      next <<= 1;
    }
    return codes;
  }

  /** How many symbols there are. */
  int used() {
    return used;
  }

  /** The bits of each symbol are so many; 0 for those that never come. */
  int[] lengths() {
    return lengths;
  }

  void write(BitWriter out, int symbol) {
    if (used > 1) {
      out.write(codes[symbol], lengths[symbol]);
    }
  }
}

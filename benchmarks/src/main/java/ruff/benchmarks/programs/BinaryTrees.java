package ruff.benchmarks.programs;

/** The program {@code binary_trees} as Java programmers write it. */
public final class BinaryTrees {
  private BinaryTrees() {}

  record Node(Node left, Node right) {}

  static Node grow(int depth) {
    if (depth == 0) return new Node(null, null);
    return new Node(grow(depth - 1), grow(depth - 1));
  }

  static long count(Node node) {
    if (node.left == null) return 1;
    return 1 + count(node.left) + count(node.right);
  }

  /** The result for the size. */
  public static long run(int n) {
    Node keep = grow(n);
    long total = 0;
    for (int depth = 4; depth <= n; depth += 2) {
      int rounds = 1 << (n - depth);
      for (int i = 0; i < rounds; i++) total += count(grow(depth));
    }
    return total + count(keep);
  }

  /** Prints the result for the size that is the first argument. */
  public static void main(String[] args) {
    int n = Integer.parseInt(args[0]);
    System.out.println("binary_trees " + run(n));
  }
}

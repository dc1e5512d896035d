package ruff.compile;

import ruff.ast.Node;

/** Ends the emission of a file that cannot be compiled. */
final class CompileFault extends RuntimeException {
  private final transient Node node;

  CompileFault(Node node, String message) {
    super(message, null, false, false);
    this.node = node;
  }

  Node node() {
    return node;
  }
}

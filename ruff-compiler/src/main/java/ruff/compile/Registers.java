package ruff.compile;

import ruff.ast.Node;
import ruff.bytecode.PrototypeBuilder;

/** Gives out the registers of a frame as a stack: variables of open blocks, then temporaries. */
final class Registers {
  private final PrototypeBuilder code;
  private int next;

  Registers(PrototypeBuilder code, int firstFree) {
    this.code = code;
    this.next = firstFree;
  }

  int mark() {
    return next;
  }

  void release(int mark) {
    next = mark;
  }

  int allocate(Node forWhat) {
    return allocate(1, forWhat);
  }

  /** Consecutive registers; the first is returned. */
  int allocate(int count, Node forWhat) {
    int first = next;
    next += count;
    if (!PrototypeBuilder.isAddressable(next)) {
      throw new CompileFault(forWhat, "Function body is too large: it needs too many variables");
    }
    if (count > 0) {
      code.useRegister(next - 1);
    }
    return first;
  }

  boolean hasRoomFor(int count) {
    return PrototypeBuilder.isAddressable(next + count + RESERVE);
  }

  /** Kept free for temporaries when variables are placed. */
  private static final int RESERVE = 8192;
}

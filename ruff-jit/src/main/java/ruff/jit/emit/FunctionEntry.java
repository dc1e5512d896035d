package ruff.jit.emit;

import static java.lang.classfile.Opcode.AALOAD;
import static java.lang.classfile.Opcode.IFGE;

import java.lang.classfile.Label;
import java.util.BitSet;
import ruff.jit.flow.Kind;
import ruff.jit.flow.Type;

/** The beginning of a whole function: the depth of calls, and the registers that hold something. */
final class FunctionEntry {
  private final MethodWriter out;
  private final Asm asm;
  private final Operands values;

  FunctionEntry(MethodWriter out) {
    this.out = out;
    this.asm = out.asm;
    this.values = out.values;
  }

  /**
   * Writes it.
   *
   * @param firstArgument the local of the first argument
   */
  void write(int firstArgument) {
    checkDepth();
    int slot = firstArgument;
    for (int i = 0; i < out.code.parameterCount; i++) {
      Kind kind = out.method.parameterKind(i);
      values.place(i, Type.of(kind), slot);
      slot += Form.width(kind);
      if (out.method.entered(i).narrow()) {
        values.narrow(i, out.method.entered(i).interval());
      }
    }
    loadCaptures();
    clearOthers();
  }

  private void checkDepth() {
    Label deepEnough = asm.label();
    out.pushLeft();
    asm.jump(IFGE, deepEnough);
    out.pushSelf();
    asm.call(Signature.LINKAGE, "tooDeep", "F:e");
    asm.rethrow();
    asm.bind(deepEnough);
  }

  private void loadCaptures() {
    BitSet live = out.method.flow.liveBefore(0);
    for (int i = 0; i < out.code.captures.length; i++) {
      int register = out.code.parameterCount + i;
      if (live.get(register)) {
        out.pushSelf();
        asm.field(Signature.FUNCTION, "captures", Signature.OBJECTS);
        asm.constant(i);
        asm.op(AALOAD);
        values.setObject(register, Type.OBJECT);
      }
    }
  }

  /** Registers whose first reader may find them undefined. */
  private void clearOthers() {
    BitSet live = out.method.flow.liveBefore(0);
    int from = out.code.parameterCount + out.code.captures.length;
    for (int r = live.nextSetBit(from); r >= 0; r = live.nextSetBit(r + 1)) {
      asm.nothing();
      values.setObject(r, Type.OBJECT);
    }
  }
}

package ruff.jit.emit;

import static java.lang.classfile.Opcode.IFEQ;
import static java.lang.classfile.Opcode.IFNE;

import java.lang.classfile.Label;
import java.util.BitSet;
import ruff.bytecode.Feedback;
import ruff.bytecode.Instruction;
import ruff.bytecode.Op;
import ruff.bytecode.Site;
import ruff.jit.emit.LoopArrays.Parts;
import ruff.jit.flow.ControlFlow.Loop;
import ruff.jit.flow.Kind;
import ruff.jit.flow.Type;

/**
 * Containers with one holder: making sure that what is written in place has no second one.
 *
 * <p>What every turn of a loop writes into is copied in front of the loop where it has to be, and
 * taken to have one holder in the loop. So there is no copying in the loop, which could change
 * anything as far as HotSpot can tell: it looks at {@code m[y]} once where {@code m[y][x]} is
 * written for all x.
 */
final class OwnershipWriter {
  private final MethodWriter out;
  private final Asm asm;
  private final Operands values;

  OwnershipWriter(MethodWriter out) {
    this.out = out;
    this.asm = out.asm;
    this.values = out.values;
  }

  /** The instruction OWN. */
  void own(int a) {
    if (!values.mayBeContainer(a)) {
      return;
    }
    if (isGuessed()) {
      values.pushObject(a);
      asm.call(Signature.ACCESS, "isShared", "O:Z");
      asm.jump(IFNE, out.exit());
    } else {
      copyShared(a);
    }
  }

  /** Whether what the instruction owns is taken to have one holder. */
  boolean isGuessed() {
    return out.method.ownsAhead(out.pc);
  }

  /** Makes sure that a container has one holder. */
  void copyShared(int a) {
    Parts parts = out.arrays.parts(a);
    if (parts != null && parts.written() || out.keeps(a)) {
      // It has one while it is taken apart; what a loop's method keeps was seen to before its call.
      return;
    }
    Label owned = asm.label();
    values.pushObject(a);
    asm.call(Signature.ACCESS, "isShared", "O:Z");
    asm.jump(IFEQ, owned);
    Type type = values.type(a);
    values.pushObject(a);
    asm.link("own", "O:O");
    values.setObject(a, type);
    asm.bind(owned);
  }

  /** The instruction OWN_INDEX. */
  void ownIndex(int a, int b, int c) {
    if (isGuessed()
        && out.method.feedback[out.pc] == Feedback.OBJECT_ARRAY
        && values.isIndexed(b, c, Kind.ARRAY)) {
      Label guess = out.beginGuess();
      values.openInt(c);
      values.pushObject(b);
      String index = values.pushIndex(c);
      asm.call(Signature.ACCESS, "ownElement", "O" + index + ":O");
      out.endGuess(guess);
      values.state.set(b, Type.ARRAY);
    } else {
      out.pushCode();
      asm.constant(out.pc);
      values.pushObject(b);
      if (values.is(c, Kind.INT)) {
        values.pushInt(c);
        asm.link("ownIndex", "PIOJ:O");
      } else {
        values.pushObject(c);
        asm.link("ownIndex", "PIOO:O");
      }
    }
    values.setObject(a, Type.OBJECT);
  }

  /** Makes sure that containers have one holder. */
  void copyShared(BitSet registers) {
    for (int r = registers.nextSetBit(0); r >= 0; r = registers.nextSetBit(r + 1)) {
      if (values.mayBeContainer(r)) {
        copyShared(r);
      }
    }
  }

  /** Copies in front of a loop what its turns would copy. */
  void ownAhead(Loop loop) {
    BitSet parts = new BitSet();
    for (int pc : out.method.flow.ownings(loop)) {
      long word = out.code.code[pc];
      int a = Instruction.a(word);
      Op op = Instruction.op(word);
      if (op == Op.OWN || op == Op.SET_INDEX) {
        if (values.mayBeContainer(a)) {
          copyShared(a);
        }
      } else if (parts.get(Instruction.b(word)) || values.mayBeContainer(Instruction.b(word))) {
        ownPart(word, parts.get(Instruction.b(word)));
        parts.set(a);
      }
    }
  }

  /**
   * Owns a part in front of a loop, which has not used the local of the part's register yet.
   *
   * @param inner whether it is a part of a part
   */
  private void ownPart(long word, boolean inner) {
    int whole = Instruction.b(word);
    int key = Instruction.c(word);
    if (inner) {
      asm.aload(values.objectSlot(whole));
    } else {
      values.pushObject(whole);
    }
    if (Instruction.op(word) == Op.OWN_INDEX) {
      values.pushObject(key);
      asm.link("ownIndexAhead", "OO:O");
    } else {
      asm.constant((Site.Field) out.code.sites[key], Signature.site("Field"));
      asm.link("ownFieldAhead", "Of:O");
    }
    asm.astore(values.objectSlot(Instruction.a(word)));
  }

  /**
   * Prepares for an operator method of a struct in the register, if that is what it holds: it must
   * not change anything in place that this function holds.
   */
  void beforeOperator(int operand) {
    if (!values.is(operand, Kind.OBJECT) && !values.is(operand, Kind.STRUCT)) {
      return;
    }
    out.method.shares.set(out.pc);
    out.nest();
    Label noStruct = asm.label();
    values.pushObject(operand);
    asm.isInstance(Signature.STRUCT);
    asm.jump(IFEQ, noStruct);
    BitSet live = out.method.flow.liveBefore(out.pc);
    for (int r = live.nextSetBit(0); r >= 0; r = live.nextSetBit(r + 1)) {
      if (values.mayBeContainer(r)) {
        values.pushObject(r);
        asm.call(Signature.CONTAINER, "share", "O:V");
      }
    }
    out.pushStrand();
    asm.call(Signature.LINKAGE, "registersAreShared", "S:V");
    asm.bind(noStruct);
  }
}

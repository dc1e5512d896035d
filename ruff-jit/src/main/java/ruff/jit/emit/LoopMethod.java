package ruff.jit.emit;

import static java.lang.classfile.Opcode.AASTORE;
import static java.lang.classfile.Opcode.DALOAD;
import static java.lang.classfile.Opcode.DASTORE;
import static java.lang.classfile.Opcode.I2L;
import static java.lang.classfile.Opcode.L2I;
import static java.lang.classfile.Opcode.LALOAD;
import static java.lang.classfile.Opcode.LASTORE;

import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import ruff.bytecode.Flow;
import ruff.bytecode.Instruction;
import ruff.bytecode.Op;
import ruff.bytecode.Prototype.Handler;
import ruff.interpreter.Strand;
import ruff.jit.emit.LoopArrays.Parts;
import ruff.jit.flow.ControlFlow;
import ruff.jit.flow.ControlFlow.Loop;
import ruff.jit.flow.Kind;
import ruff.jit.flow.Registers;
import ruff.jit.flow.Type;

/**
 * A loop inside of another one, written as a Java method of its own. HotSpot compiles a method that
 * is entered once while it runs, from the loop on that it finds hot, and makes poor code of the
 * loops around; a method that is entered in each turn of the outer loop it compiles whole.
 *
 * <p>It takes the registers that are live at the loop's head. When the loop is left, those that may
 * have changed go through arrays of the strand, and the answer says which way it was left, or that
 * the function has ended.
 *
 * @param live the registers that are handed in
 * @param exits the blocks outside that it leads to
 * @param arrays the parts of arrays that are handed in; known when the caller is written, which is
 *     first
 */
record LoopMethod(
    String name, Method method, Loop loop, BitSet live, List<Integer> exits, List<Parts> arrays) {
  /** A Java method takes at most 255 slots. */
  private static final int MOST_SLOTS = 120;

  /** Says which arrays its caller hands in. */
  void take(List<Parts> apart) {
    arrays.clear();
    arrays.addAll(apart);
  }

  /** The outermost of the inner loops of a region that can be methods of their own. */
  static List<LoopMethod> within(Unit unit, Method method, LoopMethod region) {
    List<LoopMethod> found = new ArrayList<>();
    for (Loop loop : method.flow.loops()) {
      if (method.blocks[loop.head()] != null
          && isInner(method, loop, region)
          && found.stream().noneMatch(other -> other.loop.encloses(loop))) {
        LoopMethod made = unit.loopMethod(method, loop);
        if (made.isPossible()) {
          found.add(made);
        }
      }
    }
    return found;
  }

  private static boolean isInner(Method method, Loop loop, LoopMethod region) {
    if (!method.isContinuation()) {
      // What is called often is not compiled from a loop on.
      return false;
    }
    if (loop.contains(method.entryPc) && loop.head() != method.entryPc) {
      return false;
    }
    if (region != null) {
      return region.loop.encloses(loop) && LoopNest.isLong(method, loop);
    }
    return method.flow.loops().stream().anyMatch(other -> other.encloses(loop));
  }

  static LoopMethod of(String name, Method method, Loop loop) {
    List<Integer> exits = new ArrayList<>();
    for (int pc = loop.head(); pc <= loop.end(); pc++) {
      long word = method.code.code[pc];
      Op op = Instruction.op(word);
      if (Flow.jumps(op)) {
        addExit(exits, method, loop, Flow.target(method.code, word));
      }
      if (!Flow.endsPath(op)) {
        addExit(exits, method, loop, pc + 1);
      }
      Handler handler = method.code.handler(pc);
      if (handler != null) {
        addExit(exits, method, loop, handler.target());
      }
    }
    BitSet live = method.flow.liveBefore(loop.head());
    return new LoopMethod(name, method, loop, live, exits, new ArrayList<>());
  }

  private static void addExit(List<Integer> exits, Method method, Loop loop, int target) {
    if (!loop.contains(target) && method.blocks[target] != null && !exits.contains(target)) {
      exits.add(target);
    }
  }

  private Registers atHead() {
    return method.blocks[loop.head()];
  }

  private boolean isPossible() {
    if (registersWidth() > MOST_SLOTS) {
      return false;
    }
    for (int target : exits) {
      List<Integer> handed = handedOn(target);
      if (handed.size() > Strand.HANDED_ON) {
        return false;
      }
      for (int register : handed) {
        Kind kind = method.blocks[target].get(register).kind();
        if (kind == Kind.RANGE || kind == Kind.CURSOR) {
          return false;
        }
      }
    }
    return true;
  }

  /** The registers that may be others, or in another form, than when the loop began. */
  private List<Integer> handedOn(int target) {
    List<Integer> handed = new ArrayList<>();
    Registers there = method.blocks[target];
    for (int r = 0; r < there.count(); r++) {
      if (!there.get(r).is(Kind.UNSET) && (replaces(r) || !isSame(there.get(r), atHead().get(r)))) {
        handed.add(r);
      }
    }
    return handed;
  }

  /**
   * Whether the loop puts something else into a register. Writing an element does not: what has
   * another holder is copied before the loop is called, or is an exit.
   */
  boolean replaces(int register) {
    if (loop.assigned().get(register)) {
      for (int pc = loop.head(); pc <= loop.end(); pc++) {
        if (ControlFlow.writes(method.code, pc, register) && !method.writesInPlace(pc)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The registers whose containers the loop writes into in every turn of a loop. */
  BitSet owned() {
    BitSet owned = new BitSet();
    for (int pc = loop.head(); pc <= loop.end(); pc++) {
      int register = Instruction.a(method.code.code[pc]);
      if (method.flow.isOwnedAhead(pc) && method.writesInPlace(pc) && !replaces(register)) {
        owned.set(register);
      }
    }
    return owned;
  }

  private static boolean isSame(Type there, Type atHead) {
    return there.form().equals(atHead.form()) && there.boxed() == atHead.boxed();
  }

  MethodTypeDesc descriptor() {
    List<ClassDesc> parameters =
        new ArrayList<>(
            List.of(
                Signature.STRAND,
                Signature.FUNCTION,
                Signature.OBJECTS,
                ConstantDescs.CD_int,
                Signature.SUSPENDED,
                Signature.OBJECTS));
    for (int r = live.nextSetBit(0); r >= 0; r = live.nextSetBit(r + 1)) {
      Form.addTo(parameters, atHead().get(r));
    }
    arrays.forEach(parts -> parts.addTo(parameters));
    return MethodTypeDesc.of(ConstantDescs.CD_int, parameters);
  }

  /** Slots that the registers and the parts of arrays take as arguments. */
  int width() {
    return registersWidth() + arrays.stream().mapToInt(Parts::width).sum();
  }

  private int registersWidth() {
    int width = 0;
    for (int r = live.nextSetBit(0); r >= 0; r = live.nextSetBit(r + 1)) {
      width += Form.width(atHead().get(r));
    }
    return width;
  }

  /** Pushes the arguments. */
  void push(Operands values, Asm asm) {
    for (int r = live.nextSetBit(0); r >= 0; r = live.nextSetBit(r + 1)) {
      values.pushForm(r, atHead().get(r));
    }
    arrays.forEach(parts -> parts.push(asm));
  }

  /** Gives the registers and the parts of arrays the slots of the arguments. */
  void place(Operands values, LoopArrays apart, int first) {
    int slot = first;
    for (int r = live.nextSetBit(0); r >= 0; r = live.nextSetBit(r + 1)) {
      Type type = atHead().get(r);
      values.place(r, type, slot);
      slot += Form.width(type);
    }
    apart.take(arrays, slot);
  }

  /** Begins the method: all registers are as at the loop's head. */
  void load(Operands values) {
    values.state = atHead().copy();
    for (int r = live.nextSetBit(0); r >= 0; r = live.nextSetBit(r + 1)) {
      if (atHead().get(r).boxed()) {
        values.openBox(r, atHead().get(r).kind());
      }
    }
  }

  /** Leaves the loop: the registers have the form of the target. */
  void handOver(int target, Operands values, Asm asm) {
    int index = 0;
    for (int register : handedOn(target)) {
      Type type = method.blocks[target].get(register);
      if (type.is(Kind.DEFINITION)) {
        continue;
      }
      asm.aload(0);
      if (type.boxed() || type.kind().isReference()) {
        asm.field(Signature.STRAND, "objects", Signature.OBJECTS);
        asm.constant(index++);
        asm.aload(values.objectSlot(register));
        asm.op(AASTORE);
      } else if (type.is(Kind.FLOAT)) {
        asm.field(Signature.STRAND, "doubles", Signature.DOUBLES);
        asm.constant(index++);
        asm.dload(values.doubleSlot(register));
        asm.op(DASTORE);
      } else {
        asm.field(Signature.STRAND, "longs", Signature.LONGS);
        asm.constant(index++);
        if (type.is(Kind.BOOL) || type.is(Kind.CHAR) || type.narrow()) {
          asm.iload(values.intSlot(register));
          asm.convert(I2L);
        } else {
          asm.lload(values.longSlot(register));
        }
        asm.op(LASTORE);
      }
    }
    asm.constant(exits.indexOf(target));
    asm.returnInt();
  }

  /** Takes what the loop has handed over; the registers have the form of the target then. */
  void takeOver(int exit, Operands values, Asm asm) {
    int target = exits.get(exit);
    int index = 0;
    for (int register : handedOn(target)) {
      Type type = method.blocks[target].get(register);
      values.state.set(register, type);
      if (type.is(Kind.DEFINITION)) {
        continue;
      }
      asm.aload(0);
      if (type.boxed() || type.kind().isReference()) {
        asm.constant(index++);
        asm.callVirtual(Signature.STRAND, "takeObject", "I:O");
        asm.astore(values.objectSlot(register));
        if (type.boxed()) {
          values.openBox(register, type.kind());
        }
      } else if (type.is(Kind.FLOAT)) {
        asm.field(Signature.STRAND, "doubles", Signature.DOUBLES);
        asm.constant(index++);
        asm.op(DALOAD);
        asm.dstore(values.doubleSlot(register));
      } else {
        asm.field(Signature.STRAND, "longs", Signature.LONGS);
        asm.constant(index++);
        asm.op(LALOAD);
        if (type.is(Kind.BOOL) || type.is(Kind.CHAR) || type.narrow()) {
          asm.convert(L2I);
          asm.istore(values.intSlot(register));
        } else {
          asm.lstore(values.longSlot(register));
        }
      }
    }
  }
}

package ruff.jit.emit;

import static java.lang.classfile.Opcode.GOTO;
import static java.lang.classfile.Opcode.IFNE;

import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.util.BitSet;
import ruff.bytecode.Prototype;
import ruff.interpreter.CountedRange;
import ruff.jit.flow.ControlFlow;
import ruff.jit.flow.Count;
import ruff.jit.flow.Interval;
import ruff.jit.flow.Kind;
import ruff.jit.flow.Registers;
import ruff.jit.flow.Type;

/**
 * The start of code that goes on with a frame: brings the live registers into the form that the
 * code was made for. A frame with other kinds of values goes back as it came.
 */
final class FrameReader {
  private final MethodWriter out;
  private final Asm asm;
  private final Operands values;

  FrameReader(MethodWriter out) {
    this.out = out;
    this.asm = out.asm;
    this.values = out.values;
  }

  void read(int frame) {
    Label misfit = asm.label();
    BitSet live = out.method.flow.liveBefore(out.method.entryPc);
    for (int r = live.nextSetBit(0); r >= 0; r = live.nextSetBit(r + 1)) {
      asm.aload(frame);
      asm.constant(r);
      asm.op(Opcode.AALOAD);
      asm.astore(values.objectSlot(r));
      load(r, out.method.entryTypes.get(r), misfit);
    }
    Label fit = asm.label();
    asm.jump(GOTO, fit);
    asm.bind(misfit);
    asm.constant(out.unit.handle(), Signature.COMPILED_UNIT);
    asm.aload(frame);
    asm.call(Signature.COMPILED_UNIT, "misfit", "U[:V");
    out.exitTo(out.method.entryPc);
    asm.bind(fit);
  }

  /** Brings a register out of the frame into the form that the entry's type asks for. */
  private void load(int register, Type type, Label misfit) {
    switch (type.kind()) {
      case INT -> loadInt(register, misfit);
      case FLOAT, BOOL -> values.unbox(register, type.kind(), misfit);
      case ARRAY -> values.expect(register, Signature.ARRAY, Type.ARRAY, misfit);
      case RANGE -> loadRange(register, type, misfit);
      case CURSOR -> loadCursor(register, type, misfit);
      default -> values.state.set(register, Type.OBJECT);
    }
  }

  private void loadInt(int register, Label misfit) {
    values.unbox(register, Kind.INT, misfit);
    Type wanted = out.method.blocks[out.method.entryPc].get(register);
    Method method = out.method;
    Interval taken =
        method.isSum(method.flow.loopAt(method.entryPc), register)
            ? method.entryTypes.get(register).interval()
            : wanted.interval();
    expect(register, taken.low(), Long.MIN_VALUE, Opcode.IFLT, misfit);
    expect(register, taken.high(), Long.MAX_VALUE, Opcode.IFGT, misfit);
    if (wanted.narrow()) {
      values.narrow(register, taken);
    }
  }

  /** Makes sure that an int is not beyond a bound, but for one that none can be beyond of. */
  private void expect(int register, long bound, long any, Opcode beyond, Label misfit) {
    if (bound != any) {
      asm.lload(values.longSlot(register));
      asm.constant(bound);
      asm.op(Opcode.LCMP);
      asm.jump(beyond, misfit);
    }
  }

  private void loadRange(int register, Type type, Label misfit) {
    int object = values.objectSlot(register);
    asm.aload(object);
    asm.isInstance(Signature.COUNTED_RANGE);
    asm.jump(Opcode.IFEQ, misfit);
    rangePart(object, "isDone", ":Z");
    asm.jump(IFNE, misfit);
    rangePart(object, "step", ":J");
    asm.constant(type.count().step());
    asm.op(Opcode.LCMP);
    asm.jump(IFNE, misfit);
    if (type.count().values().equals(Interval.SMALL)) {
      asm.aload(object);
      asm.call(Signature.COMPILED_UNIT, "isSmall", "O:Z");
      asm.jump(Opcode.IFEQ, misfit);
    }
    rangePart(object, "upcoming", ":J");
    if (type.narrow()) {
      asm.convert(Opcode.L2I);
      asm.istore(values.intSlot(register));
    } else {
      asm.lstore(values.longSlot(register));
    }
    rangePart(object, "end", ":J");
    if (type.narrow()) {
      asm.convert(Opcode.L2I);
      asm.istore(values.intEndSlot(register));
    } else {
      asm.lstore(values.endSlot(register));
    }
    values.state.set(register, type);
  }

  private void rangePart(int object, String name, String signature) {
    asm.aload(object);
    asm.cast(Signature.COUNTED_RANGE);
    asm.callVirtual(Signature.COUNTED_RANGE, name, signature);
  }

  private void loadCursor(int register, Type type, Label misfit) {
    int object = values.objectSlot(register);
    asm.aload(object);
    asm.call(Signature.LINKAGE, type.equals(Type.CURSOR) ? "elements" : "characters", "O:O");
    asm.astore(values.scratch());
    asm.aload(values.scratch());
    asm.jump(Opcode.IFNULL, misfit);
    asm.aload(object);
    asm.call(Signature.LINKAGE, "position", "O:I");
    asm.istore(values.intSlot(register));
    asm.aload(values.scratch());
    asm.astore(object);
    values.state.set(register, type);
  }

  /**
   * The types that registers of a frame have, for code that goes on with it. Where a generator goes
   * on there may be little to do, and not to test the size of ints is worth more than to know it.
   */
  static Registers typesOf(Object[] frame, Prototype code, ControlFlow flow, int pc) {
    FunctionProfile profile = FunctionProfile.of(code);
    Registers types = new Registers(frame.length);
    BitSet live = flow.liveBefore(pc);
    boolean isLoop = flow.isLoopHead(pc);
    for (int r = live.nextSetBit(0); r >= 0; r = live.nextSetBit(r + 1)) {
      Type type = profile.holdsAny(r) ? Type.OBJECT : typeOf(frame[r]);
      types.set(r, isLoop && !profile.isUnboundedRegister(r) ? type : type.unbounded());
    }
    return types;
  }

  private static Type typeOf(CountedRange range) {
    boolean small = isSmall(range.upcoming()) && isSmall(range.end()) && isSmall(range.step());
    return Type.range(new Count(range.step(), small ? Interval.SMALL : Interval.ALL), small);
  }

  /** Whether a number, or the values of a count up to there, can be taken for small. */
  private static boolean isSmall(long bound) {
    return Interval.of(bound).isWithin(Interval.SMALL);
  }

  static Type typeOf(Object value) {
    if (value instanceof CountedRange range) {
      return range.isDone() ? Type.OBJECT : typeOf(range);
    }
    if (ruff.interpreter.Linkage.elements(value) != null) {
      return Type.CURSOR;
    }
    if (ruff.interpreter.Linkage.characters(value) != null) {
      return Type.TEXT_CURSOR;
    }
    if (value instanceof Long number) {
      return isSmall(number) ? Type.narrow(Interval.SMALL) : Type.INT;
    }
    Kind kind = Type.kindOf(value);
    return kind.isPrimitive() || kind == Kind.ARRAY ? Type.of(kind) : Type.OBJECT;
  }
}

package ruff.jit.emit;

import static java.lang.classfile.Opcode.IADD;
import static java.lang.classfile.Opcode.IFEQ;
import static java.lang.classfile.Opcode.IFGE;
import static java.lang.classfile.Opcode.IFLE;
import static java.lang.classfile.Opcode.IFNE;
import static java.lang.classfile.Opcode.IFNULL;
import static java.lang.classfile.Opcode.IF_ICMPGE;
import static java.lang.classfile.Opcode.IF_ICMPLE;
import static java.lang.classfile.Opcode.LADD;
import static java.lang.classfile.Opcode.LCMP;
import static java.lang.classfile.Opcode.LUSHR;

import java.lang.classfile.Label;
import java.lang.constant.ConstantDescs;
import java.util.BitSet;
import ruff.bytecode.Feedback;
import ruff.bytecode.Flow;
import ruff.bytecode.Instruction;
import ruff.bytecode.Op;
import ruff.jit.flow.ControlFlow.Loop;
import ruff.jit.flow.Count;
import ruff.jit.flow.Interval;
import ruff.jit.flow.Kind;
import ruff.jit.flow.Sums;
import ruff.jit.flow.Type;

/** Loops: counts and arrays without an object for the iteration, others with the VM's. */
final class LoopWriter {
  private final MethodWriter out;
  private final Asm asm;
  private final Operands values;

  LoopWriter(MethodWriter out) {
    this.out = out;
    this.asm = out.asm;
    this.values = out.values;
  }

  void translate(Op op, long word) {
    int a = Instruction.a(word);
    int b = Instruction.b(word);
    switch (op) {
      case JUMP_BACK -> {
        pollStale();
        out.jump(Instruction.wide(word));
      }
      case ITERATE -> iterate(a, b);
      case NEXT -> next(a, b, Flow.target(out.code, word));
      case RANGE -> range(a, b, Instruction.c(word));
      default -> rangeNext(a, b, Flow.target(out.code, word));
    }
  }

  /** A loop whose callees keep exiting goes on to newer code; others leave by their own exits. */
  private void pollStale() {
    // A first pass does not know all callees yet.
    out.mayLeave();
    if (!out.method.callees.isEmpty()) {
      asm.constant(out.unit.handle(), Signature.COMPILED_UNIT);
      asm.field(Signature.COMPILED_UNIT, "stale", ConstantDescs.CD_boolean);
      asm.jump(IFNE, out.quietExit());
    }
  }

  private void iterate(int a, int b) {
    boolean general = out.method.general[out.pc];
    boolean scans = out.method.feedback[out.pc] == Feedback.TEXT_INDEX;
    if (values.type(b).isText() || values.is(b, Kind.OBJECT) && scans && !general) {
      iterateText(a, b);
      return;
    }
    boolean keys = out.method.feedback[out.pc] == Feedback.DICT_INDEX;
    if (values.is(b, Kind.DICT) || values.is(b, Kind.OBJECT) && keys && !general) {
      iterateKeys(a, b);
      return;
    }
    if (out.method.feedback[out.pc] == Feedback.COUNT && !general) {
      out.unbox(b, Kind.INT);
    }
    if (values.is(b, Kind.INT)) {
      count(a, b);
      return;
    }
    if (values.is(b, Kind.OBJECT) && out.method.feedback[out.pc] == 0 && !general) {
      values.expect(b, Signature.ARRAY, Type.ARRAY, out.exit());
    }
    if (values.is(b, Kind.ARRAY)) {
      boundSums(a);
      values.push(b, Signature.ARRAY);
      asm.constant(1);
      asm.putField(Signature.ARRAY, "shared", ConstantDescs.CD_boolean);
      values.pushObject(b);
      begin(a, Type.CURSOR);
    } else {
      values.pushObject(b);
      asm.link("iterate", "O:i");
      values.setObject(a, Type.OBJECT);
    }
  }

  private void iterateText(int a, int b) {
    if (out.method.general[out.pc]) {
      values.pushObject(b);
      asm.link("iterate", "O:i");
      values.setObject(a, Type.OBJECT);
      return;
    }
    boundSums(a);
    Label guess = out.beginGuess();
    values.pushObject(b);
    asm.call(Signature.ACCESS, "plain", "O:N");
    out.endGuess(guess);
    begin(a, Type.TEXT_CURSOR);
  }

  private void iterateKeys(int a, int b) {
    if (values.is(b, Kind.OBJECT)) {
      values.expect(b, Signature.DICT, Type.DICT, out.exit());
    }
    boundSums(a);
    values.push(b, Signature.DICT);
    asm.callVirtualThrowing(Signature.DICT, "keyArray", ":A");
    begin(a, Type.CURSOR);
  }

  /** Counts from zero up to an int. */
  private void count(int a, int b) {
    bound(b);
    boundSums(a);
    Interval end = values.interval(b);
    Type type = counted(1, Interval.of(0), end);
    pushBound(b, type);
    pushZero(type);
    beginCount(a, type);
  }

  private void pushBound(int register, Type type) {
    if (type.narrow()) {
      values.pushNarrow(register);
    } else {
      values.pushInt(register);
    }
  }

  private void pushZero(Type type) {
    if (type.narrow()) {
      asm.constant(0);
    } else {
      asm.constant(0L);
    }
  }

  /** Begins a count; on the stack: its end and its first number. */
  private void beginCount(int a, Type type) {
    if (type.narrow()) {
      asm.istore(values.intSlot(a));
      asm.istore(values.intEndSlot(a));
    } else {
      asm.lstore(values.longSlot(a));
      asm.lstore(values.endSlot(a));
    }
    values.state.set(a, type);
  }

  /** Begins to go through what is on the stack. */
  private void begin(int a, Type cursor) {
    asm.astore(values.objectSlot(a));
    asm.constant(0);
    asm.istore(values.intSlot(a));
    values.state.set(a, cursor);
  }

  private void next(int a, int b, int target) {
    if (values.is(b, Kind.RANGE)) {
      rangeNext(a, b, target);
      return;
    }
    if (values.type(b).equals(Type.TEXT_CURSOR)) {
      nextChar(a, b, target);
      return;
    }
    if (values.is(b, Kind.CURSOR)) {
      nextElement(a, b, target);
      return;
    }
    out.pushStrand();
    out.pushLeft();
    values.pushObject(b);
    asm.link("next", "SIO:O");
    asm.astore(values.scratch());
    asm.aload(values.scratch());
    out.jumpIf(IFNULL, target);
    asm.aload(values.scratch());
    values.setObject(a, Type.OBJECT);
  }

  private void nextElement(int a, int b, int target) {
    int array = values.objectSlot(b);
    int index = values.intSlot(b);
    asm.iload(index);
    asm.aload(array);
    asm.cast(Signature.ARRAY);
    asm.field(Signature.ARRAY, "size", ConstantDescs.CD_int);
    out.jumpIf(IF_ICMPGE, target);
    Storage storage = out.method.general[out.pc] ? null : Storage.seen(out.method.feedback[out.pc]);
    if (storage == null) {
      asm.aload(array);
      asm.cast(Signature.ARRAY);
      asm.iload(index);
      asm.callVirtual(Signature.ARRAY, "get", "I:O");
      asm.call(Signature.CONTAINER, "shared", "O:O");
    } else {
      pushElement(array, index, storage);
    }
    asm.increment(index);
    values.set(a, storage == null ? Kind.OBJECT : storage.kind());
  }

  /**
   * Pushes an element whose position lies in the array. In place: HotSpot leaves even a small call
   * as it is where it has seen it too seldom, and does not look again.
   */
  private void pushElement(int array, int index, Storage storage) {
    Label guess = out.beginGuess();
    asm.aload(array);
    asm.cast(Signature.ARRAY);
    asm.field(Signature.ARRAY, "data", ConstantDescs.CD_Object);
    asm.cast(Signature.type(storage.dataLetter()));
    asm.iload(index);
    asm.op(LoopArrays.load(storage));
    out.endGuess(guess);
    if (storage == Storage.OBJECTS) {
      asm.call(Signature.CONTAINER, "shared", "O:O");
    }
  }

  private void nextChar(int a, int b, int target) {
    int text = values.objectSlot(b);
    int index = values.intSlot(b);
    asm.iload(index);
    asm.aload(text);
    asm.cast(ConstantDescs.CD_String);
    asm.callVirtual(ConstantDescs.CD_String, "length", ":I");
    out.jumpIf(IF_ICMPGE, target);
    asm.aload(text);
    asm.cast(ConstantDescs.CD_String);
    asm.iload(index);
    asm.callVirtual(ConstantDescs.CD_String, "charAt", "I:u");
    asm.increment(index);
    values.setChar(a);
  }

  private void range(int a, int base, int count) {
    Long step = count < 3 ? Long.valueOf(1) : constantStep(base + 2);
    boolean known = step != null && step != 0 && !out.method.general[out.pc];
    for (int i = 0; i < Math.min(count, 2) && known; i++) {
      known = values.mayBe(base + i, Kind.INT);
    }
    if (!known) {
      general(a, base, count);
      return;
    }
    for (int i = 0; i < Math.min(count, 2); i++) {
      out.unbox(base + i, Kind.INT);
      bound(base + i);
    }
    boundSums(a);
    Interval start = count == 1 ? Interval.of(0) : values.interval(base);
    Interval end = values.interval(count == 1 ? base : base + 1);
    Type type = counted(step, start, end);
    // The start may lie in the register that the count goes to, so both are pushed first.
    if (count == 1) {
      pushBound(base, type);
      pushZero(type);
    } else {
      pushBound(base + 1, type);
      pushBound(base, type);
    }
    beginCount(a, type);
  }

  /** The type of a count, whose values end before the end. */
  private static Type counted(long step, Interval start, Interval end) {
    Interval all = Interval.ALL;
    Interval counted =
        step > 0
            ? all.meet(start.low(), Math.max(end.high(), Long.MIN_VALUE + 1) - 1)
            : all.meet(Math.min(end.low(), Long.MAX_VALUE - 1) + 1, start.high());
    boolean small = start.isWithin(Interval.SMALL) && end.isWithin(Interval.SMALL);
    return Type.range(
        new Count(step, counted), small && Interval.of(step).isWithin(Interval.SMALL));
  }

  /** Guesses that a bound of a count is small, as nearly all are. */
  private void bound(int register) {
    bound(register, Interval.SMALL);
  }

  /** Guesses the same of what the loop over a register adds to. */
  private void boundSums(int iterated) {
    Loop loop = out.method.flow.loopAt(out.pc + 1);
    if (loop != null && Instruction.b(out.code.code[loop.head()]) == iterated) {
      BitSet unknown = out.sums.unknown(loop, values.state);
      for (int r = unknown.nextSetBit(0); r >= 0; r = unknown.nextSetBit(r + 1)) {
        bound(r, Sums.AT_ENTRY);
      }
    }
  }

  /** Guesses that an int lies in an interval from -2^n to 2^n. */
  private void bound(int register, Interval wanted) {
    Interval known = values.interval(register);
    if (known.isWithin(wanted) || !out.method.assumptions.assumeBounded(out.pc)) {
      return;
    }
    values.pushInt(register);
    asm.constant(-wanted.low());
    asm.op(LADD);
    asm.constant(Long.numberOfTrailingZeros(wanted.low()) + 1);
    asm.op(LUSHR);
    asm.constant(0L);
    asm.op(LCMP);
    asm.jump(IFNE, out.exit());
    values.bound(register, wanted.low(), wanted.high());
  }

  private void general(int a, int base, int count) {
    values.pushWindow(base, count);
    asm.link("range", "[:O");
    values.setObject(a, Type.OBJECT);
  }

  /** The constant that was moved into a register just before, or null. */
  private Long constantStep(int register) {
    if (values.isConstant(register)) {
      return values.constant(register) instanceof Long number ? number : null;
    }
    for (int at = out.pc - 1; at >= 0 && !out.method.flow.isLeader(at + 1); at--) {
      long word = out.code.code[at];
      if (Instruction.a(word) == register) {
        Op op = Instruction.op(word);
        Object value = op == Op.MOVE ? out.code.template[Instruction.b(word)] : null;
        return value instanceof Long number ? number : null;
      }
    }
    return null;
  }

  private void rangeNext(int a, int b, int target) {
    if (!values.is(b, Kind.RANGE)) {
      generalNext(a, b, target);
      return;
    }
    Count count = values.type(b).count();
    if (values.isNarrow(b)) {
      narrowNext(a, b, count, target);
      return;
    }
    long step = count.step();
    int next = values.longSlot(b);
    asm.lload(next);
    asm.lload(values.endSlot(b));
    asm.op(LCMP);
    out.jumpIf(step > 0 ? IFGE : IFLE, target);
    asm.lload(next);
    asm.lload(next);
    asm.constant(step);
    if (step == 1 || step == -1 || count.values().fits(Op.ADD, Interval.of(step))) {
      asm.op(LADD);
    } else {
      Label guess = out.beginGuess();
      asm.call(Signature.MATH, "addExact", "JJ:J");
      out.endGuess(guess);
    }
    asm.lstore(next);
    values.setInt(a, count.values());
  }

  private void narrowNext(int a, int b, Count count, int target) {
    int next = values.intSlot(b);
    asm.iload(next);
    asm.iload(values.intEndSlot(b));
    out.jumpIf(count.step() > 0 ? IF_ICMPGE : IF_ICMPLE, target);
    asm.iload(next);
    asm.iload(next);
    asm.constant((int) count.step());
    asm.op(IADD);
    asm.istore(next);
    values.setNarrow(a, count.values());
  }

  private void generalNext(int a, int b, int target) {
    values.push(b, Signature.COUNTED_RANGE);
    asm.callVirtual(Signature.COUNTED_RANGE, "hasNext", ":Z");
    out.jumpIf(IFEQ, target);
    values.push(b, Signature.COUNTED_RANGE);
    asm.callVirtual(Signature.COUNTED_RANGE, "take", ":J");
    values.setInt(a);
  }

  /** The kinds of array storage, as feedback tells them apart. */
  enum Storage {
    INTS(0, Kind.INT),
    FLOATS(Feedback.FLOAT_ARRAY, Kind.FLOAT),
    OBJECTS(Feedback.OBJECT_ARRAY, Kind.OBJECT),
    BOOLS(Feedback.BOOL_ARRAY, Kind.BOOL);

    private final int note;
    private final Kind kind;

    Storage(int note, Kind kind) {
      this.note = note;
      this.kind = kind;
    }

    /** The only storage seen, or null. */
    static Storage seen(int feedback) {
      for (Storage each : values()) {
        if (each.note == feedback) {
          return each;
        }
      }
      return null;
    }

    Kind kind() {
      return kind;
    }

    /** The method of {@link Access} that does something with such storage. */
    String access(String verb) {
      return switch (this) {
        case INTS -> verb + "Int";
        case FLOATS -> verb + "Float";
        case OBJECTS -> verb + "Object";
        case BOOLS -> verb + "Bool";
      };
    }

    /** The letter of the Java array in a {@link Signature}. */
    char dataLetter() {
      return switch (this) {
        case INTS -> 'l';
        case FLOATS -> 'd';
        case OBJECTS -> '[';
        case BOOLS -> 'z';
      };
    }

    /** The letter of a Java array of such Java arrays. */
    char tableLetter() {
      return switch (this) {
        case INTS -> 'x';
        case FLOATS -> 'y';
        case OBJECTS -> '[';
        case BOOLS -> 'v';
      };
    }

    /** An element's letter in a {@link Signature}. */
    char letter() {
      return switch (this) {
        case INTS -> 'J';
        case FLOATS -> 'D';
        case OBJECTS -> 'O';
        case BOOLS -> 'Z';
      };
    }
  }
}

package ruff.jit.emit;

import static java.lang.classfile.Opcode.AASTORE;
import static java.lang.classfile.Opcode.I2L;
import static java.lang.classfile.Opcode.IFEQ;
import static java.lang.classfile.Opcode.L2D;
import static java.lang.classfile.Opcode.L2I;

import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.util.Arrays;
import java.util.BitSet;
import ruff.bytecode.Prototype;
import ruff.jit.flow.Interval;
import ruff.jit.flow.Kind;
import ruff.jit.flow.Registers;
import ruff.jit.flow.Type;

/**
 * The registers as Java locals: where each value is, and how it gets onto the Java stack and back.
 *
 * <p>A register has a local for each form in which it is ever kept. Which of them holds the value
 * is what its type says.
 */
final class Operands {
  private final Prototype code;
  private final Asm asm;
  private final int[] objects;
  private final int[] longs;
  private final int[] doubles;
  private final int[] ints;
  private final int[] ends;
  private final int[] intEnds;
  private final int[] scanned;
  private int nextSlot;
  private final int scratch;

  /** The types at this point. */
  Registers state;

  Operands(Prototype code, Asm asm, int firstSlot) {
    this.code = code;
    this.asm = asm;
    int count = code.template.length;
    this.objects = unassigned(count);
    this.longs = unassigned(count);
    this.doubles = unassigned(count);
    this.ints = unassigned(count);
    this.ends = unassigned(count);
    this.intEnds = unassigned(count);
    this.scanned = unassigned(count);
    this.scratch = firstSlot;
    this.nextSlot = firstSlot + 4;
  }

  private static int[] unassigned(int count) {
    int[] slots = new int[count];
    Arrays.fill(slots, -1);
    return slots;
  }

  /** A local of one slot for whoever asks. */
  int newSlot() {
    return nextSlot++;
  }

  /** A local for an object that lives within one instruction. */
  int scratch() {
    return scratch;
  }

  /** Another one. */
  int secondScratch() {
    return scratch + 1;
  }

  /** A local for the answer of a loop that is a method of its own. */
  int answerSlot() {
    return scratch + 2;
  }

  /** A local for the instruction that may leave. */
  int placeSlot() {
    return scratch + 3;
  }

  /**
   * Puts zero into the locals of a number, but for arguments of the Java method.
   *
   * @param filled the locals that were filled before
   */
  void fill(int register, Type type, BitSet filled) {
    fillLocal(first(register, type), type, filled);
    fillLocal(second(register, type), type, filled);
  }

  private void fillLocal(int slot, Type type, BitSet filled) {
    if (slot > scratch && !filled.get(slot)) {
      filled.set(slot);
      if (type.narrow()) {
        asm.constant(0);
        asm.istore(slot);
      } else {
        asm.zero(type.is(Kind.RANGE) ? Kind.INT : type.kind(), slot);
      }
    }
  }

  /** Places an argument of the Java method that has the form of the register. */
  void place(int register, Type type, int slot) {
    switch (type.boxed() ? Kind.OBJECT : type.kind()) {
      case INT -> placeNumber(register, type, slot);
      case FLOAT -> doubles[register] = slot;
      case BOOL, CHAR -> ints[register] = slot;
      case RANGE -> {
        placeNumber(register, type, slot);
        (type.narrow() ? intEnds : ends)[register] = slot + Form.width(type) / 2;
      }
      case CURSOR -> {
        objects[register] = slot;
        ints[register] = slot + 1;
      }
      case DEFINITION -> {}
      default -> objects[register] = slot;
    }
  }

  private void placeNumber(int register, Type type, int slot) {
    (type.narrow() ? ints : longs)[register] = slot;
  }

  int objectSlot(int register) {
    return slot(objects, register, 1);
  }

  int longSlot(int register) {
    return slot(longs, register, 2);
  }

  int doubleSlot(int register) {
    return slot(doubles, register, 2);
  }

  int intSlot(int register) {
    return slot(ints, register, 1);
  }

  /** Where the end of a RANGE is. */
  int endSlot(int register) {
    return slot(ends, register, 2);
  }

  /** Where it is when it is narrow. */
  int intEndSlot(int register) {
    return slot(intEnds, register, 1);
  }

  private int slot(int[] slots, int register, int size) {
    if (slots[register] < 0) {
      slots[register] = nextSlot;
      nextSlot += size;
    }
    return slots[register];
  }

  boolean isConstant(int register) {
    return code.template[register] != null;
  }

  Object constant(int register) {
    return code.template[register];
  }

  Type type(int register) {
    return isConstant(register) ? Type.ofConstant(constant(register)) : state.get(register);
  }

  Kind kind(int register) {
    return type(register).kind();
  }

  boolean is(int register, Kind kind) {
    return kind(register) == kind;
  }

  /** Whether both are. */
  boolean are(int left, int right, Kind kind) {
    return is(left, kind) && is(right, kind);
  }

  void pushInt(int register) {
    if (isConstant(register)) {
      asm.constant((long) (Long) constant(register));
    } else if (state.get(register).narrow()) {
      asm.iload(intSlot(register));
      asm.convert(I2L);
    } else {
      asm.lload(longSlot(register));
    }
  }

  /** Pushes an INT that fits as a Java int. */
  void pushNarrow(int register) {
    if (isConstant(register)) {
      asm.constant((int) (long) (Long) constant(register));
    } else if (state.get(register).narrow()) {
      asm.iload(intSlot(register));
    } else {
      asm.lload(longSlot(register));
      asm.convert(L2I);
    }
  }

  /** Whether a register lies in a Java local of type int. */
  boolean isNarrow(int register) {
    return !isConstant(register) && state.get(register).narrow();
  }

  /** Whether one of two INTs is narrow already and the other one fits. */
  boolean areNarrow(int left, int right) {
    return (isNarrow(left) || isNarrow(right))
        && interval(left).isWithin(Interval.INT)
        && interval(right).isWithin(Interval.INT);
  }

  /** Pushes an INT or a FLOAT as a double. */
  void pushFloat(int register) {
    if (is(register, Kind.INT)) {
      if (isConstant(register)) {
        asm.constant((double) (Long) constant(register));
      } else {
        pushInt(register);
        asm.convert(L2D);
      }
    } else if (isConstant(register)) {
      asm.constant((double) (Double) constant(register));
    } else {
      asm.dload(doubleSlot(register));
    }
  }

  void pushBool(int register) {
    if (isConstant(register)) {
      asm.constant((Boolean) constant(register) ? 1 : 0);
    } else {
      asm.iload(intSlot(register));
    }
  }

  /** Pushes some registers in a row as an array of objects. */
  void pushWindow(int base, int count) {
    asm.newArray(count);
    for (int i = 0; i < count; i++) {
      asm.dup();
      asm.constant(i);
      pushObject(base + i);
      asm.op(AASTORE);
    }
  }

  /** Pushes the value as an object, boxed where need be. */
  void pushObject(int register) {
    if (isConstant(register)) {
      asm.constant(constant(register), Signature.OBJECT);
    } else {
      pushObject(register, state.get(register));
    }
  }

  private void pushObject(int register, Type type) {
    Form.pushObject(asm, type, first(register, type), second(register, type));
  }

  /** The local of a value, or of its first part. */
  private int first(int register, Type type) {
    if (type.boxed()) {
      return objectSlot(register);
    }
    return switch (type.kind()) {
      case UNSET, DEFINITION -> -1;
      case INT, RANGE -> type.narrow() ? intSlot(register) : longSlot(register);
      case FLOAT -> doubleSlot(register);
      case BOOL, CHAR -> intSlot(register);
      default -> objectSlot(register);
    };
  }

  private int second(int register, Type type) {
    return switch (type.kind()) {
      case RANGE -> type.narrow() ? intEndSlot(register) : endSlot(register);
      case CURSOR -> intSlot(register);
      default -> -1;
    };
  }

  /** {@link #pushObject} for a value that goes to another function. */
  void pushPassing(int register) {
    if (is(register, Kind.INT) && !isConstant(register) && !type(register).boxed()) {
      pushInt(register);
      asm.boxInPassing(Kind.INT);
    } else {
      pushObject(register);
    }
  }

  /** Pushes a value that is known to be of that class. */
  void push(int register, ClassDesc type) {
    pushObject(register);
    asm.cast(type);
  }

  /** Pushes a register in the form that it has, in one or two parts. */
  void pushForm(int register, Type type) {
    Form.push(asm, type, first(register, type), second(register, type));
  }

  void setInt(int register) {
    asm.lstore(longSlot(register));
    state.set(register, Type.INT);
  }

  void setInt(int register, Interval interval) {
    asm.lstore(longSlot(register));
    state.set(register, Type.integer(interval));
  }

  /** Takes a Java int. */
  void setNarrow(int register, Interval interval) {
    asm.istore(intSlot(register));
    state.set(register, Type.narrow(interval));
  }

  Interval interval(int register) {
    return type(register).interval();
  }

  /** Notes that an INT lies between two bounds. */
  void bound(int register, long low, long high) {
    if (!isConstant(register)) {
      Type known = state.get(register);
      state.set(register, known.within(known.interval().meet(low, high)));
    }
  }

  void setFloat(int register) {
    asm.dstore(doubleSlot(register));
    state.set(register, Type.FLOAT);
  }

  void setBool(int register) {
    asm.istore(intSlot(register));
    state.set(register, Type.BOOL);
  }

  /** Takes a code point. */
  void setChar(int register) {
    asm.istore(intSlot(register));
    state.set(register, Type.CHAR);
  }

  void setObject(int register, Type type) {
    asm.astore(objectSlot(register));
    state.set(register, type);
  }

  /** Takes what is on the stack for a value of that kind. */
  void set(int register, Kind kind) {
    switch (kind) {
      case INT -> setInt(register);
      case FLOAT -> setFloat(register);
      case BOOL -> setBool(register);
      default -> setObject(register, Type.of(kind));
    }
  }

  /** Pushes the value in the form that Java methods take values of that kind in. */
  void push(int register, Kind kind) {
    switch (kind) {
      case INT -> pushInt(register);
      case FLOAT -> pushFloat(register);
      case BOOL -> pushBool(register);
      default -> pushObject(register);
    }
  }

  /** Copies a value; both registers hold it then. */
  void move(int to, int from) {
    Kind kind = kind(from);
    if (kind == Kind.INT) {
      moveInt(to, from);
    } else if (kind.isPrimitive()) {
      push(from, kind);
      set(to, kind);
    } else if (kind == Kind.CHAR) {
      asm.iload(intSlot(from));
      setChar(to);
    } else if (kind == Kind.DEFINITION) {
      state.set(to, type(from));
    } else {
      Type type = type(from);
      pushObject(from);
      setObject(to, type.kind().isReference() ? type : Type.OBJECT);
    }
  }

  private void moveInt(int to, int from) {
    Interval interval = interval(from);
    if (isNarrow(from) || isConstant(from) && interval.isWithin(Interval.INT)) {
      pushNarrow(from);
      setNarrow(to, interval);
    } else {
      pushInt(from);
      setInt(to, interval);
    }
  }

  /** Whether the value could be of a kind, judging by what is known. */
  boolean mayBe(int register, Kind kind) {
    Kind known = kind(register);
    return known == kind || known == Kind.OBJECT;
  }

  /** Whether it is surely a string of one code point. */
  boolean isChar(int register) {
    return is(register, Kind.CHAR)
        || isConstant(register)
            && constant(register) instanceof String text
            && text.length() > 0
            && text.length() == Character.charCount(text.codePointAt(0));
  }

  /** Pushes the code point of what {@link #isChar}. */
  void pushChar(int register) {
    if (isConstant(register)) {
      asm.constant(((String) constant(register)).codePointAt(0));
    } else {
      asm.iload(intSlot(register));
    }
  }

  /** Whether one may be an object of a kind, and the other one an int, its index. */
  boolean isIndexed(int object, int index, Kind kind) {
    return object != index && mayBe(object, kind) && mayBe(index, Kind.INT);
  }

  /** Unboxes what is guessed to be an index. */
  void openInt(int register) {
    if (is(register, Kind.OBJECT)) {
      openBox(register, Kind.INT);
    }
  }

  /**
   * Pushes an index as it is.
   *
   * @return its letter in a {@link Signature}
   */
  String pushIndex(int register) {
    if (isNarrow(register)) {
      pushNarrow(register);
      return "I";
    }
    pushInt(register);
    return "J";
  }

  /** Whether the value could be a container. */
  boolean mayBeContainer(int register) {
    return switch (kind(register)) {
      case ARRAY, DICT, STRUCT, OBJECT -> true;
      default -> false;
    };
  }

  /** The local of the text that a register held when its characters were last looked at. */
  int scannedSlot(int register) {
    return slot(scanned, register, 2);
  }

  /** Makes sure that an OBJECT is of a primitive kind and unboxes it, or leaves for the exit. */
  void unbox(int register, Kind kind, Label exit) {
    asm.aload(objectSlot(register));
    asm.isInstance(Asm.boxClass(kind));
    asm.jump(IFEQ, exit);
    openBox(register, kind);
  }

  /** Unboxes what is known to be of a primitive kind. */
  void openBox(int register, Kind kind) {
    asm.aload(objectSlot(register));
    asm.unbox(kind);
    switch (kind) {
      case INT -> asm.lstore(longSlot(register));
      case FLOAT -> asm.dstore(doubleSlot(register));
      default -> asm.istore(intSlot(register));
    }
    state.set(register, Type.boxed(kind));
  }

  /** Makes sure that an OBJECT is of a class, or leaves for the exit. */
  void expect(int register, ClassDesc type, Type known, Label exit) {
    asm.aload(objectSlot(register));
    asm.isInstance(type);
    asm.jump(IFEQ, exit);
    state.set(register, known);
  }

  /** Whether going from these types to those takes code. */
  boolean differs(Registers from, Registers to) {
    for (int r = 0; r < to.count(); r++) {
      if (needsObject(from.get(r), to.get(r)) || needsLong(from.get(r), to.get(r))) {
        return true;
      }
    }
    return false;
  }

  private static boolean needsObject(Type from, Type to) {
    return to.kind().isReference() && !from.kind().isReference() && !from.boxed();
  }

  private static boolean needsLong(Type from, Type to) {
    return from.narrow() && from.is(to.kind()) && !to.narrow();
  }

  /** Brings the registers into the form that the target wants. */
  void convert(Registers from, Registers to) {
    for (int r = 0; r < to.count(); r++) {
      if (needsObject(from.get(r), to.get(r))) {
        pushObject(r, from.get(r));
        asm.astore(objectSlot(r));
      } else if (needsLong(from.get(r), to.get(r))) {
        widen(intSlot(r), longSlot(r));
        if (to.get(r).is(Kind.RANGE)) {
          widen(intEndSlot(r), endSlot(r));
        }
      }
    }
  }

  private void widen(int from, int to) {
    asm.iload(from);
    asm.convert(I2L);
    asm.lstore(to);
  }

  /** Takes an INT that fits out of the Java local of type long. */
  void narrow(int register, Interval interval) {
    asm.lload(longSlot(register));
    asm.convert(L2I);
    setNarrow(register, interval);
  }
}

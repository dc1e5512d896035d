package ruff.jit.emit;

import static java.lang.classfile.Opcode.IFEQ;
import static java.lang.classfile.Opcode.IFNE;
import static java.lang.classfile.Opcode.IFNULL;
import static java.lang.classfile.Opcode.IF_ACMPEQ;

import java.lang.classfile.Label;
import java.lang.constant.ConstantDescs;
import java.util.BitSet;
import ruff.bytecode.Feedback;
import ruff.bytecode.Instruction;
import ruff.bytecode.Op;
import ruff.bytecode.Site;
import ruff.jit.emit.LoopArrays.Parts;
import ruff.jit.emit.LoopWriter.Storage;
import ruff.jit.flow.ControlFlow;
import ruff.jit.flow.Interval;
import ruff.jit.flow.Kind;
import ruff.jit.flow.Type;
import ruff.value.Shape;

/** Reading and writing elements, entries, characters and fields. */
final class PartWriter {
  private static final int ARRAYS =
      Feedback.FLOAT_ARRAY | Feedback.OBJECT_ARRAY | Feedback.BOOL_ARRAY;

  private static final Interval LENGTHS = new Interval(0, Integer.MAX_VALUE);
  private static final long LARGEST_INDEX = Integer.MAX_VALUE - 1;

  private final MethodWriter out;
  private final Asm asm;
  private final Operands values;

  PartWriter(MethodWriter out) {
    this.out = out;
    this.asm = out.asm;
    this.values = out.values;
  }

  void indexed(Op op, int a, int b, int c) {
    switch (op) {
      case GET_INDEX -> get(a, b, c);
      case SET_INDEX -> set(a, b, c);
      default -> length(a, b);
    }
  }

  private void length(int a, int b) {
    if (values.is(b, Kind.ARRAY)) {
      values.push(b, Signature.ARRAY);
      asm.field(Signature.ARRAY, "size", ConstantDescs.CD_int);
      values.setNarrow(a, LENGTHS);
    } else {
      out.pushStrand();
      out.pushLeft();
      values.pushObject(b);
      asm.link("length", "SIO:J");
      values.setInt(a);
    }
  }

  private int seen() {
    return out.method.feedback[out.pc];
  }

  private boolean isGeneral() {
    return out.method.general[out.pc];
  }

  private void get(int a, int b, int c) {
    int seen = seen();
    if (!isGeneral()) {
      if (seen == Feedback.TEXT_INDEX && values.isIndexed(b, c, Kind.TEXT)) {
        character(a, b, c);
        return;
      }
      if (seen == Feedback.DICT_INDEX && values.mayBe(b, Kind.DICT)) {
        entry(a, b, c);
        return;
      }
      Storage storage = Storage.seen(seen);
      if (storage != null && values.isIndexed(b, c, Kind.ARRAY)) {
        element(a, b, c, storage);
        return;
      }
    }
    out.pushCode();
    asm.constant(out.pc);
    values.pushObject(b);
    values.pushObject(c);
    asm.link("getIndex", "PIOO:O");
    values.setObject(a, Type.OBJECT);
  }

  private void element(int a, int b, int c, Storage storage) {
    Label guess = out.beginGuess();
    values.openInt(c);
    noteElement(storage, c);
    if (out.arrays.isApart(b)) {
      out.arrays.get(b, c);
    } else {
      values.pushObject(b);
      String index = values.pushIndex(c);
      asm.call(Signature.ACCESS, storage.access("get"), "O" + index + ":" + storage.letter());
    }
    out.endGuess(guess);
    values.state.set(b, Type.ARRAY);
    boundIndex(c);
    values.set(a, storage.kind());
  }

  private void noteElement(Storage storage, int index) {
    out.method.elements[out.pc] = storage;
    out.method.wideIndexes.set(out.pc, !values.isNarrow(index));
  }

  /** Notes that an index lies in an array, and what follows for what it was computed from. */
  private void boundIndex(int index) {
    values.bound(index, 0, LARGEST_INDEX);
    BitSet written = new BitSet();
    for (int pc = out.pc - 1; pc >= 0 && !out.method.flow.isLeader(pc + 1); pc--) {
      long word = out.code.code[pc];
      if (ControlFlow.writes(out.code, pc, index)) {
        boundSummand(word, index, written);
        return;
      }
      written.set(Instruction.a(word));
    }
  }

  /**
   * In {@code sum := register + constant} the register is as far from the bounds as the constant
   * is.
   */
  private void boundSummand(long word, int sum, BitSet written) {
    int register = Instruction.b(word);
    int constant = Instruction.c(word);
    Op op = Instruction.op(word);
    if ((op == Op.ADD || op == Op.SUBTRACT)
        && register != sum
        && !written.get(register)
        && values.is(register, Kind.INT)
        && values.isConstant(constant)
        && values.constant(constant) instanceof Long added
        && Math.abs(added) <= LARGEST_INDEX) {
      long distance = op == Op.ADD ? -added : added;
      values.bound(register, distance, LARGEST_INDEX + distance);
    }
  }

  private void character(int a, int b, int c) {
    out.method.scanned.set(b);
    int text = values.scannedSlot(b);
    Label known = asm.label();
    Label guess = out.beginGuess();
    values.openInt(c);
    values.pushObject(b);
    asm.aload(text);
    asm.jump(IF_ACMPEQ, known);
    values.pushObject(b);
    asm.call(Signature.ACCESS, "plain", "O:N");
    asm.astore(text + 1);
    values.pushObject(b);
    asm.astore(text);
    asm.bind(known);
    asm.aload(text + 1);
    String index = values.pushIndex(c);
    asm.call(Signature.ACCESS, "charAt", "N" + index + ":I");
    out.endGuess(guess);
    if (values.is(b, Kind.OBJECT)) {
      values.state.set(b, Type.TEXT);
    }
    values.setChar(a);
  }

  private void entry(int a, int b, int c) {
    if (values.is(b, Kind.OBJECT)) {
      values.expect(b, Signature.DICT, Type.DICT, out.exit());
    }
    values.push(b, Signature.DICT);
    if (values.is(c, Kind.INT)) {
      values.pushInt(c);
      asm.callVirtual(Signature.DICT, "get", "J:O");
    } else {
      values.pushObject(c);
      asm.callVirtual(Signature.DICT, "getKey", "O:O");
    }
    asm.astore(values.scratch());
    asm.aload(values.scratch());
    // What is not there is an error, which the interpreter raises.
    asm.jump(IFNULL, out.quietExit());
    asm.aload(values.scratch());
    values.setObject(a, Type.OBJECT);
  }

  private void set(int a, int b, int c) {
    Storage storage = Storage.seen(seen());
    if (!isGeneral()
        && storage != null
        && values.isIndexed(a, b, Kind.ARRAY)
        && (storage == Storage.OBJECTS || c != a && values.mayBe(c, storage.kind()))) {
      setElement(a, b, c, storage);
      return;
    }
    if (!isGeneral() && seen() == Feedback.DICT_INDEX && isEntry(a, b)) {
      setEntry(a, b, c);
      return;
    }
    boolean isArray = values.is(a, Kind.ARRAY);
    boolean isDict = values.is(a, Kind.DICT);
    out.pushCode();
    asm.constant(out.pc);
    values.pushObject(a);
    values.pushObject(b);
    values.pushObject(c);
    asm.link("setIndex", "PIOOO:O");
    values.setObject(a, isArray ? Type.ARRAY : isDict ? Type.DICT : Type.OBJECT);
  }

  private void setElement(int a, int b, int c, Storage storage) {
    Parts parts = out.arrays.parts(a);
    Label guess = out.beginGuess();
    values.openInt(b);
    noteElement(storage, b);
    if (storage != Storage.OBJECTS && values.is(c, Kind.OBJECT)) {
      values.openBox(c, storage.kind());
    }
    if (parts != null && parts.written()) {
      out.arrays.set(parts, b, c);
    } else {
      values.pushObject(a);
      String index = values.pushIndex(b);
      values.push(c, storage.kind());
      asm.call(Signature.ACCESS, storage.access("set"), "O" + index + storage.letter() + ":V");
    }
    out.endGuess(guess);
    values.state.set(a, Type.ARRAY);
    boundIndex(b);
  }

  /** Whether it may be a dict with an int or a string for its key. */
  private boolean isEntry(int dict, int key) {
    return dict != key
        && values.mayBe(dict, Kind.DICT)
        && (values.is(key, Kind.INT) || values.mayBe(key, Kind.TEXT));
  }

  private void setEntry(int a, int b, int c) {
    if (values.is(a, Kind.OBJECT)) {
      values.expect(a, Signature.DICT, Type.DICT, out.exit());
    }
    boolean intKey = values.is(b, Kind.INT);
    if (!intKey) {
      values.pushObject(b);
      asm.isInstance(ConstantDescs.CD_String);
      asm.jump(IFEQ, out.exit());
    }
    values.push(a, Signature.DICT);
    asm.field(Signature.DICT, "shared", ConstantDescs.CD_boolean);
    asm.jump(IFNE, out.exit());
    values.push(a, Signature.DICT);
    if (intKey) {
      values.pushInt(b);
    } else {
      values.push(b, ConstantDescs.CD_String);
    }
    if (values.is(c, Kind.INT)) {
      values.pushInt(c);
      asm.callVirtualThrowing(Signature.DICT, "putInt", intKey ? "JJ:V" : "NJ:V");
    } else {
      values.pushObject(c);
      asm.callVirtualThrowing(Signature.DICT, "put", intKey ? "JO:V" : "NO:V");
    }
  }

  void field(Op op, int a, int b, int c) {
    Site.Field site = (Site.Field) out.code.sites[c];
    switch (op) {
      case GET_FIELD -> getField(a, b, site);
      case SET_FIELD -> setField(a, b, site);
      case OWN_FIELD -> ownField(a, b, site);
      default -> bindField(a, b, site);
    }
  }

  /** Where the field was whenever it was looked for, or null. */
  private Site.Slot slot(Site.Field site) {
    Object decision = out.method.decisions[out.pc];
    if (decision == null) {
      Site.Slot seen = site.seen;
      decision = seen != null && !site.polymorphic && !isGeneral() ? seen : this;
      out.method.decisions[out.pc] = decision;
    }
    return decision instanceof Site.Slot slot ? slot : null;
  }

  private void getField(int a, int b, Site.Field site) {
    Site.Slot slot = slot(site);
    if (slot == null || !isStructLike(b)) {
      values.pushObject(b);
      asm.constant(site, Signature.site("Field"));
      asm.link("getField", "Of:O");
    } else {
      pushSlot("getSlot", b, slot);
    }
    values.setObject(a, Type.OBJECT);
  }

  /** Pushes the field of a struct whose shape is guessed, by a method of {@link Access}. */
  private void pushSlot(String access, int struct, Site.Slot slot) {
    Shape shape = (Shape) slot.shape();
    Label guess = out.beginGuess();
    values.pushObject(struct);
    asm.constant(shape, Signature.SHAPE);
    asm.constant(slot.index());
    asm.call(Signature.ACCESS, access, "OhI:O");
    out.endGuess(guess);
    values.state.set(struct, Type.struct(shape));
  }

  private void ownField(int a, int b, Site.Field site) {
    Site.Slot slot = slot(site);
    if (slot != null && isStructLike(b) && out.ownership.isGuessed()) {
      pushSlot("ownSlot", b, slot);
    } else {
      values.pushObject(b);
      asm.constant(site, Signature.site("Field"));
      asm.link("ownField", "Of:O");
    }
    values.setObject(a, Type.OBJECT);
  }

  private boolean isStructLike(int register) {
    return values.is(register, Kind.OBJECT) || values.is(register, Kind.STRUCT);
  }

  private void setField(int a, int b, Site.Field site) {
    Site.Slot slot = slot(site);
    if (slot == null || !isStructLike(a)) {
      values.pushObject(a);
      asm.constant(site, Signature.site("Field"));
      values.pushObject(b);
      asm.link("setField", "OfO:O");
      values.setObject(a, values.is(a, Kind.DICT) ? Type.DICT : Type.OBJECT);
      forgetShapes();
      return;
    }
    Shape shape = (Shape) slot.shape();
    Label guess = out.beginGuess();
    values.pushObject(a);
    asm.constant(shape, Signature.SHAPE);
    asm.constant(slot.index());
    values.pushObject(b);
    asm.call(Signature.ACCESS, "setSlot", "OhIO:V");
    out.endGuess(guess);
    values.state.set(a, Type.struct(shape));
  }

  /** A struct that gets a new field changes its shape, under whatever name it is held. */
  private void forgetShapes() {
    for (int r = 0; r < values.state.count(); r++) {
      if (values.state.get(r).is(Kind.STRUCT)) {
        values.state.set(r, Type.struct(null));
      }
    }
  }

  private void bindField(int a, int b, Site.Field site) {
    Site.Slot slot = slot(site);
    if (slot == null || !isStructLike(b)) {
      values.pushObject(b);
      asm.constant(site, Signature.site("Field"));
      asm.link("bindField", "Of:O");
    } else {
      pushSlot("getSlot", b, slot);
      asm.call(Signature.CONTAINER, "shared", "O:O");
    }
    values.setObject(a, Type.OBJECT);
  }
}

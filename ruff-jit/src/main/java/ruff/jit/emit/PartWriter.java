package ruff.jit.emit;

import static java.lang.classfile.Opcode.I2L;
import static java.lang.classfile.Opcode.IFEQ;
import static java.lang.classfile.Opcode.IFGE;
import static java.lang.classfile.Opcode.IFLT;
import static java.lang.classfile.Opcode.IFNE;
import static java.lang.classfile.Opcode.IFNULL;
import static java.lang.classfile.Opcode.IF_ACMPNE;
import static java.lang.classfile.Opcode.L2I;
import static java.lang.classfile.Opcode.LCMP;

import java.lang.constant.ConstantDescs;
import ruff.bytecode.Feedback;
import ruff.bytecode.Op;
import ruff.bytecode.Site;
import ruff.jit.emit.LoopWriter.Storage;
import ruff.jit.flow.Kind;
import ruff.jit.flow.Type;
import ruff.value.Shape;

/** Reading and writing elements, entries, characters and fields. */
final class PartWriter {
  private static final int ARRAYS =
      Feedback.FLOAT_ARRAY | Feedback.OBJECT_ARRAY | Feedback.BOOL_ARRAY;

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
      case LENGTH -> length(a, b);
      case OWN -> {
        if (values.mayBeContainer(a)) {
          Type type = values.type(a);
          values.pushObject(a);
          asm.call(Signature.LINKAGE, "own", "O:O");
          values.setObject(a, type);
        }
      }
      default -> {
        out.pushCode();
        asm.constant(out.pc);
        values.pushObject(b);
        values.pushObject(c);
        asm.link("ownIndex", "PIOO:O");
        values.setObject(a, Type.OBJECT);
      }
    }
  }

  private void length(int a, int b) {
    if (values.is(b, Kind.ARRAY)) {
      values.push(b, Signature.ARRAY);
      asm.field(Signature.ARRAY, "size", ConstantDescs.CD_int);
      asm.convert(I2L);
    } else {
      out.pushStrand();
      out.pushLeft();
      values.pushObject(b);
      asm.link("length", "SIO:J");
    }
    values.setInt(a);
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
      if (seen == Feedback.TEXT_INDEX && isIndexed(b, c, Kind.TEXT)) {
        character(a, b, c);
        return;
      }
      if (seen == Feedback.DICT_INDEX && values.mayBe(b, Kind.DICT)) {
        entry(a, b, c);
        return;
      }
      Storage storage = Storage.seen(seen);
      if (storage != null && isIndexed(b, c, Kind.ARRAY)) {
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

  /** Whether it may be such an object with an int for its index. */
  private boolean isIndexed(int object, int index, Kind kind) {
    return object != index && values.mayBe(object, kind) && values.mayBe(index, Kind.INT);
  }

  private void expectInt(int register) {
    if (values.is(register, Kind.OBJECT)) {
      values.unbox(register, Kind.INT, out.exit());
    }
  }

  private void expectArray(int register) {
    if (values.is(register, Kind.OBJECT)) {
      values.expect(register, Signature.ARRAY, Type.ARRAY, out.exit());
    }
  }

  /** Exits unless the index lies between zero and the size. */
  private void checkBounds(int array, int index) {
    values.pushInt(index);
    asm.constant(0L);
    asm.op(LCMP);
    asm.jump(IFLT, out.exit());
    values.pushInt(index);
    values.push(array, Signature.ARRAY);
    asm.field(Signature.ARRAY, "size", ConstantDescs.CD_int);
    asm.convert(I2L);
    asm.op(LCMP);
    asm.jump(IFGE, out.exit());
  }

  /** Leaves the array's storage in the scratch local. */
  private void loadStorage(int array, Storage storage) {
    values.push(array, Signature.ARRAY);
    asm.field(Signature.ARRAY, "data", Signature.OBJECT);
    asm.astore(values.scratch());
    asm.aload(values.scratch());
    asm.isInstance(storage.type());
    asm.jump(IFEQ, out.exit());
  }

  private void element(int a, int b, int c, Storage storage) {
    expectArray(b);
    expectInt(c);
    checkBounds(b, c);
    loadStorage(b, storage);
    asm.aload(values.scratch());
    asm.cast(storage.type());
    values.pushInt(c);
    asm.convert(L2I);
    asm.op(storage.load());
    values.set(a, storage.kind());
  }

  private void character(int a, int b, int c) {
    if (values.is(b, Kind.OBJECT)) {
      values.pushObject(b);
      asm.call(Signature.TEXT, "isText", "O:Z");
      asm.jump(IFEQ, out.exit());
      values.state.set(b, Type.TEXT);
    }
    expectInt(c);
    values.pushObject(b);
    values.pushInt(c);
    asm.call(Signature.TEXT, "charAt", "OJ:O");
    asm.astore(values.scratch());
    asm.aload(values.scratch());
    asm.jump(IFNULL, out.exit());
    asm.aload(values.scratch());
    values.setObject(a, Type.TEXT);
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
        && isIndexed(a, b, Kind.ARRAY)
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
    expectArray(a);
    expectInt(b);
    if (storage != Storage.OBJECTS && values.is(c, Kind.OBJECT)) {
      values.unbox(c, storage.kind(), out.exit());
    }
    values.push(a, Signature.ARRAY);
    asm.field(Signature.ARRAY, "shared", ConstantDescs.CD_boolean);
    asm.jump(IFNE, out.exit());
    checkBounds(a, b);
    loadStorage(a, storage);
    asm.aload(values.scratch());
    asm.cast(storage.type());
    values.pushInt(b);
    asm.convert(L2I);
    values.push(c, storage.kind());
    asm.op(storage.store());
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
      asm.callVirtual(Signature.DICT, "putInt", intKey ? "JJ:V" : "NJ:V");
    } else {
      values.pushObject(c);
      asm.callVirtual(Signature.DICT, "put", intKey ? "JO:V" : "NO:V");
    }
  }

  void field(Op op, int a, int b, int c) {
    Site.Field site = (Site.Field) out.code.sites[c];
    switch (op) {
      case GET_FIELD -> getField(a, b, site);
      case SET_FIELD -> setField(a, b, site);
      case OWN_FIELD -> {
        values.pushObject(b);
        asm.constant(site, Signature.site("Field"));
        asm.link("ownField", "Of:O");
        values.setObject(a, Type.OBJECT);
      }
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
      expectShape(b, (Shape) slot.shape());
      values.push(b, Signature.STRUCT);
      asm.constant(slot.index());
      asm.callVirtual(Signature.STRUCT, "slot", "I:O");
    }
    values.setObject(a, Type.OBJECT);
  }

  private boolean isStructLike(int register) {
    return values.is(register, Kind.OBJECT) || values.is(register, Kind.STRUCT);
  }

  private void expectShape(int register, Shape shape) {
    if (values.is(register, Kind.OBJECT)) {
      values.expect(register, Signature.STRUCT, Type.struct(null), out.exit());
    }
    if (values.type(register).detail() != shape) {
      values.push(register, Signature.STRUCT);
      asm.callVirtual(Signature.STRUCT, "shape", ":h");
      asm.constant(shape, Signature.SHAPE);
      asm.jump(IF_ACMPNE, out.exit());
      values.state.set(register, Type.struct(shape));
    }
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
    expectShape(a, (Shape) slot.shape());
    values.push(a, Signature.STRUCT);
    asm.field(Signature.STRUCT, "shared", ConstantDescs.CD_boolean);
    asm.jump(IFNE, out.exit());
    values.push(a, Signature.STRUCT);
    asm.constant(slot.index());
    values.pushObject(b);
    asm.callVirtual(Signature.STRUCT, "setSlot", "IO:V");
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
      expectShape(b, (Shape) slot.shape());
      values.push(b, Signature.STRUCT);
      asm.constant(slot.index());
      asm.callVirtual(Signature.STRUCT, "slot", "I:O");
      asm.call(Signature.CONTAINER, "shared", "O:O");
    }
    values.setObject(a, Type.OBJECT);
  }
}

package ruff.jit.emit;

import static java.lang.classfile.Opcode.GOTO;
import static java.lang.classfile.Opcode.IFGE;

import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import ruff.bytecode.Flow;
import ruff.bytecode.Instruction;
import ruff.bytecode.Op;
import ruff.bytecode.Prototype;
import ruff.bytecode.Prototype.Handler;
import ruff.jit.flow.Kind;
import ruff.jit.flow.Registers;
import ruff.jit.flow.Type;

/**
 * Walks the blocks of one function, first silently until the types at the start of every block are
 * settled, then once more to write the Java code.
 *
 * <p>A guess about a value is a test with an exit: the exit hands the live registers as they were
 * before the instruction to the interpreter, which executes the instruction anew. So nothing may be
 * changed before the last test of an instruction.
 */
final class MethodWriter {
  /** A way out to the interpreter. */
  private record Exit(Label label, int pc, Registers state, boolean counted, boolean popsFirst) {}

  /** A jump whose registers must change their form on the way. */
  private record Edge(Label label, int target, Registers state) {}

  /** Instructions whose errors go somewhere. */
  private record Covered(Label from, Label to, int pc, Registers state) {}

  /** An exception of Java that means an exit. */
  private record Trap(Label from, Label to, Label handler, ClassDesc type) {}

  /** A call whose callee promises a primitive result. */
  private record Promise(Label from, Label to, int pc, int destination, Registers state) {}

  private static final int CONTINUATION_SELF = 1;
  private static final int CONTINUATION_FRAME = 2;
  private static final int CONTINUATION_LEFT = 3;
  private static final int CONTINUATION_SUSPENDED = 4;
  private static final int CONTINUATION_SLOTS = 5;

  final Unit unit;
  final Method method;
  final Prototype code;
  final Asm asm;
  final Operands values;
  private final Instructions instructions;
  private final Label[] labels;
  private final BitSet pending = new BitSet();
  private final List<Exit> exits = new ArrayList<>();
  private final List<Edge> edges = new ArrayList<>();
  private final List<Covered> covered = new ArrayList<>();
  private final List<Trap> traps = new ArrayList<>();
  private final List<Promise> promises = new ArrayList<>();
  private int selfSlot = -1;
  private int globalsSlot = -1;
  private int leftSlot;
  private final int firstArgument;

  /** The instruction at hand. */
  int pc;

  private Registers before;
  private Label exit;
  private Label trapExit;
  private boolean ended;
  private int emittedUpTo;

  MethodWriter(Unit unit, Method method, Asm asm) {
    this.unit = unit;
    this.method = method;
    this.code = method.code;
    this.asm = asm;
    this.labels = new Label[code.code.length];
    int slot;
    if (method.isContinuation()) {
      selfSlot = CONTINUATION_SELF;
      leftSlot = CONTINUATION_LEFT;
      globalsSlot = CONTINUATION_SLOTS;
      slot = CONTINUATION_SLOTS + 1;
      firstArgument = -1;
    } else {
      leftSlot = 1;
      slot = 2;
      selfSlot = method.takesSelf() ? slot++ : -1;
      globalsSlot = method.usesGlobals ? slot++ : -1;
      firstArgument = slot;
      for (int i = 0; i < code.parameterCount; i++) {
        slot += size(method.parameterKind(i));
      }
    }
    this.values = new Operands(code, asm, slot);
    this.instructions = new Instructions(this);
  }

  private static int size(Kind kind) {
    return kind == Kind.INT || kind == Kind.FLOAT ? 2 : 1;
  }

  // Passes

  /**
   * Finds the types at the start of every block.
   *
   * @return whether the kind of the result changed
   */
  boolean analyze() {
    Kind known = method.result;
    java.util.Arrays.fill(method.blocks, null);
    method.callees.clear();
    int start = Math.max(method.entryPc, 0);
    values.state = method.entryTypes.copy();
    arrive(start);
    while (!pending.isEmpty()) {
      int block = pending.nextSetBit(0);
      pending.clear(block);
      walk(block);
    }
    return method.result != known;
  }

  /** Writes the Java code. */
  void write() {
    for (int i = 0; i < labels.length; i++) {
      labels[i] = method.blocks[i] == null ? null : asm.label();
    }
    int start = Math.max(method.entryPc, 0);
    enter();
    before = values.state.copy();
    values.convert(values.state, method.blocks[start]);
    asm.jump(GOTO, labels[start]);
    for (int block = 0; block < labels.length; block++) {
      if (labels[block] != null) {
        asm.bind(labels[block]);
        emittedUpTo = nextBlock(block);
        walk(block);
      }
    }
    writeEdges();
    writePromises();
    writeCovered();
    writeExits();
  }

  private int nextBlock(int block) {
    for (int next = block + 1; next < labels.length; next++) {
      if (labels[next] != null) {
        return next;
      }
    }
    return -1;
  }

  private void walk(int block) {
    values.state = method.blocks[block].copy();
    for (pc = block; ; pc++) {
      step();
      if (ended) {
        return;
      }
      if (method.flow.isLeader(pc + 1)) {
        fallInto(pc + 1);
        return;
      }
    }
  }

  private void step() {
    long word = code.code[pc];
    before = values.state.copy();
    exit = null;
    trapExit = null;
    ended = Flow.endsPath(Instruction.op(word));
    asm.watch();
    Label from = asm.label();
    asm.bind(from);
    instructions.translate(word);
    Label to = asm.label();
    asm.bind(to);
    if (asm.hasThrowing()) {
      if (!asm.isSilent()) {
        covered.add(new Covered(from, to, pc, before));
      } else {
        arriveAtHandler();
      }
    }
  }

  private void arriveAtHandler() {
    Handler handler = method.flow.handler(pc);
    if (handler != null) {
      Registers after = values.state;
      values.state = before.copy();
      values.state.set(handler.errorRegister(), Type.OBJECT);
      arrive(handler.target());
      values.state = after;
    }
  }

  /** Joins the types into those of a block. */
  private void arrive(int block) {
    Registers here = values.state.only(method.flow.liveBefore(block));
    if (method.blocks[block] == null) {
      method.blocks[block] = here;
      pending.set(block);
    } else if (method.blocks[block].join(here)) {
      pending.set(block);
    }
  }

  private void fallInto(int block) {
    if (asm.isSilent()) {
      arrive(block);
      return;
    }
    values.convert(values.state, method.blocks[block]);
    if (emittedUpTo != block) {
      asm.jump(GOTO, labels[block]);
    }
  }

  // For instructions

  /** The path ends with this instruction. */
  void end() {
    ended = true;
  }

  /** Goes to a block. */
  void jump(int target) {
    if (asm.isSilent()) {
      arrive(target);
    } else {
      values.convert(values.state, method.blocks[target]);
      asm.jump(GOTO, labels[target]);
    }
  }

  /** Goes to a block when the condition holds for what is on the stack. */
  void jumpIf(Opcode condition, int target) {
    if (asm.isSilent()) {
      arrive(target);
    } else if (values.differs(values.state, method.blocks[target])) {
      Label edge = asm.label();
      edges.add(new Edge(edge, target, values.state.copy()));
      asm.jump(condition, edge);
    } else {
      asm.jump(condition, labels[target]);
    }
  }

  /** The exit at this instruction for a guess that failed. */
  Label exit() {
    if (exit == null) {
      exit = asm.label();
      if (!asm.isSilent()) {
        exits.add(new Exit(exit, pc, before, true, false));
      }
    }
    return exit;
  }

  /** Leaves for the interpreter here and now, without blaming a guess. */
  void leave() {
    Label label = asm.label();
    if (!asm.isSilent()) {
      exits.add(new Exit(label, pc, before, false, false));
    }
    asm.jump(GOTO, label);
    ended = true;
  }

  /** Like {@link #exit}, without blaming a guess. */
  Label quietExit() {
    Label label = asm.label();
    if (!asm.isSilent()) {
      exits.add(new Exit(label, pc, before, false, false));
    }
    return label;
  }

  /** Makes an exception of Java between two places the failure of this instruction's guess. */
  void trap(Label from, Label to, ClassDesc type) {
    if (asm.isSilent()) {
      return;
    }
    if (trapExit == null) {
      trapExit = asm.label();
      exits.add(new Exit(trapExit, pc, before, true, true));
    }
    traps.add(new Trap(from, to, trapExit, type));
  }

  /** Notes a call between two places whose primitive result goes into a register. */
  void promise(Label from, Label to, int destination) {
    if (!asm.isSilent()) {
      promises.add(new Promise(from, to, pc, destination, before));
    }
  }

  void pushStrand() {
    asm.aload(0);
  }

  void pushLeft() {
    asm.iload(leftSlot);
  }

  void pushSelf() {
    if (selfSlot >= 0) {
      asm.aload(selfSlot);
    } else {
      asm.constant(method.self, Signature.FUNCTION);
    }
  }

  void pushGlobals() {
    asm.aload(globalsSlot);
  }

  void pushSuspended() {
    if (method.isContinuation()) {
      asm.aload(CONTINUATION_SUSPENDED);
    } else {
      asm.nothing();
    }
  }

  void pushCode() {
    asm.constant(code, Signature.PROTOTYPE);
  }

  /** Tells the strand how deep this function is. */
  void nest() {
    pushStrand();
    pushLeft();
    asm.callVirtual(Signature.STRAND, "nested", "I:V");
  }

  /**
   * Prepares for an operator method of a struct in the register, if that is what it holds: it must
   * not change anything in place that this function holds.
   */
  void beforeOperator(int operand) {
    if (!values.is(operand, Kind.OBJECT) && !values.is(operand, Kind.STRUCT)) {
      return;
    }
    nest();
    Label noStruct = asm.label();
    values.pushObject(operand);
    asm.isInstance(Signature.STRUCT);
    asm.jump(Opcode.IFEQ, noStruct);
    BitSet live = method.flow.liveBefore(pc);
    for (int r = live.nextSetBit(0); r >= 0; r = live.nextSetBit(r + 1)) {
      if (values.mayBeContainer(r)) {
        values.pushObject(r);
        asm.call(Signature.CONTAINER, "share", "O:V");
      }
    }
    pushStrand();
    asm.call(Signature.LINKAGE, "registersAreShared", "S:V");
    asm.bind(noStruct);
  }

  /** Pushes some registers in a row as an array of objects. */
  void pushWindow(int base, int count) {
    asm.newArray(count);
    for (int i = 0; i < count; i++) {
      asm.dup();
      asm.constant(i);
      values.pushObject(base + i);
      asm.op(Opcode.AASTORE);
    }
  }

  /** Returns a register's value. */
  void returnValue(int register) {
    if (asm.isSilent()) {
      method.returns(values.type(register));
      return;
    }
    switch (method.result) {
      case INT -> {
        values.pushInt(register);
        asm.returnLong();
      }
      case FLOAT -> {
        values.pushFloat(register);
        asm.returnDouble();
      }
      case BOOL -> {
        values.pushBool(register);
        asm.returnInt();
      }
      default -> {
        values.pushObject(register);
        asm.returnObject();
      }
    }
  }

  /** Saves the registers that are live before an instruction into the frame of a continuation. */
  void save(int at) {
    if (!asm.isSilent()) {
      asm.aload(CONTINUATION_FRAME);
      List<ExitMethod.Saved> saved = pushLive(at, values.state);
      ExitMethod target = unit.exitMethod(code, ExitMethod.Purpose.SAVE, saved);
      asm.call(unit.owner(), target.name(), target.descriptor());
    }
  }

  // Entry

  private void enter() {
    values.state = method.entryTypes.copy();
    if (method.isContinuation()) {
      if (method.usesGlobals) {
        pushStrand();
        pushSelf();
        asm.call(Signature.LINKAGE, "globals", "SF:[");
        asm.astore(globalsSlot);
      }
      new FrameReader(this).read(CONTINUATION_FRAME);
      return;
    }
    checkDepth();
    int slot = firstArgument;
    for (int i = 0; i < code.parameterCount; i++) {
      Kind kind = method.parameterKind(i);
      values.place(i, kind, slot);
      slot += size(kind);
    }
    loadCaptures();
    clearOthers();
  }

  private void checkDepth() {
    Label deepEnough = asm.label();
    pushLeft();
    asm.jump(IFGE, deepEnough);
    pushSelf();
    asm.call(Signature.LINKAGE, "tooDeep", "F:e");
    asm.rethrow();
    asm.bind(deepEnough);
  }

  private void loadCaptures() {
    BitSet live = method.flow.liveBefore(0);
    for (int i = 0; i < code.captures.length; i++) {
      int register = code.parameterCount + i;
      if (live.get(register)) {
        pushSelf();
        asm.field(Signature.FUNCTION, "captures", Signature.OBJECTS);
        asm.constant(i);
        asm.op(Opcode.AALOAD);
        values.setObject(register, Type.OBJECT);
      }
    }
  }

  /** Registers whose first reader may find them undefined. */
  private void clearOthers() {
    BitSet live = method.flow.liveBefore(0);
    int from = code.parameterCount + code.captures.length;
    for (int r = live.nextSetBit(from); r >= 0; r = live.nextSetBit(r + 1)) {
      asm.nothing();
      values.setObject(r, Type.OBJECT);
    }
  }

  // Ways out

  private void writeEdges() {
    for (Edge edge : edges) {
      asm.bind(edge.label());
      values.convert(edge.state(), method.blocks[edge.target()]);
      asm.jump(GOTO, labels[edge.target()]);
    }
  }

  private void writePromises() {
    for (Promise promise : promises) {
      Label handler = asm.label();
      asm.bind(handler);
      asm.handle(promise.from(), promise.to(), handler, Signature.WRONG_RESULT);
      asm.field(Signature.WRONG_RESULT, "value", Signature.OBJECT);
      asm.astore(values.objectSlot(promise.destination()));
      Registers state = promise.state().copy();
      state.set(promise.destination(), Type.OBJECT);
      writeExit(promise.pc() + 1, state, false);
    }
    for (Trap trap : traps) {
      asm.handle(trap.from(), trap.to(), trap.handler(), trap.type());
    }
  }

  private void writeCovered() {
    Label common = asm.label();
    boolean used = false;
    for (Covered place : covered) {
      Label handler = asm.label();
      asm.handle(place.from(), place.to(), handler, null);
      asm.bind(handler);
      Handler target = method.flow.handler(place.pc());
      if (target == null) {
        asm.constant(place.pc());
        asm.jump(GOTO, common);
        used = true;
      } else {
        writeCatch(place, target);
      }
    }
    if (used) {
      asm.bind(common);
      writeFailure();
    }
  }

  private void writeCatch(Covered place, Handler target) {
    pushStrand();
    pushSelf();
    asm.constant(place.pc());
    pushLeft();
    asm.call(Signature.LINKAGE, "caught", "TSFII:O");
    asm.astore(values.objectSlot(target.errorRegister()));
    Registers state = place.state().copy();
    state.set(target.errorRegister(), Type.OBJECT);
    values.convert(state, method.blocks[target.target()]);
    asm.jump(GOTO, labels[target.target()]);
  }

  /** On the stack: the failure and the instruction's number. */
  private void writeFailure() {
    if (method.isContinuation()) {
      pushStrand();
      asm.swap();
      asm.call(Signature.LINKAGE, "failed", "TSI:T");
    } else {
      pushStrand();
      asm.swap();
      pushSelf();
      asm.swap();
      asm.call(Signature.LINKAGE, "leave", "TSFI:T");
    }
    asm.rethrow();
  }

  private void writeExits() {
    for (Exit way : exits) {
      asm.bind(way.label());
      if (way.popsFirst()) {
        asm.pop();
      }
      writeExit(way.pc(), way.state(), way.counted());
    }
  }

  private void writeExit(int at, Registers state, boolean counted) {
    boolean continuation = method.isContinuation();
    ExitMethod.Purpose purpose =
        continuation ? ExitMethod.Purpose.SAVE : ExitMethod.Purpose.INTERPRET;
    if (counted) {
      asm.constant(unit.handle(), Signature.COMPILED_UNIT);
      pushCode();
      asm.constant(at);
      asm.call(Signature.COMPILED_UNIT, "exited", "UPI:V");
    }
    if (continuation) {
      asm.aload(CONTINUATION_FRAME);
    } else {
      pushStrand();
      pushLeft();
      pushSelf();
      asm.constant(at);
    }
    List<ExitMethod.Saved> saved = pushLive(at, state);
    ExitMethod target = unit.exitMethod(code, purpose, saved);
    asm.call(unit.owner(), target.name(), target.descriptor());
    if (continuation) {
      exitTo(at);
    } else {
      returnInterpreted();
    }
  }

  /** Leaves a continuation whose frame is up to date. */
  void exitTo(int at) {
    pushStrand();
    asm.constant(at);
    asm.callVirtual(Signature.STRAND, "exit", "I:V");
    asm.staticField(Signature.CODE, "EXITED", ConstantDescs.CD_Object);
    asm.returnObject();
  }

  /** Pushes what the interpreter needs of the registers; says what was pushed. */
  private List<ExitMethod.Saved> pushLive(int at, Registers state) {
    List<ExitMethod.Saved> saved = new ArrayList<>();
    BitSet live = method.flow.liveBefore(at);
    for (int r = live.nextSetBit(0); r >= 0; r = live.nextSetBit(r + 1)) {
      Type type = state.get(r);
      if (type.is(Kind.UNSET)) {
        continue;
      }
      saved.add(new ExitMethod.Saved(r, type.boxed() ? Type.OBJECT : type));
      if (type.boxed()) {
        asm.aload(values.objectSlot(r));
        continue;
      }
      switch (type.kind()) {
        case INT -> asm.lload(values.longSlot(r));
        case FLOAT -> asm.dload(values.doubleSlot(r));
        case BOOL -> asm.iload(values.intSlot(r));
        case RANGE -> {
          asm.lload(values.longSlot(r));
          asm.lload(values.endSlot(r));
        }
        case CURSOR -> {
          asm.aload(values.objectSlot(r));
          asm.iload(values.intSlot(r));
        }
        default -> asm.aload(values.objectSlot(r));
      }
    }
    return saved;
  }

  /** Returns the interpreter's result, which is on the stack. */
  private void returnInterpreted() {
    switch (method.result) {
      case INT -> {
        asm.call(Signature.WRONG_RESULT, "asInt", "O:J");
        asm.returnLong();
      }
      case FLOAT -> {
        asm.call(Signature.WRONG_RESULT, "asFloat", "O:D");
        asm.returnDouble();
      }
      case BOOL -> {
        asm.call(Signature.WRONG_RESULT, "asBool", "O:Z");
        asm.returnInt();
      }
      default -> asm.returnObject();
    }
  }

  /** The operation of the instruction at hand. */
  Op op() {
    return Instruction.op(code.code[pc]);
  }
}

package ruff.jit.emit;

import static java.lang.classfile.Opcode.GOTO;

import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.constant.ConstantDescs;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import ruff.bytecode.Flow;
import ruff.bytecode.Instruction;
import ruff.bytecode.Prototype;
import ruff.bytecode.Prototype.Handler;
import ruff.jit.emit.ExitMethod.Answer;
import ruff.jit.flow.ControlFlow.Loop;
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
  /** A jump whose registers must change their form on the way. */
  private record Edge(Label label, int from, int target, Registers state) {}

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
  private final List<Edge> edges = new ArrayList<>();
  private int selfSlot = -1;
  private int globalsSlot = -1;
  private int leftSlot;
  private final int firstArgument;

  /** The instruction at hand. */
  int pc;

  private Registers before;
  private Label exit;
  private boolean noted;
  private boolean ended;
  private int emittedUpTo;
  private final LoopMethod region;
  private final List<LoopMethod> inner;
  private final Exits exits;
  final SumTypes sums;
  final OwnershipWriter ownership;
  final LoopArrays arrays;

  MethodWriter(Unit unit, Method method, Asm asm) {
    this(unit, method, asm, null);
  }

  /**
   * @param region the loop that is written as a Java method of its own, or null for all but those
   */
  MethodWriter(Unit unit, Method method, Asm asm, LoopMethod region) {
    this.unit = unit;
    this.region = region;
    this.inner = asm.isSilent() ? List.of() : LoopMethod.within(unit, method, region);
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
      for (int i = 0; region == null && i < code.parameterCount; i++) {
        slot += Form.width(method.parameterKind(i));
      }
    }
    int context = slot;
    this.values = new Operands(code, asm, region == null ? slot : slot + region.width());
    this.ownership = new OwnershipWriter(this);
    this.arrays = new LoopArrays(this);
    if (region != null) {
      region.place(values, arrays, context);
    }
    this.instructions = new Instructions(this);
    this.exits = new Exits(this);
    this.sums = new SumTypes(method);
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
    method.reached.clear();
    method.shares.clear();
    int start = Math.max(method.entryPc, 0);
    values.state = method.entered();
    pc = -1;
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
      labels[i] = isWritten(i) ? asm.label() : null;
    }
    int start = region == null ? Math.max(method.entryPc, 0) : region.loop().head();
    exits.fill(region);
    arrays.plan();
    inner.forEach(loop -> loop.take(arrays.handedTo(loop.loop())));
    if (region == null) {
      enter();
    } else {
      region.load(values);
    }
    clearScanned();
    before = values.state.copy();
    pc = -1;
    beforeLoop(start);
    values.convert(values.state, method.blocks[start]);
    asm.jump(GOTO, labels[start]);
    for (int block = 0; block < labels.length; block++) {
      if (labels[block] != null) {
        asm.bind(labels[block]);
        emittedUpTo = nextBlock(block);
        LoopMethod loop = innerAt(block);
        if (loop == null) {
          if (method.flow.isLoopHead(block)) {
            exits.fillDead(method.blocks[block]);
          }
          walk(block);
        } else {
          callLoop(loop);
        }
      }
    }
    writeEdges();
    exits.write();
    if (region != null && !LoopNest.isShort(method, region.loop())) {
      asm.beTooLargeToInline();
    }
  }

  /** Whether a block is part of this Java method, were it as the call of an inner loop. */
  private boolean isWritten(int block) {
    if (method.blocks[block] == null || isOutside(block)) {
      return false;
    }
    for (LoopMethod loop : inner) {
      if (loop.loop().contains(block) && loop.loop().head() != block) {
        return false;
      }
    }
    return true;
  }

  private boolean isOutside(int block) {
    return region != null && !region.loop().contains(block);
  }

  private LoopMethod innerAt(int head) {
    for (LoopMethod loop : inner) {
      if (loop.loop().head() == head) {
        return loop;
      }
    }
    return null;
  }

  /** Runs an inner loop and goes on where it was left. */
  private void callLoop(LoopMethod loop) {
    Registers atHead = method.blocks[loop.loop().head()];
    values.state = atHead.copy();
    pc = loop.loop().head();
    ownership.copyShared(loop.owned());
    pushContext();
    loop.push(values, asm);
    asm.call(unit.owner(), loop.name(), loop.descriptor());
    int answer = values.answerSlot();
    asm.istore(answer);
    for (int i = 0; i < loop.exits().size(); i++) {
      Label other = asm.label();
      asm.iload(answer);
      asm.constant(i);
      asm.jump(Opcode.IF_ICMPNE, other);
      values.state = atHead.copy();
      loop.takeOver(i, values, asm);
      goTo(loop.exits().get(i));
      asm.bind(other);
    }
    if (region != null) {
      asm.iload(answer);
      asm.returnInt();
      return;
    }
    pushStrand();
    asm.callVirtual(Signature.STRAND, "takeResult", ":O");
    asm.returnObject();
  }

  /** Pushes what every Java method of a continuation takes beside registers. */
  private void pushContext() {
    pushStrand();
    asm.aload(CONTINUATION_SELF);
    asm.aload(CONTINUATION_FRAME);
    asm.iload(CONTINUATION_LEFT);
    asm.aload(CONTINUATION_SUSPENDED);
    if (method.usesGlobals) {
      pushGlobals();
    } else {
      asm.nothing();
    }
  }

  /** Brings the registers into the form of a block and goes there. */
  private void goTo(int target) {
    beforeLoop(target);
    values.convert(values.state, method.blocks[target]);
    if (isOutside(target)) {
      region.handOver(target, values, asm);
    } else {
      asm.jump(GOTO, labels[target]);
    }
  }

  /** Goes to a block as from an instruction. */
  void goTo(int from, int target, Registers state) {
    pc = from;
    values.state = state;
    goTo(target);
  }

  /** Prepares for a loop when this is where it is entered. */
  private void beforeLoop(int target) {
    if (entersLoop(target)) {
      ownership.ownAhead(method.flow.loopAt(target));
    }
    arrays.takeApart(pc, target);
  }

  /** Whether this Java method is a loop that hands a register back as it came. */
  boolean keeps(int register) {
    return region != null && !region.replaces(register);
  }

  /** Whether a loop is part of this Java method. */
  boolean isHere(Loop loop) {
    return isWritten(loop.head()) && innerAt(loop.head()) == null;
  }

  private boolean entersLoop(int target) {
    Loop loop = method.flow.loopAt(target);
    return loop != null && !loop.contains(pc) && !isOutside(target) && innerAt(target) == null;
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
    noted = false;
    ended = Flow.endsPath(Instruction.op(word));
    method.reach(pc, asm.isSilent());
    asm.watch();
    Label from = asm.label();
    asm.bind(from);
    instructions.translate(word);
    Label to = asm.label();
    asm.bind(to);
    if (asm.hasThrowing()) {
      if (!asm.isSilent()) {
        exits.cover(from, to, pc, before);
      } else {
        arriveAtHandler();
      }
    }
    if (asm.isSilent()) {
      sums.check(pc, values, before, pending);
    }
  }

  private void arriveAtHandler() {
    Handler handler = method.code.handler(pc);
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
    sums.arrive(block, pc, here);
    if (method.blocks[block] == null) {
      method.blocks[block] = here;
      pending.set(block);
    } else if (method.blocks[block].join(here, method.flow.turning(block))) {
      pending.set(block);
    }
  }

  private void fallInto(int block) {
    if (asm.isSilent()) {
      arrive(block);
      return;
    }
    if (emittedUpTo != block || isOutside(block)) {
      goTo(block);
    } else {
      beforeLoop(block);
      values.convert(values.state, method.blocks[block]);
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
      goTo(target);
    }
  }

  /** Goes to a block when the condition holds for what is on the stack. */
  void jumpIf(Opcode condition, int target) {
    if (asm.isSilent()) {
      arrive(target);
    } else if (isOutside(target)
        || entersLoop(target)
        || values.differs(values.state, method.blocks[target])) {
      Label edge = asm.label();
      edges.add(new Edge(edge, pc, target, values.state.copy()));
      asm.jump(condition, edge);
    } else {
      asm.jump(condition, labels[target]);
    }
  }

  /** Notes that there may be an exit at this instruction, be it in a later pass only. */
  void mayLeave() {
    method.leaving[pc] = before;
  }

  /** The exit at this instruction for a guess that failed. */
  Label exit() {
    mayLeave();
    if (exit == null) {
      exit = asm.label();
      if (!asm.isSilent()) {
        exits.add(exit, pc, before, true);
      }
    }
    return exit;
  }

  /**
   * Whether the program has never reached this instruction, as far as the first pass could see.
   *
   * @param now whether that is so at this moment
   */
  boolean isUnvisited(boolean now) {
    if (method.general[pc]) {
      return false;
    }
    if (method.visits[pc] == null) {
      method.visits[pc] = !now;
    }
    return !method.visits[pc];
  }

  /** Leaves an instruction to the interpreter that the program has never reached. */
  void leaveUnvisited() {
    method.assumptions.assumeUnvisited(pc);
    asm.jump(GOTO, exit());
    ended = true;
  }

  /** Leaves for the interpreter here and now, without blaming a guess. */
  void leave() {
    asm.jump(GOTO, quietExit());
    ended = true;
  }

  /** Like {@link #exit}, without blaming a guess. */
  Label quietExit() {
    mayLeave();
    Label label = asm.label();
    if (!asm.isSilent()) {
      exits.add(label, pc, before, false);
    }
    return label;
  }

  /**
   * Begins a stretch of code in which every exception of Java means that a guess has failed.
   *
   * @return for {@link #endGuess}
   */
  Label beginGuess() {
    mayLeave();
    if (!noted) {
      exits.note(pc);
      noted = true;
    }
    Label from = asm.label();
    asm.bind(from);
    return from;
  }

  void endGuess(Label from) {
    if (!asm.isSilent()) {
      Label to = asm.label();
      asm.bind(to);
      exits.trap(from, to, pc, before);
    }
  }

  /** Unboxes what is guessed to be of a primitive kind. */
  void unbox(int register, Kind kind) {
    if (values.is(register, Kind.OBJECT)) {
      Label guess = beginGuess();
      values.openBox(register, kind);
      endGuess(guess);
    }
  }

  /** Notes a call between two places whose primitive result goes into a register. */
  void promise(Label from, Label to, int destination) {
    Registers after = before.copy();
    after.set(destination, Type.OBJECT);
    method.disappointed[pc] = after;
    if (!asm.isSilent()) {
      exits.promise(from, to, pc, destination, after);
    }
  }

  /** Pushes the frame that a continuation goes on with. */
  void pushFrame() {
    asm.aload(CONTINUATION_FRAME);
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

  /** Returns a register's value. */
  void returnValue(int register) {
    if (asm.isSilent()) {
      method.returns(values.type(register));
      return;
    }
    if (region != null) {
      values.pushObject(register);
      returnObject();
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
        values.pushPassing(register);
        asm.returnObject();
      }
    }
  }

  /** Ends the function with the object on the stack, which its Java method returns as it is. */
  void returnObject() {
    if (region == null) {
      asm.returnObject();
      return;
    }
    asm.astore(values.scratch());
    pushStrand();
    asm.aload(values.scratch());
    asm.callVirtual(Signature.STRAND, "finish", "O:I");
    asm.returnInt();
  }

  /** Saves the registers that are live before an instruction into the frame of a continuation. */
  void save(int at) {
    if (!asm.isSilent()) {
      exits.save(at, values.state);
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
    new FunctionEntry(this).write(firstArgument);
  }

  /** No text has been looked at yet. */
  private void clearScanned() {
    for (int r = method.scanned.nextSetBit(0); r >= 0; r = method.scanned.nextSetBit(r + 1)) {
      asm.nothing();
      asm.astore(values.scannedSlot(r));
      asm.nothing();
      asm.astore(values.scannedSlot(r) + 1);
    }
  }

  // Ways out

  private void writeEdges() {
    for (Edge edge : edges) {
      asm.bind(edge.label());
      goTo(edge.from(), edge.target(), edge.state());
    }
  }

  /** Leaves a continuation whose frame is up to date. */
  void exitTo(int at) {
    pushStrand();
    asm.constant(at);
    asm.callVirtual(Signature.STRAND, "exit", "I:V");
    asm.staticField(Signature.CODE, "EXITED", ConstantDescs.CD_Object);
    returnObject();
  }

  /** How the interpreter's result, or an exit, is answered. */
  Answer answer() {
    if (region != null) {
      return Answer.IN_LOOP;
    }
    return switch (method.result) {
      case INT -> Answer.INT;
      case FLOAT -> Answer.FLOAT;
      case BOOL -> Answer.BOOL;
      default -> Answer.OBJECT;
    };
  }

  /** Returns the answer that is on the stack. */
  void returnAnswer() {
    switch (answer()) {
      case INT -> asm.returnLong();
      case FLOAT -> asm.returnDouble();
      case BOOL, IN_LOOP -> asm.returnInt();
      default -> asm.returnObject();
    }
  }
}

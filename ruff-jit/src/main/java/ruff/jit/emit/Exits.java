package ruff.jit.emit;

import static java.lang.classfile.Opcode.GOTO;

import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ruff.bytecode.Prototype;
import ruff.bytecode.Prototype.Handler;
import ruff.jit.emit.ExitMethod.Answer;
import ruff.jit.flow.ErrorUse;
import ruff.jit.flow.Kind;
import ruff.jit.flow.Registers;
import ruff.jit.flow.Type;

/** The ways out of a method besides its returns: to the interpreter, and by errors. */
final class Exits {
  /** A way out to the interpreter. */
  private record Exit(Label label, int pc, Registers state, boolean counted, boolean popsFirst) {}

  /** Instructions whose errors go somewhere. */
  private record Covered(Label from, Label to, int pc, Registers state) {}

  /** An exception of Java that means an exit. */
  private record Trap(Label from, Label to, Label handler, ClassDesc type) {}

  /** A call whose callee promises a primitive result. */
  private record Promise(Label from, Label to, int pc, int destination, Registers state) {}

  private final MethodWriter out;
  private final Asm asm;
  private final Operands values;
  private final List<Exit> exits = new ArrayList<>();
  private final List<Covered> covered = new ArrayList<>();
  private final List<Trap> traps = new ArrayList<>();
  private final List<Promise> promises = new ArrayList<>();

  /** Whether handlers look at nothing but the message. */
  private final Map<Handler, Boolean> messageOnly = new HashMap<>();

  Exits(MethodWriter out) {
    this.out = out;
    this.asm = out.asm;
    this.values = out.values;
  }

  void add(Label label, int pc, Registers state, boolean counted, boolean popsFirst) {
    exits.add(new Exit(label, pc, state, counted, popsFirst));
  }

  void cover(Label from, Label to, int pc, Registers state) {
    covered.add(new Covered(from, to, pc, state));
  }

  void trap(Label from, Label to, Label handler, ClassDesc type) {
    traps.add(new Trap(from, to, handler, type));
  }

  void promise(Label from, Label to, int pc, int destination, Registers state) {
    promises.add(new Promise(from, to, pc, destination, state));
  }

  /** Writes everything that was noted. */
  void write() {
    writePromises();
    writeCovered();
    writeExits();
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
      Handler target = out.method.code.handler(place.pc());
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
    out.pushStrand();
    out.pushSelf();
    asm.constant(place.pc());
    out.pushLeft();
    boolean onlyMessage =
        messageOnly.computeIfAbsent(target, unknown -> ErrorUse.isMessageOnly(out.code, unknown));
    asm.call(Signature.LINKAGE, onlyMessage ? "caughtMessage" : "caught", "TSFII:O");
    asm.astore(values.objectSlot(target.errorRegister()));
    Registers state = place.state().copy();
    state.set(target.errorRegister(), Type.OBJECT);
    out.goTo(target.target(), state);
  }

  /** On the stack: the failure and the instruction's number. */
  private void writeFailure() {
    if (out.method.isContinuation()) {
      out.pushStrand();
      asm.swap();
      asm.call(Signature.LINKAGE, "failed", "TSI:T");
    } else {
      out.pushStrand();
      asm.swap();
      out.pushSelf();
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
    boolean continuation = out.method.isContinuation();
    ExitMethod.Purpose purpose =
        continuation ? ExitMethod.Purpose.LEAVE : ExitMethod.Purpose.INTERPRET;
    out.pushStrand();
    if (continuation) {
      out.pushFrame();
    } else {
      out.pushLeft();
      out.pushSelf();
    }
    asm.constant(at);
    callExit(purpose, out.answer(), counted ? out.code : null, pushLive(at, state));
    out.returnAnswer();
  }

  /** Saves the live registers into the frame of a continuation. */
  void save(int at, Registers state) {
    out.pushStrand();
    out.pushFrame();
    callExit(ExitMethod.Purpose.SAVE, Answer.NOTHING, null, pushLive(at, state));
  }

  private void callExit(
      ExitMethod.Purpose purpose, Answer answer, Prototype blamed, List<ExitMethod.Saved> saved) {
    ExitMethod target = out.unit.exitMethod(new ExitMethod.Way(purpose, answer, blamed, saved));
    asm.call(out.unit.owner(), target.name(), target.descriptor());
  }

  /** Pushes what the interpreter needs of the registers; says what was pushed. */
  private List<ExitMethod.Saved> pushLive(int at, Registers state) {
    List<ExitMethod.Saved> saved = new ArrayList<>();
    BitSet live = out.method.flow.liveBefore(at);
    for (int r = live.nextSetBit(0); r >= 0; r = live.nextSetBit(r + 1)) {
      Type type = state.get(r);
      if (type.is(Kind.UNSET)) {
        continue;
      }
      saved.add(new ExitMethod.Saved(r, type.boxed() ? Type.OBJECT : type));
      values.pushForm(r, type);
    }
    return saved;
  }
}

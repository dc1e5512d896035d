package ruff.jit.emit;

import static java.lang.classfile.Opcode.GOTO;

import java.lang.classfile.Label;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import ruff.bytecode.Prototype;
import ruff.bytecode.Prototype.Handler;
import ruff.jit.emit.ExitMethod.Answer;
import ruff.jit.flow.ErrorUse;
import ruff.jit.flow.Kind;
import ruff.jit.flow.Registers;
import ruff.jit.flow.Type;

/** The ways out of a method besides its returns: to the interpreter, and by errors. */
final class Exits {
  /** A way out to the interpreter that jumps lead to. */
  private record Exit(Label label, int pc, ExitGroup group) {}

  /** Instructions whose errors go somewhere. */
  private record Covered(Label from, Label to, int pc, Registers state) {}

  /** A stretch in which an exception of Java means an exit. */
  private record Trap(Label from, Label to, ExitGroup group) {}

  /** A call whose callee promises a primitive result. */
  private record Promise(Label from, Label to, int pc, int destination, Registers state) {}

  private final MethodWriter out;
  private final Asm asm;
  private final Operands values;
  private final List<Exit> exits = new ArrayList<>();
  private final List<ExitGroup> groups = new ArrayList<>();

  /** The forms in which exits save registers, but for objects, which are live at all of a group. */
  private final Map<Integer, Set<Type>> numbers = new TreeMap<>();

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

  /** Adds an exit that jumps lead to. */
  void add(Label label, int pc, Registers state, boolean counted) {
    ExitGroup group = group(pc, state, counted);
    exits.add(new Exit(label, pc, group));
  }

  /** Adds an exit that exceptions of Java lead to; the instruction is noted by then. */
  void trap(Label from, Label to, int pc, Registers state) {
    ExitGroup group = group(pc, state, true);
    traps.add(new Trap(from, to, group));
  }

  private ExitGroup group(int pc, Registers state, boolean counted) {
    Map<Integer, Type> live = live(pc, state);
    for (ExitGroup group : groups) {
      if (group.accepts(live, counted)) {
        group.add(live);
        return group;
      }
    }
    ExitGroup made = new ExitGroup(asm.label(), live, counted);
    groups.add(made);
    return made;
  }

  void cover(Label from, Label to, int pc, Registers state) {
    covered.add(new Covered(from, to, pc, state));
  }

  void promise(Label from, Label to, int pc, int destination, Registers state) {
    promises.add(new Promise(from, to, pc, destination, state));
  }

  /** Writes everything that was noted. */
  void write() {
    writePromises();
    writeTraps();
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
      ExitGroup group = group(promise.pc() + 1, promise.state(), false);
      note(promise.pc() + 1);
      asm.jump(GOTO, group.common());
    }
  }

  private void writeTraps() {
    for (Trap trap : traps) {
      asm.handle(trap.from(), trap.to(), trap.group().handler(asm), Signature.RUNTIME_EXCEPTION);
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
    out.goTo(place.pc(), target.target(), state);
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
      note(way.pc());
      asm.jump(GOTO, way.group().common());
    }
    for (ExitGroup group : groups) {
      group.bind(asm);
      writeExit(group);
    }
  }

  /** Notes which instruction may leave. */
  void note(int pc) {
    asm.constant(pc);
    asm.istore(values.placeSlot());
  }

  private void writeExit(ExitGroup group) {
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
    asm.iload(values.placeSlot());
    callExit(purpose, out.answer(), group.counted() ? out.code : null, push(group.saved()));
    out.returnAnswer();
  }

  /**
   * Gives a value to the numbers that exits may save without their being live there; Java wants
   * each local to have one.
   *
   * @param region where the exits are, or null for the whole method
   */
  void fill(LoopMethod region) {
    for (int pc = 0; pc < out.method.leaving.length; pc++) {
      if (region == null || region.loop().contains(pc)) {
        note(pc, out.method.leaving[pc]);
        note(pc + 1, out.method.disappointed[pc]);
      }
    }
    fillDead(new Registers(out.code.template.length));
  }

  /**
   * Gives a value to those that are dead in a state. At a loop's head HotSpot would carry the
   * numbers of one turn into the next otherwise.
   */
  void fillDead(Registers state) {
    BitSet filled = new BitSet();
    for (Map.Entry<Integer, Set<Type>> each : numbers.entrySet()) {
      if (state.get(each.getKey()).is(Kind.UNSET)) {
        for (Type type : each.getValue()) {
          values.fill(each.getKey(), type, filled);
        }
      }
    }
  }

  private void note(int pc, Registers state) {
    if (state == null) {
      return;
    }
    live(pc, state)
        .forEach(
            (register, type) -> {
              if (!type.isObject()) {
                numbers.computeIfAbsent(register, unknown -> new HashSet<>()).add(type);
              }
            });
  }

  /** Saves the live registers into the frame of a continuation. */
  void save(int at, Registers state) {
    out.pushStrand();
    out.pushFrame();
    callExit(ExitMethod.Purpose.SAVE, Answer.NOTHING, null, push(live(at, state)));
  }

  private void callExit(
      ExitMethod.Purpose purpose, Answer answer, Prototype blamed, List<ExitMethod.Saved> saved) {
    ExitMethod target = out.unit.exitMethod(new ExitMethod.Way(purpose, answer, blamed, saved));
    asm.call(out.unit.owner(), target.name(), target.descriptor());
  }

  /** What the interpreter needs of the registers. */
  private Map<Integer, Type> live(int at, Registers state) {
    Map<Integer, Type> found = new TreeMap<>();
    BitSet live = out.method.flow.liveBefore(at);
    for (int r = live.nextSetBit(0); r >= 0; r = live.nextSetBit(r + 1)) {
      Type type = state.get(r);
      if (!type.is(Kind.UNSET) && !isInFrame(r)) {
        found.put(r, type.form());
      }
    }
    return found;
  }

  /** Whether the frame that a continuation goes on with still holds a register. */
  private boolean isInFrame(int register) {
    return out.method.isContinuation() && !out.method.flow.assigned().get(register);
  }

  private List<ExitMethod.Saved> push(Map<Integer, Type> registers) {
    List<ExitMethod.Saved> saved = new ArrayList<>();
    registers.forEach(
        (register, type) -> {
          saved.add(new ExitMethod.Saved(register, type));
          values.pushForm(register, type);
        });
    return saved;
  }
}

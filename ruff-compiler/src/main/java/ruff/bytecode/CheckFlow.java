package ruff.bytecode;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import ruff.bytecode.Verifier.Entry;
import ruff.bytecode.Verifier.Finding;

/**
 * Follows every path through one function and checks what the registers hold on the way.
 *
 * <p>A state is a set of {@link Contents} for each register, then for each global of the module.
 * States are kept for the first instructions of basic blocks; blocks are walked again until nothing
 * changes, and once more to report. An error can leave any instruction that a handler covers, so
 * the handler starts with what any of them may find.
 */
final class CheckFlow {
  private final Prototype function;
  private final Entry entry;
  private final int registers;
  private final boolean[] starts;
  private final int[] handlerAt;
  private final byte[][] known;
  private final Deque<Integer> waiting = new ArrayDeque<>();
  private final Entry[] children;
  private final RegisterRules rules;
  private final List<Finding> faults = new ArrayList<>();
  private boolean reporting;
  private int pc;

  CheckFlow(Prototype function, Entry entry, int globals) {
    this.function = function;
    this.entry = entry;
    this.registers = function.template.length;
    this.starts = new boolean[function.code.length];
    this.handlerAt = new int[function.code.length];
    this.known = new byte[function.code.length][];
    this.children = new Entry[function.children.length];
    this.rules = new RegisterRules(this, function, registers);
  }

  List<Finding> faults() {
    return faults;
  }

  /** What a child finds where it is made, or null when no path makes it. */
  Entry entryOf(int child) {
    return children[child];
  }

  void run() {
    findBlocks();
    findHandlers();
    arrive(0, entryState());
    while (!waiting.isEmpty()) {
      walk(waiting.remove());
    }
    reporting = true;
    for (int start = 0; start < known.length; start++) {
      if (known[start] != null) {
        walk(start);
      }
    }
  }

  void fault(String text) {
    if (reporting) {
      faults.add(new Finding(pc, text));
    }
  }

  private void findBlocks() {
    starts[0] = true;
    for (int at = 0; at < function.code.length; at++) {
      long word = function.code[at];
      Op op = Instruction.op(word);
      if (Flow.jumps(op)) {
        starts[Flow.target(function, word)] = true;
      }
      if ((Flow.jumps(op) || Flow.endsPath(op)) && at + 1 < starts.length) {
        starts[at + 1] = true;
      }
    }
    for (Prototype.Handler handler : function.handlers) {
      starts[handler.target()] = true;
    }
  }

  private void findHandlers() {
    Arrays.fill(handlerAt, -1);
    for (int i = function.handlers.length - 1; i >= 0; i--) {
      Prototype.Handler handler = function.handlers[i];
      Arrays.fill(handlerAt, handler.from(), handler.to(), i);
    }
  }

  private byte[] entryState() {
    byte[] state = new byte[registers + entry.globals().length];
    Arrays.fill(state, (byte) Contents.UNWRITTEN);
    Arrays.fill(state, 0, function.parameterCount, (byte) Contents.VALUE);
    System.arraycopy(entry.captures(), 0, state, function.parameterCount, entry.captures().length);
    for (int r = 0; r < registers; r++) {
      if (function.template[r] != null) {
        state[r] = Contents.VALUE;
      }
    }
    System.arraycopy(entry.globals(), 0, state, registers, entry.globals().length);
    return state;
  }

  /** Joins a state into what is known of the start of a block. */
  private void arrive(int start, byte[] state) {
    byte[] before = known[start];
    if (before == null) {
      known[start] = state.clone();
      waiting.add(start);
      return;
    }
    boolean changed = false;
    for (int i = 0; i < state.length; i++) {
      byte joined = (byte) (before[i] | state[i]);
      changed |= joined != before[i];
      before[i] = joined;
    }
    if (changed && !waiting.contains(start)) {
      waiting.add(start);
    }
  }

  private void walk(int start) {
    byte[] state = known[start].clone();
    int covered = -1;
    for (pc = start; ; pc++) {
      int handler = handlerAt[pc];
      if (handler >= 0 && (handler != covered || rules.hasWritten())) {
        arriveAtHandler(function.handlers[handler], state);
      }
      covered = handler;
      long word = function.code[pc];
      Op op = Instruction.op(word);
      rules.apply(word, state);
      branch(op, word, state);
      if (Flow.endsPath(op)) {
        return;
      }
      if (pc + 1 == function.code.length) {
        fault("control runs off the end");
        return;
      }
      if (starts[pc + 1]) {
        arrive(pc + 1, state);
        return;
      }
    }
  }

  private void arriveAtHandler(Prototype.Handler handler, byte[] state) {
    byte error = state[handler.errorRegister()];
    state[handler.errorRegister()] = Contents.VALUE;
    arrive(handler.target(), state);
    state[handler.errorRegister()] = error;
  }

  /** Takes the jump of an instruction, if it has one; the state goes on as when it is not taken. */
  private void branch(Op op, long word, byte[] state) {
    if (!Flow.jumps(op)) {
      return;
    }
    int target = Flow.target(function, word);
    int a = Instruction.a(word);
    switch (op) {
      case JUMP_IF_DEFINED -> {
        boolean perhaps = (state[a] & Contents.UNDEFINED) != 0;
        state[a] = Contents.VALUE;
        arrive(target, state);
        state[a] = (byte) (perhaps ? Contents.UNDEFINED : Contents.VALUE);
      }
      case NEXT, RANGE_NEXT -> {
        arrive(target, state);
        state[a] = Contents.VALUE;
      }
      default -> arrive(target, state);
    }
  }

  /** Notes what a child finds that is made here. */
  void makeChild(int child, byte[] state) {
    int[] captures = function.children[child].captures;
    byte[] captured = new byte[captures.length];
    for (int i = 0; i < captures.length; i++) {
      rules.need(captures[i], Contents.VALUE | Contents.CELL, state);
      captured[i] = state[captures[i]];
    }
    Entry found = new Entry(captured, Arrays.copyOfRange(state, registers, state.length));
    children[child] = children[child] == null ? found : children[child].join(found);
  }
}

package ruff.jit.flow;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ruff.bytecode.Flow;
import ruff.bytecode.Instruction;
import ruff.bytecode.Needs;
import ruff.bytecode.Op;
import ruff.bytecode.Operand;
import ruff.bytecode.Prototype;
import ruff.bytecode.Prototype.Handler;

/**
 * The basic blocks of a function, and which registers are live where.
 *
 * <p>A register is live before an instruction when some path from there reads it before writing it.
 * An error can leave any instruction that a handler covers, so what is live in the handler is live
 * there too.
 */
public final class ControlFlow {
  /**
   * A loop: the instructions from its head to its last jump back.
   *
   * @param number which of the function's loops it is, see {@code Prototype.loopTurns}
   * @param assigned the registers that are written in it, those of errors caught there included
   */
  public record Loop(int head, int end, int number, BitSet assigned) {
    public boolean contains(int pc) {
      return pc >= head && pc <= end;
    }

    /** Whether another loop lies in this one. */
    public boolean encloses(Loop other) {
      return this != other && contains(other.head) && contains(other.end);
    }
  }

  private static final BitSet NONE = new BitSet();

  private final Prototype code;
  private final List<Loop> loops = new ArrayList<>();
  private final Map<Integer, Map<Integer, Integer>> sums = new TreeMap<>();
  private final Map<Integer, Loop> loopsOfSums = new HashMap<>();
  private final Map<Integer, List<Integer>> ownings = new TreeMap<>();
  private final BitSet ownedAhead = new BitSet();
  private final boolean[] leader;
  private final BitSet[] liveBefore;
  private final BitSet assigned;
  private final int registers;

  public ControlFlow(Prototype code) {
    this.code = code;
    this.registers = code.template.length;
    this.leader = new boolean[code.code.length + 1];
    this.liveBefore = new BitSet[code.code.length + 1];
    findLeaders();
    findLoops();
    findLive();
    this.assigned = assigned(0, code.code.length - 1);
    for (Loop loop : loops) {
      Map<Integer, Integer> added = Sums.of(code, loop, loops);
      sums.put(loop.head(), added);
      added.values().forEach(pc -> loopsOfSums.putIfAbsent(pc, loop));
      List<Integer> owned = Ownings.of(code, loop);
      ownings.put(loop.head(), owned);
      owned.forEach(ownedAhead::set);
    }
  }

  /** Whether a basic block begins with that instruction. */
  public boolean isLeader(int pc) {
    return leader[pc];
  }

  /** The registers live before an instruction; not to be changed. */
  public BitSet liveBefore(int pc) {
    return liveBefore[pc];
  }

  private void findLeaders() {
    leader[0] = true;
    for (int pc = 0; pc < code.code.length; pc++) {
      long word = code.code[pc];
      Op op = Instruction.op(word);
      if (Flow.jumps(op)) {
        leader[Flow.target(code, word)] = true;
      }
      if (Flow.jumps(op) || Flow.endsPath(op)) {
        leader[pc + 1] = true;
      }
    }
    for (Handler handler : code.handlers) {
      leader[handler.target()] = true;
      leader[handler.from()] = true;
      leader[handler.to()] = true;
    }
  }

  private void findLoops() {
    Map<Integer, Integer> ends = new TreeMap<>();
    for (int pc = 0; pc < code.code.length; pc++) {
      long word = code.code[pc];
      if (Instruction.op(word) == Op.JUMP_BACK) {
        ends.merge(Instruction.wide(word), pc, Math::max);
      }
    }
    ends.forEach((head, end) -> loops.add(loop(head, end)));
  }

  private Loop loop(int head, int end) {
    return new Loop(head, end, Instruction.a(code.code[end]), assigned(head, end));
  }

  /** Whether an instruction, or an error that it raises, writes a register. */
  public static boolean writes(Prototype code, int pc, int register) {
    Handler handler = code.handler(pc);
    return isWritten(code.code[pc]) && Instruction.a(code.code[pc]) == register
        || handler != null && handler.errorRegister() == register;
  }

  /** Whether an instruction writes its register a. */
  private static boolean isWritten(long word) {
    Operand a = Instruction.op(word).a();
    return a == Operand.DEF || a == Operand.UPDATE;
  }

  private BitSet assigned(int from, int to) {
    BitSet assigned = new BitSet();
    for (int pc = from; pc <= to; pc++) {
      long word = code.code[pc];
      if (isWritten(word)) {
        assigned.set(Instruction.a(word));
      }
      Handler handler = code.handler(pc);
      if (handler != null) {
        assigned.set(handler.errorRegister());
      }
    }
    return assigned;
  }

  public boolean isLoopHead(int pc) {
    return loopAt(pc) != null;
  }

  /** The loop that begins with an instruction, or null. */
  public Loop loopAt(int head) {
    for (Loop loop : loops) {
      if (loop.head() == head) {
        return loop;
      }
    }
    return null;
  }

  /** The registers that the loop beginning with an instruction writes; none where none begins. */
  public BitSet turning(int head) {
    Loop loop = loopAt(head);
    return loop == null ? NONE : loop.assigned();
  }

  /** Whether what an instruction owns is the same in each turn of a loop; see Ownings. */
  public boolean isOwnedAhead(int pc) {
    return ownedAhead.get(pc);
  }

  /** The instructions of a loop that own the same containers in each turn; see Ownings. */
  public List<Integer> ownings(Loop loop) {
    return ownings.get(loop.head());
  }

  /** The registers that a loop only adds to, each with the instruction that does; see Sums. */
  public Map<Integer, Integer> sums(Loop loop) {
    return sums.get(loop.head());
  }

  /** The loop whose sum an instruction adds to, or null. */
  public Loop loopOfSum(int pc) {
    return loopsOfSums.get(pc);
  }

  /** The registers that some instruction writes; all others hold what the frame began with. */
  public BitSet assigned() {
    return assigned;
  }

  /** The loops in the order of their heads. */
  public List<Loop> loops() {
    return loops;
  }

  private void findLive() {
    BitSet[] read = new BitSet[code.code.length];
    for (int pc = 0; pc < read.length; pc++) {
      read[pc] = read(code.code[pc]);
      liveBefore[pc] = new BitSet();
    }
    liveBefore[read.length] = new BitSet();
    BitSet live = new BitSet();
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int pc = read.length - 1; pc >= 0; pc--) {
        live.clear();
        addLiveAfter(live, pc);
        live.or(read[pc]);
        addLiveInHandler(live, pc);
        if (!live.equals(liveBefore[pc])) {
          liveBefore[pc] = (BitSet) live.clone();
          changed = true;
        }
      }
    }
  }

  /** Adds what is live behind an instruction and not its own doing. */
  private void addLiveAfter(BitSet live, int pc) {
    long word = code.code[pc];
    Op op = Instruction.op(word);
    if (!Flow.endsPath(op)) {
      live.or(liveBefore[pc + 1]);
    }
    boolean endsLoop = op == Op.NEXT || op == Op.RANGE_NEXT;
    if (endsLoop) {
      // At the end of the loop nothing is written.
      live.clear(Instruction.a(word));
    }
    if (Flow.jumps(op)) {
      live.or(liveBefore[Flow.target(code, word)]);
    }
    if (!endsLoop && op.a() == Operand.DEF) {
      live.clear(Instruction.a(word));
    }
  }

  private void addLiveInHandler(BitSet live, int pc) {
    Handler handler = code.handler(pc);
    if (handler != null) {
      boolean known = live.get(handler.errorRegister());
      live.or(liveBefore[handler.target()]);
      live.set(handler.errorRegister(), known);
    }
  }

  private BitSet read(long word) {
    BitSet read = new BitSet();
    for (int register : uses(code, word, Instruction.op(word))) {
      if (code.template[register] == null) {
        read.set(register);
      }
    }
    return read;
  }

  /** The registers that an instruction reads. */
  public static List<Integer> uses(Prototype code, long word, Op op) {
    List<Integer> uses = new ArrayList<>(4);
    addUse(uses, op.a(), Instruction.a(word), code, word);
    if (!op.isWide()) {
      addUse(uses, op.b(), Instruction.b(word), code, word);
      addUse(uses, op.c(), Instruction.c(word), code, word);
    }
    if (op == Op.CLOSURE) {
      for (int register : code.children[Instruction.wide(word)].captures) {
        uses.add(register);
      }
    }
    return uses;
  }

  private static void addUse(
      List<Integer> uses, Operand operand, int field, Prototype code, long word) {
    if (operand == Operand.USE || operand == Operand.UPDATE) {
      uses.add(field);
    } else if (operand == Operand.WINDOW) {
      for (int i = 0; i < Needs.width(code, word); i++) {
        uses.add(field + i);
      }
    }
  }

  /** The number of registers, constants included. */
  public int registers() {
    return registers;
  }
}

package ruff.jit.emit;

import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import ruff.bytecode.Instruction;
import ruff.bytecode.Op;
import ruff.bytecode.Prototype;
import ruff.interpreter.CompiledStack;
import ruff.interpreter.FunctionValue;
import ruff.jit.emit.LoopWriter.Storage;
import ruff.jit.flow.ControlFlow;
import ruff.jit.flow.ControlFlow.Loop;
import ruff.jit.flow.Definition;
import ruff.jit.flow.Interval;
import ruff.jit.flow.Kind;
import ruff.jit.flow.Registers;
import ruff.jit.flow.Sums;
import ruff.jit.flow.Type;

/**
 * One Java method to be: a function for arguments of certain kinds, or the rest of a function from
 * one instruction on.
 *
 * <p>A function's Java method takes the strand, the calls that may still be nested, the function
 * value where it needs one, the module's globals where it uses them, then the arguments, unboxed
 * where their kind is primitive. The result is unboxed when every path returns the same primitive
 * kind.
 */
final class Method {
  /** The entry of a whole function. */
  static final int START = -1;

  final Prototype code;
  final int entryPc;
  final String name;

  /** The function, when it is the same for every call; else it is the Java parameter. */
  final FunctionValue self;

  /** The types of the registers at the entry: of the parameters, or of a frame's. */
  final Registers entryTypes;

  final boolean usesGlobals;
  final ControlFlow flow;
  final Assumptions assumptions;
  final byte[] feedback;
  final boolean[] general;

  /** What sites had seen when they were first asked about, so that every pass sees the same. */
  final Object[] decisions;

  /** Whether sites had been reached when they were first asked about; null before. */
  final Boolean[] visits;

  /** What instructions that may leave for the interpreter begin with; null for all others. */
  final Registers[] leaving;

  /** The same for those whose result may be another one than was promised, behind them. */
  final Registers[] disappointed;

  /** The registers whose characters are looked at by position. */
  final BitSet scanned = new BitSet();

  /** Instructions that add to sums whose size is not known, see {@link Sums}. */
  private final BitSet unboundedSums = new BitSet();

  /** The instructions that some path leads to. */
  final BitSet reached = new BitSet();

  /** The storage that instructions read or write elements of, where that is guessed. */
  final Storage[] elements;

  /** Which of those have an index that may be beyond 32 bits. */
  final BitSet wideIndexes = new BitSet();

  /** Instructions that may give all containers in registers a second holder. */
  final BitSet shares = new BitSet();

  /** What the blocks begin with, by instruction; null where no path leads. */
  final Registers[] blocks;

  /** Methods of the class that this one calls. */
  final Set<Method> callees = new LinkedHashSet<>();

  /** The kind of the result: UNSET while no return is known. */
  Kind result = Kind.UNSET;

  /** A function of the module that this one belongs to, or null when that may be any. */
  private final FunctionValue home;

  Method(
      Prototype code,
      int entryPc,
      String name,
      FunctionValue self,
      FunctionValue home,
      ControlFlow flow,
      Assumptions assumptions,
      Registers entryTypes) {
    this.code = code;
    this.home = home;
    this.entryPc = entryPc;
    this.name = name;
    this.self = self;
    this.entryTypes = entryTypes;
    this.usesGlobals = usesGlobals();
    this.flow = flow;
    this.assumptions = assumptions;
    this.feedback = assumptions.feedback;
    this.general = assumptions.general;
    this.decisions = new Object[code.code.length];
    this.visits = new Boolean[code.code.length];
    this.leaving = new Registers[code.code.length];
    this.disappointed = new Registers[code.code.length];
    this.elements = new Storage[code.code.length];
    this.blocks = new Registers[code.code.length];
  }

  static String name(Prototype code, int entryPc, int number) {
    String prefix = entryPc == START ? CompiledStack.FUNCTION : CompiledStack.CONTINUATION;
    return prefix + number + "$" + code.name.replaceAll("[^A-Za-z0-9_]", "_");
  }

  private boolean usesGlobals() {
    for (long word : code.code) {
      Op op = Instruction.op(word);
      if (op == Op.STORE_GLOBAL || isLoad(op) && definition(Instruction.wide(word)) == null) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLoad(Op op) {
    return op == Op.LOAD_GLOBAL || op == Op.LOAD_GLOBAL_RAW;
  }

  /** The function that a global holds for good, or null. */
  Definition definition(int slot) {
    Prototype known = home == null ? null : home.module.definition(slot);
    return known == null ? null : new Definition(home, slot, known);
  }

  /** Whether an instruction writes into what its register holds, and never puts a copy there. */
  boolean writesInPlace(int pc) {
    return switch (Instruction.op(code.code[pc])) {
      case SET_INDEX -> elements[pc] != null;
      case OWN -> ownsAhead(pc);
      default -> false;
    };
  }

  /** Whether what an instruction owns in a loop is taken to have one holder already. */
  boolean ownsAhead(int pc) {
    return flow.isOwnedAhead(pc) && !general[pc];
  }

  /** Begins to look at an instruction. */
  void reach(int pc, boolean silent) {
    if (silent) {
      reached.set(pc);
      elements[pc] = null;
    }
  }

  /** Whether its types are known and depend on no other method. */
  boolean isSettled() {
    return result != Kind.UNSET && callees.isEmpty();
  }

  boolean isContinuation() {
    return entryPc != START;
  }

  /** Whether the function value is a Java parameter. */
  boolean takesSelf() {
    return self == null || isContinuation();
  }

  Kind parameterKind(int parameter) {
    return entryTypes.get(parameter).kind().handedOn();
  }

  /** Whether all elements of arrays in a register are found by indexes of 32 bits. */
  boolean isIndexedNarrowly(int register) {
    for (int pc = wideIndexes.nextSetBit(0); pc >= 0; pc = wideIndexes.nextSetBit(pc + 1)) {
      long word = code.code[pc];
      boolean reads = Instruction.op(word) == Op.GET_INDEX;
      if ((reads ? Instruction.b(word) : Instruction.a(word)) == register) {
        return false;
      }
    }
    return true;
  }

  /** The types of the registers when the entry's code has brought them into form. */
  Registers entered() {
    Registers types = entryTypes.copy();
    for (int r = 0; r < types.count(); r++) {
      types.set(r, entered(r));
    }
    return types;
  }

  Type entered(int register) {
    Type type = entryTypes.get(register);
    boolean fits = !isContinuation() && type.is(Kind.INT) && type.interval().isWithin(Interval.INT);
    return fits ? Type.narrow(type.interval()) : type;
  }

  /** Whether a register is a sum of that loop whose size is known. */
  boolean isSum(Loop loop, int register) {
    Integer adds = loop == null ? null : flow.sums(loop).get(register);
    return adds != null && !unboundedSums.get(adds) && isEnteredAtHead(loop);
  }

  private boolean isEnteredAtHead(Loop loop) {
    return !loop.contains(entryPc) || entryPc == loop.head();
  }

  /**
   * Gives up to know the size of the sum that an instruction adds to.
   *
   * @return whether it was known until now
   */
  boolean giveUpSum(int pc) {
    boolean known = !unboundedSums.get(pc);
    unboundedSums.set(pc);
    return known;
  }

  /** The Java type of a value of that kind when it is handed on. */
  static ClassDesc javaType(Kind kind) {
    return switch (kind) {
      case INT -> ConstantDescs.CD_long;
      case FLOAT -> ConstantDescs.CD_double;
      case BOOL -> ConstantDescs.CD_boolean;
      case CHAR -> ConstantDescs.CD_int;
      default -> ConstantDescs.CD_Object;
    };
  }

  MethodTypeDesc descriptor() {
    if (isContinuation()) {
      return Signature.of("SF[Is:O");
    }
    List<ClassDesc> parameters = new ArrayList<>();
    parameters.add(Signature.STRAND);
    parameters.add(ConstantDescs.CD_int);
    if (takesSelf()) {
      parameters.add(Signature.FUNCTION);
    }
    if (usesGlobals) {
      parameters.add(Signature.OBJECTS);
    }
    for (int i = 0; i < code.parameterCount; i++) {
      parameters.add(javaType(parameterKind(i)));
    }
    return MethodTypeDesc.of(javaType(result), parameters);
  }

  /** Adds what is known of a returned value. */
  boolean returns(Type type) {
    Kind kind = isContinuation() ? Kind.OBJECT : type.kind().handedOn();
    Kind joined = result == Kind.UNSET || result == kind ? kind : Kind.OBJECT;
    boolean changed = joined != result;
    result = joined;
    return changed;
  }

  boolean hasParameters(Prototype other, Registers types) {
    if (other != code || isContinuation()) {
      return false;
    }
    for (int i = 0; i < code.parameterCount; i++) {
      if (parameterKind(i) != types.get(i).kind().handedOn()
          || !entryTypes.get(i).interval().equals(types.get(i).interval())) {
        return false;
      }
    }
    return true;
  }
}

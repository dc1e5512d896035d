package ruff.bytecode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ruff.source.SourceText;

/**
 * Collects the instructions of one function. Constant operands are numbered apart from registers
 * while the number of registers is not known; {@link #build} moves them behind the registers.
 */
public final class PrototypeBuilder {
  /** Operands with this bit are constants, the rest registers. */
  private static final int CONSTANT_BIT = 1 << 15;

  /** Constants beyond this many are loaded by an instruction instead of living in the frame. */
  private static final int MAX_FRAME_CONSTANTS = 48;

  private static final int SHARED_SITES_FROM = Instruction.FIELD_LIMIT / 2;

  private static final int MAX_TARGETS = Instruction.FIELD_LIMIT - 1;

  /** A place to jump to; the instruction index is filled in by {@link #place}. */
  public static final class Label {
    private int pc = -1;
  }

  private record WidePatch(int pc, Label label) {}

  final String name;
  final Prototype.Kind kind;
  final SourceText source;
  final int parameterCount;
  int[] captures = {};
  long consumed;
  boolean takesReceiver;
  private boolean notesPlaces;

  private long[] code = new long[32];
  private int[] offsets = new int[32];
  private int size;
  private int offset;
  private int registerCount;
  private int loopCount;
  private final List<Object> frameConstants = new ArrayList<>();
  private final Map<Object, Integer> frameConstantIndex = new HashMap<>();
  private final List<Object> constants = new ArrayList<>();
  private final Map<Object, Integer> constantIndex = new HashMap<>();
  private final List<Site> sites = new ArrayList<>();
  private final Map<Object, Integer> siteIndex = new HashMap<>();
  private final List<Label> targets = new ArrayList<>();
  private final List<WidePatch> widePatches = new ArrayList<>();
  private final List<Prototype> children = new ArrayList<>();
  private final List<PendingHandler> handlers = new ArrayList<>();

  private record PendingHandler(int from, int to, Label target, int errorRegister) {}

  public PrototypeBuilder(String name, Prototype.Kind kind, SourceText source, int parameterCount) {
    this.name = name;
    this.kind = kind;
    this.source = source;
    this.parameterCount = parameterCount;
    this.registerCount = parameterCount;
  }

  public SourceText source() {
    return source;
  }

  public void setCaptures(int[] enclosingRegisters) {
    this.captures = enclosingRegisters;
  }

  public void setConsumed(long parameters) {
    this.consumed = parameters;
  }

  public void setTakesReceiver() {
    this.takesReceiver = true;
  }

  /** Every call from now on says where it stands. */
  public void notePlaces() {
    this.notesPlaces = true;
  }

  /** The source offset of the instructions that follow. */
  public void at(int sourceOffset) {
    this.offset = sourceOffset;
  }

  public int pc() {
    return size;
  }

  /** Makes sure that frames have registers 0 to {@code register}. */
  public void useRegister(int register) {
    registerCount = Math.max(registerCount, register + 1);
  }

  /** Whether one more register can be addressed. */
  public static boolean isAddressable(int register) {
    return register < CONSTANT_BIT;
  }

  public void emit(Op op, int a, int b, int c) {
    if (notesPlaces && (op == Op.CALL || op == Op.CALL_NATIVE || op == Op.CALL_METHOD)) {
      append(Instruction.encode(Op.PLACE, 0, 0, 0));
    }
    append(Instruction.encode(op, a, b, c));
  }

  public void emit(Op op, int a, int b) {
    emit(op, a, b, 0);
  }

  public void emit(Op op, int a) {
    emit(op, a, 0, 0);
  }

  public void emitWide(Op op, int a, int wide) {
    append(Instruction.encodeWide(op, a, wide));
  }

  /** A jump with a 32-bit target. */
  public void emitJump(Op op, int a, Label label) {
    widePatches.add(new WidePatch(size, label));
    emitWide(op, a, 0);
  }

  /** Whether an instruction with a target index can still be emitted. */
  public boolean hasTargetSpace() {
    return targets.size() < MAX_TARGETS;
  }

  /** A jump through the table of targets; needs {@link #hasTargetSpace}. */
  public void emitTarget(Op op, int a, int b, Label label) {
    targets.add(label);
    emit(op, a, b, targets.size() - 1);
  }

  public void place(Label label) {
    label.pc = size;
  }

  public int newLoop() {
    return loopCount++;
  }

  /** The constant as an operand, or -1 when the frame holds too many already. */
  public int constantOperand(Object value) {
    Object key = key(value);
    Integer known = frameConstantIndex.get(key);
    if (known == null) {
      if (frameConstants.size() >= MAX_FRAME_CONSTANTS) {
        return -1;
      }
      known = frameConstants.size();
      frameConstants.add(value);
      frameConstantIndex.put(key, known);
    }
    return CONSTANT_BIT | known;
  }

  /** The index of a constant for instructions that name one. */
  public int constant(Object value) {
    return constantIndex.computeIfAbsent(
        key(value),
        k -> {
          constants.add(value);
          return constants.size() - 1;
        });
  }

  /** Doubles are told apart by their bits, since 0.0 and -0.0 are equal to a map's eyes in part. */
  private static Object key(Object value) {
    return value instanceof Double d ? List.of("double", Double.doubleToRawLongBits(d)) : value;
  }

  /**
   * The index of a site, or -1 when there are too many. Each instruction has its own, which
   * remembers what was seen there; in a very large function the later ones share.
   */
  public int site(Site site) {
    Object need = sites.size() < SHARED_SITES_FROM ? site : need(site);
    Integer known = siteIndex.get(need);
    if (known == null && sites.size() < Instruction.FIELD_LIMIT) {
      sites.add(site);
      known = sites.size() - 1;
      siteIndex.put(need, known);
    }
    return known == null ? -1 : known;
  }

  /** What makes two sites do for the same instructions. */
  private static Object need(Site site) {
    return switch (site) {
      case Site.Call s -> List.of(s.argumentCount, s.lent, s.exposed);
      case Site.NativeCall s -> List.of(s.function, s.argumentCount, s.lent);
      case Site.Method s -> List.of(s.name, s.argumentCount, s.lent, s.exposed);
      case Site.Field s -> s.name;
      case Site.StructLiteral s -> List.of(s.name, s.fields);
      case Site.StructDeclaration s -> s;
      case Site.Tagged s -> s;
      case Site.Case s -> s;
      case Site.Name s -> s;
      case Site.Names s -> s;
    };
  }

  public int child(Prototype child) {
    children.add(child);
    return children.size() - 1;
  }

  /** Adds a handler; inner ones must be added before the ones around them. */
  public void handler(int from, int to, Label target, int errorRegister) {
    if (from < to) {
      handlers.add(new PendingHandler(from, to, target, errorRegister));
    }
  }

  public Prototype build() {
    return new Prototype(this);
  }

  private void append(long word) {
    if (size == code.length) {
      code = Arrays.copyOf(code, size * 2);
      offsets = Arrays.copyOf(offsets, size * 2);
    }
    offsets[size] = offset;
    code[size++] = word;
  }

  long[] finishedCode() {
    long[] result = Arrays.copyOf(code, size);
    for (WidePatch patch : widePatches) {
      long word = result[patch.pc];
      result[patch.pc] =
          Instruction.encodeWide(Instruction.op(word), Instruction.a(word), patch.label.pc);
    }
    for (int pc = 0; pc < size; pc++) {
      result[pc] = withConstantsPlaced(result[pc]);
    }
    return result;
  }

  private long withConstantsPlaced(long word) {
    Op op = Instruction.op(word);
    int a = placed(op.a(), Instruction.a(word));
    if (op.isWide()) {
      return Instruction.encodeWide(op, a, Instruction.wide(word));
    }
    int b = placed(op.b(), Instruction.b(word));
    int c = placed(op.c(), Instruction.c(word));
    return Instruction.encode(op, a, b, c);
  }

  private int placed(Operand operand, int field) {
    boolean constant = operand.isRegister() && (field & CONSTANT_BIT) != 0;
    return constant ? registerCount + (field & ~CONSTANT_BIT) : field;
  }

  Object[] constants() {
    return constants.toArray();
  }

  Object[] template() {
    Object[] template = new Object[registerCount + frameConstants.size()];
    for (int i = 0; i < frameConstants.size(); i++) {
      template[registerCount + i] = frameConstants.get(i);
    }
    return template;
  }

  Site[] sites() {
    return sites.toArray(Site[]::new);
  }

  int[] targets() {
    return targets.stream().mapToInt(label -> label.pc).toArray();
  }

  Prototype[] children() {
    return children.toArray(Prototype[]::new);
  }

  Prototype.Handler[] handlers() {
    return handlers.stream()
        .map(h -> new Prototype.Handler(h.from, h.to, h.target.pc, h.errorRegister))
        .toArray(Prototype.Handler[]::new);
  }

  int[] offsets() {
    return Arrays.copyOf(offsets, size);
  }

  int loopCount() {
    return loopCount;
  }
}

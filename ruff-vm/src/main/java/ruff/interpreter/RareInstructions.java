package ruff.interpreter;

import ruff.bytecode.Instruction;
import ruff.bytecode.Prototype;
import ruff.bytecode.Site;
import ruff.compile.UndefinedName;
import ruff.module.ModuleInstance;
import ruff.task.Spawns;
import ruff.value.ArrayValue;
import ruff.value.Cell;
import ruff.value.Container;
import ruff.value.DictValue;
import ruff.value.NullValue;
import ruff.value.RuffError;
import ruff.value.Truth;

/** The instructions that the main loop leaves out. */
final class RareInstructions {
  private RareInstructions() {}

  /**
   * Executes one instruction.
   *
   * @param pc the index of the instruction that follows
   * @return the index of the instruction to go on with
   */
  static int execute(Strand strand, FunctionValue function, Object[] r, long word, int pc) {
    int a = Instruction.a(word);
    int b = Instruction.b(word);
    int c = Instruction.c(word);
    Prototype code = function.code;
    switch ((int) word & 0xFFFF) {
      case Opcode.SHARE -> Container.share(r[a]);
      case Opcode.CLEAR -> r[a] = null;
      case Opcode.LOAD_CONSTANT -> r[a] = code.constants[Instruction.wide(word)];
      case Opcode.NEW_CELL -> r[a] = new Cell();
      case Opcode.MAKE_CELL -> r[a] = new Cell(r[a]);
      case Opcode.CHECK_DEFINED -> {
        if (r[a] == null) {
          throw Errors.undefined((String) code.constants[Instruction.wide(word)]);
        }
      }
      case Opcode.RAISE -> throw raised(code.constants[Instruction.wide(word)]);
      case Opcode.THROW -> throw Throwing.thrown(r[a]);
      case Opcode.CLOSURE -> r[a] = Construction.closure(function, r, Instruction.wide(word));
      case Opcode.SPAWN -> Spawns.block(strand, (FunctionValue) r[a]);
      case Opcode.ITERATE -> {
        Iteration.noteSource(code, pc - 1, r[b]);
        r[a] = Iteration.over(r[b]);
      }
      case Opcode.RANGE -> r[a] = CountedRange.of(r, b, c);
      case Opcode.OWN -> r[a] = r[a] instanceof Container container ? container.owned() : r[a];
      case Opcode.OWN_INDEX -> r[a] = Indexing.own(code, pc - 1, r[b], r[c]);
      case Opcode.OWN_FIELD -> r[a] = Fields.own(r[b], (Site.Field) code.sites[c]);
      case Opcode.BIND_FIELD -> r[a] = Fields.bind(r[b], (Site.Field) code.sites[c]);
      case Opcode.JUMP_IF_DEFINED,
          Opcode.JUMP_IF_NULL,
          Opcode.JUMP_UNLESS_NULL,
          Opcode.JUMP_IF_LESS,
          Opcode.JUMP_IF_LESS_EQUAL,
          Opcode.JUMP_IF_GREATER,
          Opcode.JUMP_IF_GREATER_EQUAL,
          Opcode.JUMP_IF_NOT_EQUAL,
          Opcode.JUMP_UNLESS_NOT_EQUAL -> {
        return jump(strand, code, r, word, pc);
      }
      case Opcode.NEW_ARRAY,
          Opcode.ARRAY_ADD,
          Opcode.ARRAY_SPREAD,
          Opcode.NEW_TEXTS,
          Opcode.NEW_DICT,
          Opcode.DICT_PUT,
          Opcode.DICT_SPREAD,
          Opcode.NEW_STRUCT,
          Opcode.DEFINE_STRUCT,
          Opcode.CONCAT,
          Opcode.WRAP,
          Opcode.NEW_TAGGED ->
          build(strand, code, r, word);
      case Opcode.MATCH_CASE,
          Opcode.PAYLOAD,
          Opcode.ELEMENT,
          Opcode.TAKE_ELEMENT,
          Opcode.ELEMENTS_FROM,
          Opcode.ENTRY,
          Opcode.TAKE_ENTRY,
          Opcode.ENTRIES_EXCEPT ->
          takeApart(code, r, word);
      case Opcode.IMPORT, Opcode.NAMESPACE, Opcode.EXPORTED, Opcode.EXPORTED_RAW, Opcode.EXPORT ->
          module(strand, function, r, word);
      case Opcode.STEP -> strand.machine().meter().step();
      case Opcode.PLACE -> strand.standsAt(code, pc);
      default -> operate(strand, code, r, word, pc - 1);
    }
    return pc;
  }

  private static RuffError raised(Object constant) {
    return constant instanceof UndefinedName name
        ? RuffError.ofName(name.message(), name.suggestion())
        : new RuffError((String) constant);
  }

  private static int jump(Strand strand, Prototype code, Object[] r, long word, int pc) {
    int opcode = (int) word & 0xFFFF;
    Object tested = r[Instruction.a(word)];
    if (opcode == Opcode.JUMP_IF_DEFINED
        || opcode == Opcode.JUMP_IF_NULL
        || opcode == Opcode.JUMP_UNLESS_NULL) {
      boolean jumps =
          switch (opcode) {
            case Opcode.JUMP_IF_DEFINED -> tested != null;
            case Opcode.JUMP_IF_NULL -> tested == NullValue.NULL;
            default -> tested != NullValue.NULL;
          };
      return jumps ? Instruction.wide(word) : pc;
    }
    strand.running(r);
    Object other = r[Instruction.b(word)];
    Object answer =
        switch (opcode) {
          case Opcode.JUMP_IF_LESS -> order(strand, code, pc, Comparison.Order.LESS, tested, other);
          case Opcode.JUMP_IF_LESS_EQUAL ->
              order(strand, code, pc, Comparison.Order.LESS_EQUAL, tested, other);
          case Opcode.JUMP_IF_GREATER ->
              order(strand, code, pc, Comparison.Order.GREATER, tested, other);
          case Opcode.JUMP_IF_GREATER_EQUAL ->
              order(strand, code, pc, Comparison.Order.GREATER_EQUAL, tested, other);
          default -> Comparison.notEqual(strand, code, pc - 1, tested, other);
        };
    boolean jumps = Truth.isTruthy(answer) != (opcode == Opcode.JUMP_UNLESS_NOT_EQUAL);
    return jumps ? code.targets[Instruction.c(word)] : pc;
  }

  private static Object order(
      Strand strand, Prototype code, int pc, Comparison.Order order, Object left, Object right) {
    return Comparison.compare(strand, code, pc - 1, order, left, right);
  }

  private static void build(Strand strand, Prototype code, Object[] r, long word) {
    int a = Instruction.a(word);
    int b = Instruction.b(word);
    int c = Instruction.c(word);
    switch ((int) word & 0xFFFF) {
      case Opcode.NEW_ARRAY -> r[a] = Construction.array(r, b, c);
      case Opcode.ARRAY_ADD -> Construction.add((ArrayValue) r[a], r[b]);
      case Opcode.ARRAY_SPREAD -> Construction.spread((ArrayValue) r[a], r[b]);
      case Opcode.NEW_TEXTS -> r[a] = ArrayValue.forTexts();
      case Opcode.NEW_DICT -> r[a] = new DictValue();
      case Opcode.DICT_PUT -> Construction.put((DictValue) r[a], r[b], r[c]);
      case Opcode.DICT_SPREAD -> Construction.spread((DictValue) r[a], r[b]);
      case Opcode.NEW_STRUCT ->
          r[a] = Construction.struct(strand, r, b, (Site.StructLiteral) code.sites[c]);
      case Opcode.DEFINE_STRUCT ->
          r[a] = Construction.define(r, b, (Site.StructDeclaration) code.sites[c]);
      case Opcode.CONCAT -> r[a] = Construction.concat(r, b, c);
      case Opcode.WRAP -> r[a] = Construction.wrap(r[b], c);
      default -> r[a] = Construction.tagged(r, b, (Site.Tagged) code.sites[c]);
    }
  }

  private static void takeApart(Prototype code, Object[] r, long word) {
    int a = Instruction.a(word);
    Object source = r[Instruction.b(word)];
    int c = Instruction.c(word);
    r[a] =
        switch ((int) word & 0xFFFF) {
          case Opcode.MATCH_CASE -> Patterns.matches(source, (Site.Case) code.sites[c]);
          case Opcode.PAYLOAD -> Patterns.payload(source, c);
          case Opcode.ELEMENT -> Container.shared(Patterns.element(source, c));
          case Opcode.TAKE_ELEMENT -> Patterns.taken(source, Patterns.element(source, c));
          case Opcode.ELEMENTS_FROM -> Patterns.elementsFrom(source, c);
          case Opcode.ENTRY -> Container.shared(Patterns.entry(source, (Site.Name) code.sites[c]));
          case Opcode.TAKE_ENTRY ->
              Patterns.taken(source, Patterns.entry(source, (Site.Name) code.sites[c]));
          default -> Construction.entriesExcept(source, ((Site.Names) code.sites[c]).names());
        };
  }

  private static void module(Strand strand, FunctionValue function, Object[] r, long word) {
    int a = Instruction.a(word);
    Prototype code = function.code;
    int wide = Instruction.wide(word);
    int c = Instruction.c(word);
    switch ((int) word & 0xFFFF) {
      case Opcode.IMPORT ->
          r[a] =
              strand
                  .isolate()
                  .modules()
                  .load(strand, function.module, (String) code.constants[wide]);
      case Opcode.NAMESPACE -> r[a] = imported(r, word).namespace(values(strand, r, word));
      case Opcode.EXPORTED ->
          r[a] =
              imported(r, word)
                  .require(((Site.Name) code.sites[c]).name(), values(strand, r, word));
      case Opcode.EXPORTED_RAW ->
          r[a] =
              imported(r, word).find(((Site.Name) code.sites[c]).name(), values(strand, r, word));
      default -> function.module.export(wide);
    }
  }

  private static ModuleInstance imported(Object[] r, long word) {
    return (ModuleInstance) r[Instruction.b(word)];
  }

  private static Object[] values(Strand strand, Object[] r, long word) {
    return strand.isolate().globals(imported(r, word));
  }

  private static void operate(Strand strand, Prototype code, Object[] r, long word, int pc) {
    int a = Instruction.a(word);
    Object left = r[Instruction.b(word)];
    int c = Instruction.c(word);
    strand.running(r);
    r[a] =
        switch ((int) word & 0xFFFF) {
          case Opcode.NEGATE -> Arithmetic.negate(strand, left);
          case Opcode.NOT -> Arithmetic.not(strand, left);
          case Opcode.TO_BOOL -> Truth.isTruthy(left);
          case Opcode.EQUAL -> Comparison.equal(strand, code, pc, left, r[c]);
          case Opcode.NOT_EQUAL -> Comparison.notEqual(strand, code, pc, left, r[c]);
          case Opcode.LESS ->
              Comparison.compare(strand, code, pc, Comparison.Order.LESS, left, r[c]);
          case Opcode.LESS_EQUAL ->
              Comparison.compare(strand, code, pc, Comparison.Order.LESS_EQUAL, left, r[c]);
          case Opcode.GREATER ->
              Comparison.compare(strand, code, pc, Comparison.Order.GREATER, left, r[c]);
          case Opcode.GREATER_EQUAL ->
              Comparison.compare(strand, code, pc, Comparison.Order.GREATER_EQUAL, left, r[c]);
          default -> throw new IllegalStateException("no such instruction: " + word);
        };
  }
}

package ruff.interpreter;

import ruff.bytecode.Feedback;
import ruff.bytecode.Instruction;
import ruff.bytecode.Prototype;
import ruff.bytecode.Site;
import ruff.value.Truth;

/** The frequent instructions, with operands for which the main loop has no case of its own. */
final class GeneralInstructions {
  private GeneralInstructions() {}

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
      case Opcode.ADD_THREE -> {
        strand.running(r);
        r[a] = Arithmetic.addThree(strand, code, pc - 1, r[b], r[b + 1], r[c]);
      }
      case Opcode.ADD, Opcode.SUBTRACT, Opcode.MULTIPLY, Opcode.DIVIDE, Opcode.MODULO ->
          r[a] = calculate(strand, code, r, word, pc - 1);
      case Opcode.JUMP_IF -> {
        return Truth.isTruthy(r[a]) ? Instruction.wide(word) : pc;
      }
      case Opcode.JUMP_UNLESS -> {
        return Truth.isTruthy(r[a]) ? pc : Instruction.wide(word);
      }
      case Opcode.JUMP_UNLESS_LESS -> {
        return holds(strand, code, pc, Comparison.Order.LESS, r, a, b) ? pc : code.targets[c];
      }
      case Opcode.JUMP_UNLESS_LESS_EQUAL -> {
        return holds(strand, code, pc, Comparison.Order.LESS_EQUAL, r, a, b) ? pc : code.targets[c];
      }
      case Opcode.JUMP_UNLESS_GREATER -> {
        return holds(strand, code, pc, Comparison.Order.GREATER, r, a, b) ? pc : code.targets[c];
      }
      case Opcode.JUMP_UNLESS_GREATER_EQUAL -> {
        return holds(strand, code, pc, Comparison.Order.GREATER_EQUAL, r, a, b)
            ? pc
            : code.targets[c];
      }
      case Opcode.JUMP_UNLESS_EQUAL -> {
        return equal(strand, code, pc - 1, r, r[a], r[b]) ? pc : code.targets[c];
      }
      case Opcode.JUMP_IF_EQUAL -> {
        return equal(strand, code, pc - 1, r, r[a], r[b]) ? code.targets[c] : pc;
      }
      case Opcode.LOAD_GLOBAL ->
          throw Errors.undefined(function.module.globalName(Instruction.wide(word)));
      case Opcode.GET_INDEX -> r[a] = Indexing.get(code, pc - 1, r[b], r[c]);
      case Opcode.SET_INDEX -> r[a] = Indexing.set(code, pc - 1, r[a], r[b], r[c]);
      case Opcode.GET_FIELD -> r[a] = Fields.get(r[b], (Site.Field) code.sites[c]);
      case Opcode.SET_FIELD -> r[a] = Fields.set(r[a], (Site.Field) code.sites[c], r[b]);
      case Opcode.CALL -> r[a] = Calls.slow(strand, r, b, (Site.Call) code.sites[c]);
      case Opcode.CALL_METHOD -> r[a] = Calls.slowMethod(strand, r, b, (Site.Method) code.sites[c]);
      case Opcode.LENGTH -> r[a] = Lengths.length(strand, r[b]);
      default -> {
        return RareInstructions.execute(strand, function, r, word, pc);
      }
    }
    return pc;
  }

  private static Object calculate(Strand strand, Prototype code, Object[] r, long word, int pc) {
    Object left = r[Instruction.b(word)];
    Object right = r[Instruction.c(word)];
    strand.running(r);
    return switch ((int) word & 0xFFFF) {
      case Opcode.ADD -> Arithmetic.add(strand, code, pc, left, right);
      case Opcode.SUBTRACT -> Arithmetic.subtract(strand, code, pc, left, right);
      case Opcode.MULTIPLY -> Arithmetic.multiply(strand, code, pc, left, right);
      case Opcode.DIVIDE -> Arithmetic.divide(strand, code, pc, left, right);
      default -> Arithmetic.modulo(strand, code, pc, left, right);
    };
  }

  private static boolean holds(
      Strand strand,
      Prototype code,
      int pc,
      Comparison.Order order,
      Object[] r,
      int left,
      int right) {
    strand.running(r);
    return Truth.isTruthy(Comparison.compare(strand, code, pc - 1, order, r[left], r[right]));
  }

  private static boolean equal(
      Strand strand, Prototype code, int pc, Object[] r, Object left, Object right) {
    if (left == right && left instanceof String) {
      code.feedback[pc] |= Feedback.TEXT;
      return true;
    }
    strand.running(r);
    return Truth.isTruthy(Comparison.equal(strand, code, pc, left, right));
  }
}

package ruff.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import ruff.bytecode.Instruction;
import ruff.bytecode.Op;
import ruff.bytecode.Operand;
import ruff.bytecode.Prototype;
import ruff.bytecode.Site;
import ruff.natives.NativeFunction;

/**
 * Finds where code uses native functions. It reads instructions: a name that hides a native is told
 * from the native, and every place counts, whether it can ever be reached or not.
 */
final class NativeUses {
  private final Prototype code;
  private final List<NativeUse> uses;

  private NativeUses(Prototype code, List<NativeUse> uses) {
    this.code = code;
    this.uses = uses;
  }

  /** Those of a function and everything inside. */
  static void collect(Prototype code, List<NativeUse> uses) {
    new NativeUses(code, uses).collect();
    for (Prototype child : code.children) {
      collect(child, uses);
    }
  }

  private void collect() {
    for (int pc = 0; pc < code.code.length; pc++) {
      long word = code.code[pc];
      Op op = Instruction.op(word);
      switch (op) {
        case CALL_NATIVE -> {
          Site.NativeCall site = (Site.NativeCall) code.sites[Instruction.c(word)];
          String name = ((NativeFunction) site.function).name();
          add(name, false, pc, arguments(pc, Instruction.b(word), site.argumentCount));
        }
        case CALL_METHOD -> {
          Site.Method site = (Site.Method) code.sites[Instruction.c(word)];
          add(site.name, true, pc, arguments(pc, Instruction.b(word), site.argumentCount + 1));
        }
        case LOAD_CONSTANT -> taken(code.constants[Instruction.wide(word)], pc);
        default -> registerOperands(word, op, pc);
      }
    }
  }

  private void registerOperands(long word, Op op, int pc) {
    readOperand(op.a(), Instruction.a(word), pc);
    if (!op.isWide()) {
      readOperand(op.b(), Instruction.b(word), pc);
      readOperand(op.c(), Instruction.c(word), pc);
    }
  }

  private void readOperand(Operand operand, int register, int pc) {
    if (operand.isRegister() && operand != Operand.DEF) {
      taken(code.template[register], pc);
    }
  }

  /** A native comes into a register: to be called at once, or for whatever else. */
  private void taken(Object value, int pc) {
    if (!(value instanceof NativeFunction function)) {
      return;
    }
    int register = Instruction.a(code.code[pc]);
    for (int next = pc + 1; next < code.code.length; next++) {
      long word = code.code[next];
      if (Instruction.op(word) == Op.CALL && Instruction.b(word) == register) {
        Site.Call site = (Site.Call) code.sites[Instruction.c(word)];
        add(function.name(), false, next, arguments(next, register + 1, site.argumentCount));
        return;
      }
      if (Instruction.op(word).a() == Operand.DEF && Instruction.a(word) == register) {
        break;
      }
    }
    add(function.name(), false, pc, null);
  }

  private void add(String name, boolean isMethod, int pc, List<Object> arguments) {
    uses.add(new NativeUse(name, isMethod, code.source.name(), code.position(pc), arguments));
  }

  private List<Object> arguments(int pc, int first, int count) {
    Object[] values = new Object[count];
    for (int i = 0; i < count; i++) {
      values[i] = constant(first + i, pc);
    }
    return Collections.unmodifiableList(Arrays.asList(values));
  }

  /** What a register holds for certain before an instruction, null when that is not known. */
  private Object constant(int register, int pc) {
    if (isConstant(register)) {
      return plain(code.template[register]);
    }
    for (int writer = pc - 1; writer >= 0; writer--) {
      long word = code.code[writer];
      if (Instruction.op(word).a() == Operand.DEF && Instruction.a(word) == register) {
        return isCertain(writer, pc) ? written(word, writer) : null;
      }
      if (Instruction.op(word).a() == Operand.UPDATE && Instruction.a(word) == register) {
        return null;
      }
    }
    return null;
  }

  private boolean isConstant(int register) {
    return register < code.template.length && code.template[register] != null;
  }

  private Object written(long word, int pc) {
    return switch (Instruction.op(word)) {
      case LOAD_CONSTANT -> plain(code.constants[Instruction.wide(word)]);
      case MOVE, MOVE_SHARED ->
          isConstant(Instruction.b(word)) ? plain(code.template[Instruction.b(word)]) : null;
      case NEW_ARRAY -> arguments(pc, Instruction.b(word), Instruction.c(word));
      default -> null;
    };
  }

  private static Object plain(Object value) {
    return switch (value) {
      case CharSequence text -> text.toString();
      case Long number -> number;
      case null, default -> null;
    };
  }

  /** Whether nothing comes between two instructions from elsewhere. */
  private boolean isCertain(int writer, int reader) {
    for (int pc = 0; pc < code.code.length; pc++) {
      int target = target(code.code[pc]);
      boolean inside = pc > writer && pc < reader;
      if (target > writer && target <= reader && !inside) {
        return false;
      }
    }
    for (Prototype.Handler handler : code.handlers) {
      if (handler.target() > writer && handler.target() <= reader) {
        return false;
      }
    }
    return true;
  }

  /** Where an instruction may jump to, -1 for nowhere. */
  private int target(long word) {
    Op op = Instruction.op(word);
    if (op.b() == Operand.WIDE_TARGET) {
      return Instruction.wide(word);
    }
    return op.c() == Operand.TARGET ? code.targets[Instruction.c(word)] : -1;
  }

  /** The uses in several functions. */
  static List<NativeUse> of(List<Prototype> functions) {
    List<NativeUse> uses = new ArrayList<>();
    functions.forEach(function -> collect(function, uses));
    return uses;
  }
}

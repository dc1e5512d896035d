package ruff.bytecode;

import java.util.List;
import java.util.StringJoiner;

/** Writes bytecode as text for people. */
public final class Disassembler {
  private final List<String> globals;
  private final StringBuilder out = new StringBuilder();

  private Disassembler(List<String> globals) {
    this.globals = globals;
  }

  /**
   * A function and all functions inside it.
   *
   * @param globals the names of the module's globals, by slot
   */
  public static String disassemble(Prototype function, List<String> globals) {
    Disassembler disassembler = new Disassembler(globals);
    disassembler.function(function);
    return disassembler.out.toString();
  }

  private void function(Prototype function) {
    out.append("function ")
        .append(function.name)
        .append(" (parameters ")
        .append(function.parameterCount)
        .append(", registers ")
        .append(function.template.length)
        .append(", captures ")
        .append(function.captures.length)
        .append(")\n");
    for (int pc = 0; pc < function.code.length; pc++) {
      instruction(function, pc);
    }
    for (Prototype.Handler handler : function.handlers) {
      out.append(
          String.format(
              "  handler %d..%d -> %d, error in r%d%n",
              handler.from(), handler.to(), handler.target(), handler.errorRegister()));
    }
    out.append('\n');
    function.childList().forEach(this::function);
  }

  private void instruction(Prototype function, int pc) {
    long word = function.code[pc];
    Op op = Instruction.op(word);
    StringJoiner operands = new StringJoiner(", ");
    operand(operands, op.a(), Instruction.a(word), function);
    if (op.isWide()) {
      operand(operands, op.b(), Instruction.wide(word), function);
    } else {
      operand(operands, op.b(), Instruction.b(word), function);
      operand(operands, op.c(), Instruction.c(word), function);
    }
    int line = function.position(pc).line();
    out.append(String.format("  %5d  line %-5d %-26s %s%n", pc, line, op, operands));
  }

  private void operand(StringJoiner operands, Operand kind, int field, Prototype function) {
    switch (kind) {
      case NONE -> {}
      case DEF, USE, UPDATE, WINDOW -> operands.add(register(field, function));
      case NUMBER -> operands.add(Integer.toString(field));
      case SITE -> operands.add(site(function.sites[field]));
      case TARGET -> operands.add("-> " + function.targets[field]);
      case WIDE_TARGET -> operands.add("-> " + field);
      case WIDE_CONSTANT -> operands.add(constant(function.constants[field]));
      case WIDE_GLOBAL -> operands.add("global " + globals.get(field));
      case WIDE_CHILD -> operands.add("function " + function.children[field].name);
    }
  }

  private static String register(int register, Prototype function) {
    Object constant = function.template[register];
    return constant == null ? "r" + register : constant(constant);
  }

  private static String constant(Object constant) {
    return constant instanceof String text
        ? '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"'
        : String.valueOf(constant);
  }

  private static String site(Site site) {
    return switch (site) {
      case Site.Call call -> call.argumentCount + " arguments";
      case Site.NativeCall call -> call.function + " with " + call.argumentCount + " arguments";
      case Site.Method method -> "." + method.name + " with " + method.argumentCount + " arguments";
      case Site.Field field -> "." + field.name;
      case Site.StructLiteral literal -> literal.name + " " + literal.fields;
      case Site.StructDeclaration declaration -> declaration.toString();
      case Site.Tagged tagged -> tagged.enumName() + "::" + tagged.variant();
      case Site.Case pattern -> "case " + pattern.variant();
      case Site.Name name -> name.name();
      case Site.Names names -> names.names().toString();
    };
  }
}

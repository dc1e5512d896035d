package ruff.bytecode;

import java.util.ArrayList;
import java.util.List;
import ruff.ast.Expr;

/** Checks every instruction of one function by itself, and the function's tables. */
final class CheckFields {
  private final Prototype function;
  private final int globals;
  private final int registers;
  private final List<Verifier.Finding> faults = new ArrayList<>();
  private int pc = -1;

  CheckFields(Prototype function, int globals) {
    this.function = function;
    this.globals = globals;
    this.registers = function.template.length;
  }

  List<Verifier.Finding> faults() {
    return faults;
  }

  void run() {
    pc = -1;
    frame();
    handlers();
    for (pc = 0; pc < function.code.length; pc++) {
      instruction(function.code[pc]);
    }
  }

  private void fault(String text) {
    faults.add(new Verifier.Finding(pc, text));
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      fault(otherwise);
    }
  }

  private void frame() {
    int filled = function.parameterCount + function.captures.length;
    require(function.code.length > 0, "has no code");
    require(filled <= registers, "the frame is too small for parameters and captures");
    for (int r = 0; r < Math.min(filled, registers); r++) {
      require(function.template[r] == null, "r" + r + " is a parameter or capture and a constant");
    }
    require(function.offsets.length == function.code.length, "offsets do not fit the code");
    require(function.feedback.length == function.code.length, "feedback does not fit the code");
    for (Prototype child : function.children) {
      for (int captured : child.captures) {
        require(captured >= 0 && captured < registers, child.name + " captures no register");
      }
    }
  }

  private void handlers() {
    List<Prototype.Handler> inner = new ArrayList<>();
    for (Prototype.Handler handler : function.handlers) {
      int from = handler.from();
      int to = handler.to();
      require(from >= 0 && from < to && to <= function.code.length, "a handler covers no code");
      target(handler.target());
      writable(handler.errorRegister());
      require(handler.target() < from || handler.target() >= to, "a handler covers itself");
      for (Prototype.Handler before : inner) {
        boolean apart = before.to() <= from || to <= before.from();
        boolean inside = from <= before.from() && before.to() <= to;
        require(apart || inside, "handlers do not nest");
      }
      inner.add(handler);
    }
  }

  private void instruction(long word) {
    if (((int) word & 0xFFFF) >= Op.count()) {
      fault("no such instruction: " + ((int) word & 0xFFFF));
      return;
    }
    Op op = Instruction.op(word);
    if (op.c() == Operand.SITE && !hasSite(op, Instruction.c(word))) {
      return;
    }
    field(op, op.a(), Instruction.a(word), word);
    if (op.isWide()) {
      field(op, op.b(), Instruction.wide(word), word);
    } else {
      field(op, op.b(), Instruction.b(word), word);
      field(op, op.c(), Instruction.c(word), word);
    }
  }

  private boolean hasSite(Op op, int index) {
    boolean fits =
        index < function.sites.length && Needs.site(op).isInstance(function.sites[index]);
    require(fits, "site " + index + " does not fit " + op);
    return fits;
  }

  private void field(Op op, Operand kind, int field, long word) {
    switch (kind) {
      case NONE -> require(field == 0, "an unused field is set");
      case USE -> register(field);
      case DEF, UPDATE -> writable(field);
      case WINDOW -> window(field, Needs.width(function, word));
      case NUMBER -> number(op, field);
      case SITE -> {} // checked first
      case TARGET -> {
        boolean known = field < function.targets.length;
        require(known, "no such target: " + field);
        if (known) {
          target(function.targets[field]);
        }
      }
      case WIDE_TARGET -> target(field);
      case WIDE_CONSTANT -> constant(op, field);
      case WIDE_GLOBAL -> require(field >= 0 && field < globals, "no such global: " + field);
      case WIDE_CHILD ->
          require(field >= 0 && field < function.children.length, "no such child: " + field);
    }
  }

  private boolean register(int register) {
    boolean exists = register >= 0 && register < registers;
    require(exists, "no such register: r" + register);
    return exists;
  }

  private void writable(int register) {
    if (register(register)) {
      require(function.template[register] == null, "writes the constant in r" + register);
    }
  }

  private void window(int first, int width) {
    require(first + width <= registers, "the window from r" + first + " leaves the frame");
  }

  private void number(Op op, int number) {
    switch (op) {
      case JUMP_BACK -> {
        require(number < function.loopTurns.length, "no such loop: " + number);
        require(Instruction.wide(function.code[pc]) <= pc, "JUMP_BACK goes forward");
      }
      case RANGE ->
          require(number >= 1 && number <= Needs.MAX_RANGE, "RANGE of " + number + " arguments");
      case WRAP -> require(number < Expr.WrapKind.values().length, "no such wrapper: " + number);
      default -> {}
    }
  }

  private void target(int target) {
    require(target >= 0 && target < function.code.length, "goes to " + target + ", not code");
  }

  private void constant(Op op, int index) {
    boolean known = index >= 0 && index < function.constants.length;
    require(known, "no such constant: " + index);
    if (known) {
      boolean named = op == Op.CHECK_DEFINED || op == Op.IMPORT;
      Object constant = function.constants[index];
      require(named ? constant instanceof String : constant != null, "a constant of a wrong kind");
    }
  }
}

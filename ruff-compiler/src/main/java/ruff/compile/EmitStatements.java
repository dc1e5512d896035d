package ruff.compile;

import java.util.List;
import ruff.ast.Block;
import ruff.ast.CasePattern;
import ruff.ast.Expr;
import ruff.ast.Identifier;
import ruff.ast.Node;
import ruff.ast.Pattern;
import ruff.ast.Stmt;
import ruff.bytecode.Op;
import ruff.bytecode.PrototypeBuilder.Label;
import ruff.bytecode.Site;
import ruff.resolve.Binding;

/** Writes the code of statements. */
final class EmitStatements {
  private final FunctionEmitter f;

  EmitStatements(FunctionEmitter f) {
    this.f = f;
  }

  void all(List<Stmt> statements) {
    for (Stmt statement : statements) {
      int mark = f.registers.mark();
      f.at(statement);
      emit(statement);
      f.registers.release(mark);
    }
  }

  void block(Block block) {
    int mark = f.registers.mark();
    f.openScope(f.resolution.scope(block), block);
    all(block.statements());
    f.registers.release(mark);
  }

  private void emit(Stmt statement) {
    switch (statement) {
      case Stmt.Declare s -> declare(s);
      case Stmt.Destructure s -> destructure(s);
      case Stmt.Assign s -> f.assignments.assign(s);
      case Stmt.ExpressionStatement s -> f.expressions.operand(s.expression());
      case Stmt.FunctionDeclaration s -> f.functions.declare(s);
      case Stmt.StructDeclaration s -> f.functions.declareStruct(s);
      case Stmt.EnumDeclaration s -> {}
      case Stmt.Import s -> f.modules.importAll(s);
      case Stmt.FromImport s -> f.modules.importNames(s);
      case Stmt.Export s -> export(s);
      case Stmt.Return s -> returnValue(s);
      case Stmt.If s -> ifElse(s);
      case Stmt.While s -> whileLoop(s.condition(), s.body(), s);
      case Stmt.Loop s -> whileLoop(s.condition(), s.body(), s);
      case Stmt.For s -> forLoop(s);
      case Stmt.Match s -> match(s);
      case Stmt.Try s -> tryExcept(s);
      case Stmt.Break s -> leave(s, "break");
      case Stmt.Continue s -> leave(s, "continue");
      case Stmt.Spawn s -> f.functions.spawn(s);
      case Stmt.Test s -> {}
      case Stmt.Missing s -> throw new CompileFault(s, "Invalid statement");
    }
  }

  private void export(Stmt.Export s) {
    emit(s.statement());
    f.modules.export(s);
  }

  private void declare(Stmt.Declare s) {
    if (s.pattern() instanceof Pattern.Name name) {
      Binding binding = f.resolution.declaration(name);
      boolean direct =
          binding != null
              && binding.storage() == Binding.Storage.REGISTER
              && f.resolution.lookup(name) == null;
      int register = direct ? f.register(binding) : f.temporary(s);
      f.expressions.ownedTo(s.value(), register);
      if (!direct) {
        f.at(s);
        f.patterns.declareName(name, name.name(), register);
      }
      return;
    }
    boolean ends = !f.ownership.isBorrowed(s.value());
    f.patterns.declare(s.pattern(), f.expressions.operand(s.value()), ends, s);
  }

  /** Takes the value apart from a register of its own: the pattern may assign to its variable. */
  private void destructure(Stmt.Destructure s) {
    int value = f.temporary(s);
    f.assignments.destructured(s, value);
    f.patterns.assign(s.pattern(), value, !f.ownership.isBorrowed(s.value()), s);
  }

  private void returnValue(Stmt.Return s) {
    if (s.value() == null) {
      f.code.emit(Op.RETURN, f.nullConstant(s));
      return;
    }
    int operand;
    if (s.value() instanceof Expr.Name name && isOwnVariable(name)) {
      operand = f.expressions.operand(name);
    } else if (s.value() instanceof Expr.Call call && givenAway(call) != null) {
      operand = f.temporary(s);
      f.calls.callReplacing(call, givenAway(call), operand);
    } else {
      operand = f.expressions.owned(s.value());
    }
    f.at(s);
    f.code.emit(Op.RETURN, operand);
  }

  /** Whether the frame alone holds the variable, so that its value can leave with the frame. */
  private boolean isOwnVariable(Expr.Name name) {
    Binding binding = f.resolution.lookup(name).single();
    return binding != null
        && binding.storage() == Binding.Storage.REGISTER
        && binding.owner() == f.scope
        && !binding.isCaptured()
        && (binding.kind() != Binding.Kind.PARAMETER || binding.isConsumed());
  }

  /** The variable whose value {@code return call(variable, ...)} may change in place, or null. */
  private Binding givenAway(Expr.Call call) {
    if (f.openTries > 0) {
      return null;
    }
    if (call.callee() instanceof Expr.Name callee && f.variables.isNative(callee)) {
      return givenToNative(call, callee);
    }
    for (Expr part : EmitCalls.parts(call)) {
      Binding binding =
          part instanceof Expr.Name name && isOwnVariable(name)
              ? f.resolution.lookup(name).single()
              : null;
      if (part instanceof Expr.Call inner) {
        binding = givenAway(inner);
      }
      if (binding != null && f.calls.isPassedOnce(call, binding)) {
        return binding;
      }
    }
    return null;
  }

  private Binding givenToNative(Expr.Call call, Expr.Name callee) {
    return f.environment.consumes(callee.name(), 0)
            && !call.arguments().isEmpty()
            && call.arguments().getFirst() instanceof Expr.Name variable
            && isOwnVariable(variable)
            && f.calls.isArgumentOnce(call, f.resolution.lookup(variable).single())
        ? f.resolution.lookup(variable).single()
        : null;
  }

  private void ifElse(Stmt.If s) {
    Label done = new Label();
    for (int i = 0; i < s.branches().size(); i++) {
      Stmt.Branch branch = s.branches().get(i);
      boolean last = i == s.branches().size() - 1 && s.orElse() == null;
      Label next = new Label();
      f.conditions.jumpUnless(branch.condition(), next);
      block(branch.body());
      if (!last) {
        f.code.emitJump(Op.JUMP, 0, done);
      }
      f.code.place(next);
    }
    if (s.orElse() != null) {
      block(s.orElse());
    }
    f.code.place(done);
  }

  private void whileLoop(Expr condition, Block body, Stmt s) {
    Label head = new Label();
    Label done = new Label();
    int loop = f.code.newLoop() & 0xFFFF;
    f.code.place(head);
    f.step();
    if (condition != null) {
      f.conditions.jumpUnless(condition, done);
    }
    f.loops.push(new FunctionEmitter.Loop(done, head, loop));
    block(body);
    f.loops.pop();
    f.at(s);
    f.code.emitJump(Op.JUMP_BACK, loop, head);
    f.code.place(done);
  }

  private void forLoop(Stmt.For s) {
    Label head = new Label();
    Label done = new Label();
    int loop = f.code.newLoop() & 0xFFFF;
    List<Expr> range = rangeArguments(s.iterable());
    int source = range == null ? iterator(s) : range(range, s);
    f.code.place(head);
    f.step();
    int mark = f.registers.mark();
    f.openScope(f.resolution.scope(s), s);
    int value = forTarget(s.pattern(), s);
    f.at(s.iterable());
    advance(range == null ? Op.NEXT : Op.RANGE_NEXT, value, source, done, s);
    f.patterns.declare(s.pattern(), value, false, s);
    f.loops.push(new FunctionEmitter.Loop(done, head, loop));
    block(s.body());
    f.loops.pop();
    f.registers.release(mark);
    f.at(s);
    f.code.emitJump(Op.JUMP_BACK, loop, head);
    f.code.place(done);
  }

  private void advance(Op op, int value, int source, Label done, Stmt node) {
    if (f.code.hasTargetSpace()) {
      f.code.emitTarget(op, value, source, done);
      return;
    }
    throw new CompileFault(node, "Function body is too large: it has too many branches");
  }

  /** The arguments of {@code range} when the loop can count by itself, or null. */
  private List<Expr> rangeArguments(Expr iterable) {
    boolean counts =
        iterable instanceof Expr.Call call
            && call.callee() instanceof Expr.Name name
            && name.name().equals("range")
            && f.variables.isNative(name)
            && !call.arguments().isEmpty()
            && call.arguments().size() <= 3;
    return counts ? ((Expr.Call) iterable).arguments() : null;
  }

  private int range(List<Expr> arguments, Stmt.For s) {
    int register = f.temporary(s);
    int base = f.registers.allocate(arguments.size(), s);
    for (int i = 0; i < arguments.size(); i++) {
      f.expressions.to(arguments.get(i), base + i);
    }
    f.at(s.iterable());
    f.code.emit(Op.RANGE, register, base, arguments.size());
    return register;
  }

  private int iterator(Stmt.For s) {
    int register = f.temporary(s);
    int operand = f.expressions.operand(s.iterable());
    f.at(s.iterable());
    f.code.emit(Op.ITERATE, register, operand);
    return register;
  }

  /** The register that takes each value: the variable's own where it has one. */
  private int forTarget(Pattern pattern, Stmt.For s) {
    Binding binding = pattern instanceof Pattern.Name name ? f.resolution.declaration(name) : null;
    boolean direct = binding != null && binding.storage() == Binding.Storage.REGISTER;
    return direct ? f.register(binding) : f.temporary(s);
  }

  private void match(Stmt.Match s) {
    int subject = f.expressions.operand(s.subject());
    if (f.ownership.isBorrowed(s.subject())) {
      int copy = f.temporary(s);
      f.code.emit(Op.MOVE, copy, subject);
      subject = copy;
    }
    Label done = new Label();
    for (Stmt.Case clause : s.cases()) {
      int mark = f.registers.mark();
      Label next = new Label();
      f.at(clause);
      f.openScope(f.resolution.scope(clause), clause);
      test(clause.pattern(), subject, next);
      if (clause.pattern() instanceof CasePattern.Tag tag) {
        bindPayload(tag, subject);
      }
      if (clause.guard() != null) {
        f.conditions.jumpUnless(clause.guard(), next);
      }
      block(clause.body());
      f.code.emitJump(Op.JUMP, 0, done);
      f.code.place(next);
      f.registers.release(mark);
    }
    if (s.orElse() != null) {
      block(s.orElse());
    }
    f.code.place(done);
  }

  private void test(CasePattern pattern, int subject, Label next) {
    int mark = f.registers.mark();
    switch (pattern) {
      case CasePattern.Wildcard p -> {}
      case CasePattern.Literal p -> {
        int verdict = f.temporary(p);
        f.code.emit(Op.EQUAL, verdict, subject, f.expressions.operand(p.value()));
        f.code.emitJump(Op.JUMP_UNLESS, verdict, next);
      }
      case CasePattern.Tag p -> {
        int verdict = f.temporary(p);
        String enumName = p.enumName() == null ? null : p.enumName().name();
        int site = f.site(new Site.Case(enumName, p.variant().name(), p.bindings().size()), p);
        f.code.emit(Op.MATCH_CASE, verdict, subject, site);
        f.code.emitJump(Op.JUMP_UNLESS, verdict, next);
      }
    }
    f.registers.release(mark);
  }

  private void bindPayload(CasePattern.Tag tag, int subject) {
    for (int i = 0; i < tag.bindings().size(); i++) {
      Identifier name = tag.bindings().get(i);
      if (!name.name().equals("_")) {
        int mark = f.registers.mark();
        int part = f.temporary(tag);
        f.code.emit(Op.PAYLOAD, part, subject, i);
        f.patterns.declareName(name, name.name(), part);
        f.registers.release(mark);
      }
    }
  }

  private void tryExcept(Stmt.Try s) {
    Label handler = new Label();
    Label done = new Label();
    int error = f.temporary(s);
    int from = f.code.pc();
    f.openTries++;
    block(s.body());
    f.openTries--;
    int to = f.code.pc();
    f.code.emitJump(Op.JUMP, 0, done);
    f.code.handler(from, to, handler, error);
    f.code.place(handler);
    int mark = f.registers.mark();
    f.openScope(f.resolution.scope(s), s);
    Node name = s.name();
    if (f.resolution.declaration(name) != null) {
      f.patterns.declareName(name, s.name().name(), error);
    }
    block(s.handler());
    f.registers.release(mark);
    f.code.place(done);
  }

  private void leave(Stmt s, String word) {
    FunctionEmitter.Loop loop = f.loops.peek();
    if (loop == null) {
      throw new CompileFault(s, word + " can only be used inside a loop");
    }
    if (word.equals("break")) {
      f.code.emitJump(Op.JUMP, 0, loop.onBreak());
    } else {
      f.code.emitJump(Op.JUMP_BACK, loop.number(), loop.onContinue());
    }
  }
}

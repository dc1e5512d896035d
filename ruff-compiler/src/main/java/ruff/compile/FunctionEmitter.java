package ruff.compile;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import ruff.ast.Node;
import ruff.bytecode.Op;
import ruff.bytecode.Prototype;
import ruff.bytecode.PrototypeBuilder;
import ruff.bytecode.PrototypeBuilder.Label;
import ruff.bytecode.Site;
import ruff.resolve.Binding;
import ruff.resolve.FunctionScope;
import ruff.resolve.Resolution;
import ruff.resolve.Scope;

/** The state of one function while its code is written, shared by the emitters of its parts. */
final class FunctionEmitter {
  /**
   * Where {@code break} and {@code continue} of a loop go, and the number its turns count under.
   */
  record Loop(Label onBreak, Label onContinue, int number) {}

  final PrototypeBuilder code;
  final FunctionScope scope;
  final Prototype.Kind kind;
  final Registers registers;
  final Resolution resolution;
  final Environment environment;
  final ModuleLayout layout;
  final Waits.Function waits;
  final Deque<Loop> loops = new ArrayDeque<>();

  /** How many {@code try} bodies are open here. */
  int openTries;

  final EmitVariables variables;
  final EmitExpressions expressions;
  final EmitLiterals literals;
  final EmitCalls calls;
  final EmitConditions conditions;
  final EmitAssignments assignments;
  final EmitPaths paths;
  final EmitPatterns patterns;
  final EmitStatements statements;
  final EmitFunctions functions;
  final EmitModules modules;
  final Ownership ownership;

  private final Map<Binding, Integer> captureRegisters = new HashMap<>();

  FunctionEmitter(
      PrototypeBuilder code,
      FunctionScope scope,
      Prototype.Kind kind,
      Resolution resolution,
      Environment environment,
      ModuleLayout layout) {
    this.code = code;
    this.scope = scope;
    this.kind = kind;
    this.resolution = resolution;
    this.environment = environment;
    this.layout = layout;
    this.waits = layout.waits().function(kind);
    this.registers = new Registers(code, 0);
    this.ownership = new Ownership(this);
    this.variables = new EmitVariables(this);
    this.expressions = new EmitExpressions(this);
    this.literals = new EmitLiterals(this);
    this.calls = new EmitCalls(this);
    this.conditions = new EmitConditions(this);
    this.assignments = new EmitAssignments(this);
    this.paths = new EmitPaths(this);
    this.patterns = new EmitPatterns(this);
    this.statements = new EmitStatements(this);
    this.functions = new EmitFunctions(this);
    this.modules = new EmitModules(this);
    if (environment.notesPlaces()) {
      code.notePlaces();
    }
    step();
  }

  /** At the start of a function and of each turn of a loop. */
  void step() {
    if (environment.countsSteps()) {
      code.emit(Op.STEP, 0);
    }
  }

  /** An emitter for a function inside this one. */
  FunctionEmitter nested(PrototypeBuilder builder, FunctionScope inner, Prototype.Kind innerKind) {
    return new FunctionEmitter(builder, inner, innerKind, resolution, environment, layout);
  }

  void at(Node node) {
    code.at(node.span().start());
  }

  int temporary(Node node) {
    return registers.allocate(node);
  }

  int site(Site site, Node node) {
    int index = code.site(site);
    if (index < 0) {
      throw new CompileFault(node, "Function body is too large: it has too many calls");
    }
    return index;
  }

  /** A constant as an operand: in the frame where there is room, else loaded into a temporary. */
  int constant(Object value, Node node) {
    int operand = code.constantOperand(value);
    if (operand >= 0) {
      return operand;
    }
    int register = temporary(node);
    code.emitWide(Op.LOAD_CONSTANT, register, code.constant(value));
    return register;
  }

  int nullConstant(Node node) {
    return constant(environment.nullValue(), node);
  }

  void raise(String message) {
    code.emitWide(Op.RAISE, 0, code.constant(message));
  }

  /** Takes the registers after the parameters for the captures. */
  void placeCaptures() {
    for (Binding binding : scope.captures()) {
      captureRegisters.put(binding, registers.allocate(null));
    }
  }

  /**
   * The register of a variable that is not a global: in this frame, or the copy among the captures.
   */
  int register(Binding binding) {
    return binding.owner() == scope ? binding.location() : captureRegisters.get(binding);
  }

  /** Gives the variables of a block their places; runs at every entry of the block. */
  void openScope(Scope block, Node node) {
    for (Binding binding : block.bindings()) {
      if (binding.kind() != Binding.Kind.PARAMETER
          && binding.kind() != Binding.Kind.RECEIVER_FIELD) {
        place(binding, node);
      }
    }
  }

  private void place(Binding binding, Node node) {
    boolean global = binding.storage() == Binding.Storage.GLOBAL;
    if (!global && binding.isTopLevel() && !registers.hasRoomFor(1)) {
      binding.setStorage(Binding.Storage.GLOBAL);
      global = true;
    }
    if (global) {
      layout.slot(binding);
      return;
    }
    int register = registers.allocate(node);
    binding.setLocation(register);
    if (binding.needsCell()) {
      binding.setStorage(Binding.Storage.CELL);
      code.emit(Op.NEW_CELL, register);
    } else if (binding.isMaybe()) {
      code.emit(Op.CLEAR, register);
    }
  }
}

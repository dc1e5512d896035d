package ruff.resolve;

import java.util.List;
import ruff.ast.Expr;
import ruff.ast.FunctionNode;

/** Resolves the names in expressions. */
final class ResolveExpressions {
  private final Resolver resolver;
  private final Names names;
  private final Resolution resolution;
  private final Predefined predefined;

  ResolveExpressions(Resolver resolver, Names names, Resolution resolution, Predefined predefined) {
    this.resolver = resolver;
    this.names = names;
    this.resolution = resolution;
    this.predefined = predefined;
  }

  void resolveAll(List<? extends Expr> expressions) {
    expressions.forEach(this::resolve);
  }

  void resolve(Expr expression) {
    switch (expression) {
      case Expr.IntLiteral e -> {}
      case Expr.FloatLiteral e -> {}
      case Expr.StringLiteral e -> {}
      case Expr.BoolLiteral e -> {}
      case Expr.NullLiteral e -> {}
      case Expr.Missing e -> {}
      case Expr.Name e -> resolveName(e);
      case Expr.Interpolation e -> resolveAll(e.parts());
      case Expr.Group e -> resolve(e.inner());
      case Expr.Spread e -> resolve(e.operand());
      case Expr.ArrayLiteral e -> resolveAll(e.elements());
      case Expr.DictLiteral e -> e.entries().forEach(this::resolveEntry);
      case Expr.StructLiteral e -> resolveStruct(e);
      case Expr.Unary e -> resolve(e.operand());
      case Expr.Binary e -> resolveBoth(e.left(), e.right());
      case Expr.Logical e -> resolveBoth(e.left(), e.right());
      case Expr.Pipe e -> resolveBoth(e.left(), e.right());
      case Expr.Call e -> resolveCall(e);
      case Expr.Index e -> resolveBoth(e.object(), e.index());
      case Expr.Field e -> resolve(e.object());
      case Expr.Propagate e -> resolve(e.operand());
      case Expr.Await e -> resolve(e.operand());
      case Expr.Yield e -> resolveOptional(e.operand());
      case Expr.Throw e -> resolveThrow(e);
      case Expr.Wrap e -> resolveWrap(e);
      case Expr.EnumValue e -> resolveAll(e.arguments());
      case Expr.Function e -> resolveFunction(e);
    }
  }

  /** Resolves a name that is read. */
  Lookup resolveName(Expr.Name name) {
    Lookup lookup = resolveWhole(name);
    lookup.candidates().forEach(candidate -> candidate.binding().noteLookedInto());
    return lookup;
  }

  /** Resolves the name of a value that is only passed to what takes packed texts. */
  private Lookup resolveWhole(Expr.Name name) {
    Lookup lookup = names.read(name.name());
    resolution.putLookup(name, lookup);
    if (lookup.candidates().isEmpty() && predefined.value(name.name()) == null) {
      resolution.putVisibleNames(name, names.visible());
    }
    return lookup;
  }

  private void resolveOptional(Expr expression) {
    if (expression != null) {
      resolve(expression);
    }
  }

  private void resolveBoth(Expr left, Expr right) {
    resolve(left);
    resolve(right);
  }

  private void resolveEntry(Expr.DictEntry entry) {
    resolveOptional(entry.key());
    resolve(entry.value());
  }

  private void resolveStruct(Expr.StructLiteral literal) {
    literal.fields().forEach(field -> resolve(field.value()));
    resolution.putLookup(literal, names.read(literal.name().name()));
  }

  private void resolveCall(Expr.Call call) {
    List<Expr> arguments = call.arguments();
    if (call.callee() instanceof Expr.Field field
        && field.object() instanceof Expr.Name receiver
        && predefined.takesPacked(field.name().name())) {
      resolveWhole(receiver);
      resolveAll(arguments);
      return;
    }
    resolve(call.callee());
    if (takesPacked(call.callee())
        && !arguments.isEmpty()
        && arguments.getFirst() instanceof Expr.Name first) {
      resolveWhole(first);
      resolveAll(arguments.subList(1, arguments.size()));
    } else {
      resolveAll(arguments);
    }
  }

  /** Whether a resolved callee is a native that takes packed texts, and no name of the program. */
  private boolean takesPacked(Expr callee) {
    return callee instanceof Expr.Name name
        && predefined.takesPacked(name.name())
        && resolution.lookup(name).candidates().isEmpty();
  }

  private void resolveThrow(Expr.Throw thrown) {
    if (thrown.arguments().size() != 1) {
      resolution.fault(thrown, "throw() requires exactly one argument");
    }
    resolveAll(thrown.arguments());
  }

  private void resolveWrap(Expr.Wrap wrap) {
    int given = wrap.arguments().size();
    String name = wrap.kind().family() + "::" + wrap.kind().word();
    if (wrap.kind() == Expr.WrapKind.NONE) {
      if (given != 0) {
        resolution.fault(wrap, name + " takes no arguments");
      }
    } else if (given != 1) {
      resolution.fault(wrap, name + "(...) requires exactly one argument");
    }
    resolveAll(wrap.arguments());
  }

  private void resolveFunction(Expr.Function expression) {
    FunctionNode function = expression.function();
    resolver.enqueue(expression, function, function.body(), false);
  }

  /**
   * Notes that {@code variable := native(variable, ...)}, the same with an index behind it, or
   * {@code return native(variable, ...)} gives the variable's value away.
   */
  void noteGivenAway(Expr value) {
    if (value instanceof Expr.Index index && index.object() instanceof Expr.Call inner) {
      noteGivenAway(inner);
    }
    if (value instanceof Expr.Call call
        && call.callee() instanceof Expr.Name callee
        && !call.arguments().isEmpty()
        && call.arguments().getFirst() instanceof Expr.Name variable
        && predefined.consumes(callee.name(), 0)) {
      for (Lookup.Candidate candidate : names.read(variable.name()).candidates()) {
        candidate.binding().noteConsumed();
      }
    }
  }

  /** Notes that {@code variable := call(variable)} may give the variable's value away. */
  void notePassedOn(Expr.Name variable, Expr value) {
    if (value instanceof Expr.Call call
        && (call.arguments().stream().anyMatch(argument -> isName(argument, variable))
            || call.callee() instanceof Expr.Field field && isName(field.object(), variable))) {
      names.read(variable.name()).candidates().forEach(c -> c.binding().noteConsumed());
    }
  }

  /** Notes that {@code [a, b] := call(a, b)} may give the value of any variable it names away. */
  void notePassedOn(Expr value) {
    if (value instanceof Expr.Call call) {
      call.arguments().forEach(this::noteConsumed);
      if (call.callee() instanceof Expr.Field field) {
        noteConsumed(field.object());
      }
    }
  }

  private void noteConsumed(Expr e) {
    if (e instanceof Expr.Name name) {
      names.read(name.name()).candidates().forEach(c -> c.binding().noteConsumed());
    }
  }

  private static boolean isName(Expr e, Expr.Name variable) {
    return e instanceof Expr.Name name && name.name().equals(variable.name());
  }

  /** Resolves the target of an assignment to a part of a variable. */
  void resolvePath(Expr target) {
    switch (target) {
      case Expr.Index index -> {
        resolvePath(index.object());
        resolve(index.index());
      }
      case Expr.Field field -> resolvePath(field.object());
      case Expr.Group group -> resolvePath(group.inner());
      case Expr.Name name -> resolveRoot(name);
      default -> resolve(target);
    }
  }

  private void resolveRoot(Expr.Name root) {
    for (Lookup.Candidate candidate : resolveName(root).candidates()) {
      candidate.binding().noteAssignment(names.function());
      candidate.binding().noteConsumed();
    }
  }
}

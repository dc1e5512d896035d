package ruff.tools.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ruff.ast.Expr;
import ruff.ast.Node;
import ruff.ast.Program;
import ruff.ast.Stmt;
import ruff.compile.Suggestions;
import ruff.resolve.Binding;
import ruff.resolve.Lookup;
import ruff.resolve.Predefined;
import ruff.resolve.Resolution;
import ruff.tools.types.Finding.Kind;

/**
 * What has been found out about one file so far.
 *
 * <p>A variable has a type when it is annotated, or when nothing ever assigns to it or to a part of
 * it after its definition; all others may hold anything.
 */
final class Knowledge {
  private final Program program;
  private final Resolution resolution;
  private final Predefined predefined;
  private final NativeResults natives;
  private final Map<Binding, Type> types = new HashMap<>();
  private final Map<Binding, Type> annotated = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  Knowledge(Program program, Resolution resolution, Predefined predefined, NativeResults natives) {
    this.program = program;
    this.resolution = resolution;
    this.predefined = predefined;
    this.natives = natives;
  }

  List<Finding> findings() {
    return findings;
  }

  void report(Node node, String message) {
    report(Kind.TYPE, node, message, null, null);
  }

  private void report(Kind kind, Node node, String message, String suggestion, String note) {
    findings.add(
        new Finding(
            kind, message, program.source().position(node.span().start()), suggestion, note));
  }

  /** Notes what a variable is defined with. */
  void define(Node declaration, Type annotation, Type value) {
    define(resolution.declaration(declaration), annotation, value);
  }

  /** Notes the value of a plain assignment, which may be a definition. */
  void define(Lookup target, Type value) {
    if (target != null && target.candidates().isEmpty()) {
      define(target.created(), Type.ANY, value);
    }
  }

  private void define(Binding binding, Type annotation, Type value) {
    if (binding == null) {
      return;
    }
    if (annotation != Type.ANY) {
      annotated.put(binding, annotation);
      types.put(binding, annotation);
    } else if (!binding.isReassigned() && !binding.isMaybe()) {
      Type other = types.put(binding, value);
      if (other != null) {
        types.put(binding, Type.ANY);
      }
    }
  }

  /** What a name's value surely is. */
  Type of(Expr.Name name) {
    return types.getOrDefault(only(name), Type.ANY);
  }

  /** The annotation of the variable that an assignment means, else {@link Type#ANY}. */
  Type annotationOf(Expr.Name name) {
    return annotated.getOrDefault(only(name), Type.ANY);
  }

  /** The only variable that a name can mean, defined by then or not; null when there are others. */
  private Binding only(Expr.Name name) {
    Lookup lookup = resolution.lookup(name);
    boolean one = lookup != null && lookup.candidates().size() == 1;
    boolean fallsBack = one && !lookup.isDefinite() && predefined.value(name.name()) != null;
    return one && !fallsBack ? lookup.candidates().getFirst().binding() : null;
  }

  /** Whether a function belongs to a block, so that it exists from its statement on. */
  boolean isNested(Stmt.FunctionDeclaration function) {
    Binding binding = resolution.declaration(function);
    return binding != null && !binding.isTopLevel();
  }

  Lookup lookup(Node name) {
    return resolution.lookup(name);
  }

  /** What a native of that name answers, when the name surely means a native. */
  Type nativeResult(Expr.Name name) {
    Lookup lookup = resolution.lookup(name);
    if (lookup == null || !lookup.candidates().isEmpty()) {
      return Type.ANY;
    }
    return switch (natives.of(name.name())) {
      case "int" -> Type.INT;
      case "float" -> Type.FLOAT;
      case "string" -> Type.STRING;
      case "bool" -> Type.BOOL;
      default -> Type.ANY;
    };
  }

  /** Reports a called name that nothing in the file or outside of it defines. */
  void checkDefined(Expr.Name callee) {
    Lookup lookup = resolution.lookup(callee);
    String name = callee.name();
    if (lookup != null && lookup.candidates().isEmpty() && predefined.value(name) == null) {
      Set<String> visible = new LinkedHashSet<>(resolution.visibleNames(callee));
      predefined.names().forEach(visible::add);
      report(
          Kind.UNDEFINED_FUNCTION,
          callee,
          "Undefined function '" + name + "'",
          Suggestions.nearest(name, visible),
          "Function must be defined before it is called");
    }
  }
}

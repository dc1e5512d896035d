package ruff.resolve;

import java.util.ArrayList;
import java.util.List;
import ruff.ast.Expr;
import ruff.ast.Node;
import ruff.ast.Pattern;
import ruff.ast.Stmt;

/** Which names an {@code export} statement marks. */
public final class Exports {
  private Exports() {}

  /** The nodes that name or declare the exported variables. */
  public static List<Node> of(Stmt.Export export) {
    List<Node> nodes = new ArrayList<>();
    switch (export.statement()) {
      case Stmt.Declare s -> collect(s.pattern(), nodes);
      case Stmt.Destructure s -> collect(s.pattern(), nodes);
      case Stmt.Assign s when s.target() instanceof Expr.Name name -> nodes.add(name);
      case Stmt.FunctionDeclaration s -> nodes.add(s);
      case Stmt.StructDeclaration s -> nodes.add(s);
      case Stmt.FromImport s -> nodes.addAll(s.names());
      case Stmt.ExpressionStatement s when s.expression() instanceof Expr.Name name ->
          nodes.add(name);
      default -> {}
    }
    return nodes;
  }

  private static void collect(Pattern pattern, List<Node> nodes) {
    switch (pattern) {
      case Pattern.Discard p -> {}
      case Pattern.Name p -> nodes.add(p);
      case Pattern.Array p -> {
        p.elements().forEach(element -> collect(element, nodes));
        if (p.rest() != null) {
          collect(p.rest(), nodes);
        }
      }
      case Pattern.Dict p -> {
        nodes.addAll(p.entries());
        if (p.rest() != null) {
          nodes.add(p.rest());
        }
      }
    }
  }

  /** The variable that such a node stands for, or null when there is none. */
  public static Binding binding(Node node, Resolution resolution) {
    Binding declared = resolution.declaration(node);
    if (declared != null) {
      return declared;
    }
    Lookup lookup = resolution.lookup(node);
    if (lookup == null) {
      return null;
    }
    if (lookup.created() != null) {
      return lookup.created();
    }
    return lookup.candidates().isEmpty() ? null : lookup.candidates().getFirst().binding();
  }
}

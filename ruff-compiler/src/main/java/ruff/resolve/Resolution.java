package ruff.resolve;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ruff.ast.Block;
import ruff.ast.Expr;
import ruff.ast.Node;

/** What the resolver found out about each piece of syntax. */
public final class Resolution {
  private final Map<Node, Lookup> lookups = new IdentityHashMap<>();
  private final Map<Node, Binding> declarations = new IdentityHashMap<>();
  private final Map<Node, FunctionScope> functions = new IdentityHashMap<>();
  private final Map<Node, Scope> scopes = new IdentityHashMap<>();
  private final Map<Node, List<Binding>> importTargets = new IdentityHashMap<>();
  private final Map<Node, Set<String>> visibleNames = new IdentityHashMap<>();
  private final Map<Node, Block> defaultBodies = new IdentityHashMap<>();
  private final Map<Node, Binding> emptyArrays = new IdentityHashMap<>();
  private final List<Fault> faults = new ArrayList<>();

  /** A compile error at a node. */
  public record Fault(Node node, String message) {}

  /** The meaning of a name that is read or assigned. */
  public Lookup lookup(Node name) {
    return lookups.get(name);
  }

  /** The variable that a node declares, or null when the declaration is a duplicate. */
  public Binding declaration(Node node) {
    return declarations.get(node);
  }

  /** The names that are visible where a name without meaning stands. */
  public Set<String> visibleNames(Node name) {
    return visibleNames.getOrDefault(name, Set.of());
  }

  /** The block that holds an import. */
  public Scope importScope(Node statement) {
    return scopes.get(statement);
  }

  /** The body of the function that a field's default became. */
  public Block defaultBody(Node field) {
    return defaultBodies.get(field);
  }

  /** The variables of its block that stand before an import. */
  public List<Binding> importTargets(Node statement) {
    return importTargets.get(statement);
  }

  /** The function or spawn block made from a node. */
  public FunctionScope function(Node node) {
    return functions.get(node);
  }

  /** The names of a block, loop, handler or case. */
  public Scope scope(Node node) {
    return scopes.get(node);
  }

  /** Whether texts in the array that an empty literal makes may be packed. */
  public boolean isForTexts(Expr.ArrayLiteral literal) {
    Binding variable = emptyArrays.get(literal);
    return variable != null && variable.holdsTexts();
  }

  public List<Fault> faults() {
    return faults;
  }

  void putLookup(Node node, Lookup lookup) {
    lookups.put(node, lookup);
  }

  void putDeclaration(Node node, Binding binding) {
    declarations.put(node, binding);
  }

  void putImportTargets(Node node, List<Binding> bindings) {
    importTargets.put(node, bindings);
  }

  void putVisibleNames(Node node, Set<String> names) {
    visibleNames.put(node, names);
  }

  void putDefaultBody(Node field, Block body) {
    defaultBodies.put(field, body);
  }

  void putFunction(Node node, FunctionScope function) {
    functions.put(node, function);
  }

  /** Notes which variable an empty array is given to. */
  void putEmptyArray(Node literal, Binding variable) {
    emptyArrays.put(literal, variable);
  }

  void putScope(Node node, Scope scope) {
    scopes.put(node, scope);
  }

  void fault(Node node, String message) {
    faults.add(new Fault(node, message));
  }
}

package ruff.resolve;

import java.util.ArrayList;
import java.util.List;
import ruff.ast.FunctionNode;

/** A function while it is resolved and emitted: its outermost block and what it captures. */
public final class FunctionScope {
  private final FunctionScope parent;
  private final FunctionNode node;
  private final int order;
  private final Scope definitionScope;
  private final boolean seesReceiverFields;
  private Scope scope;
  private final List<Binding> captures = new ArrayList<>();
  private final List<Binding> receiverFields = new ArrayList<>();

  /**
   * @param parent null for the top level of a file
   * @param node null for the top level and for spawn blocks
   * @param definitionScope the block that the function stands in
   * @param seesReceiverFields whether it is a method without {@code self}
   */
  FunctionScope(
      FunctionScope parent,
      FunctionNode node,
      int order,
      Scope definitionScope,
      boolean seesReceiverFields) {
    this.parent = parent;
    this.node = node;
    this.order = order;
    this.definitionScope = definitionScope;
    this.seesReceiverFields = seesReceiverFields;
  }

  public FunctionScope parent() {
    return parent;
  }

  public boolean isModule() {
    return parent == null;
  }

  FunctionNode node() {
    return node;
  }

  int order() {
    return order;
  }

  Scope definitionScope() {
    return definitionScope;
  }

  public boolean seesReceiverFields() {
    return seesReceiverFields;
  }

  void open(Scope outermost) {
    this.scope = outermost;
  }

  /** The block that holds the parameters. */
  public Scope scope() {
    return scope;
  }

  /**
   * The variables of enclosing functions that this one uses, in the order of its capture registers.
   */
  public List<Binding> captures() {
    return captures;
  }

  void capture(Binding binding) {
    if (!captures.contains(binding)) {
      captures.add(binding);
    }
  }

  /** The receiver's fields that the body may mean, each a variable set at entry. */
  public List<Binding> receiverFields() {
    return receiverFields;
  }
}

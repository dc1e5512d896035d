package ruff.parser;

import java.util.ArrayList;
import java.util.List;
import ruff.ast.Block;
import ruff.ast.Expr;
import ruff.ast.FunctionNode;
import ruff.ast.Identifier;
import ruff.ast.Stmt;
import ruff.ast.TypeExpr;
import ruff.lexer.TokenKind;

/** Reads functions: declarations, methods and function values. */
final class FunctionParser {
  /** Where a function stands, with the words that messages use there. */
  private enum Role {
    NAMED("after function name", "to close function parameter list", "function body"),
    VALUE(
        "after 'func' in function expression",
        "to close function expression parameter list",
        "function expression body");

    private final String openParameters;
    private final String closeParameters;
    private final String body;

    Role(String openParameters, String closeParameters, String body) {
      this.openParameters = openParameters;
      this.closeParameters = closeParameters;
      this.body = body;
    }
  }

  private final Grammar grammar;
  private final TokenCursor cursor;
  private final Recovery recovery;

  FunctionParser(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
    this.recovery = grammar.recovery;
  }

  Stmt declaration() {
    FunctionNode function = method();
    return new Stmt.FunctionDeclaration(function.span(), function);
  }

  /** A function with a name. */
  FunctionNode method() {
    return function(Role.NAMED);
  }

  Expr value() {
    int start = cursor.start();
    FunctionNode function = function(Role.VALUE);
    return function == null
        ? new Expr.Missing(cursor.since(start))
        : new Expr.Function(function.span(), function);
  }

  /** Null when a lone {@code async} turned out to be no function value. */
  private FunctionNode function(Role role) {
    int start = cursor.start();
    boolean async = cursor.accept(TokenKind.ASYNC);
    if (!cursor.accept(TokenKind.FUNC)) {
      recovery.fault("Expected 'func' after 'async'");
      if (role == Role.VALUE) {
        return null;
      }
    }
    boolean generator = cursor.accept(TokenKind.STAR);
    Identifier name =
        role == Role.NAMED
            ? grammar.declarations.name("Expected function name after 'func'")
            : null;
    List<FunctionNode.Parameter> parameters = parameters(role);
    TypeExpr result = cursor.accept(TokenKind.ARROW) ? grammar.types.type() : null;
    Block body = grammar.blocks.block(role.body);
    return new FunctionNode(cursor.since(start), name, async, generator, parameters, result, body);
  }

  private List<FunctionNode.Parameter> parameters(Role role) {
    if (!cursor.at(TokenKind.LEFT_PAREN)) {
      recovery.faultExpected(TokenKind.LEFT_PAREN, role.openParameters);
      return List.of();
    }
    List<FunctionNode.Parameter> parameters = new ArrayList<>();
    Items items = new Items(grammar, TokenKind.RIGHT_PAREN);
    while (items.next() && (cursor.at(TokenKind.IDENTIFIER) || cursor.at(TokenKind.SELF))) {
      int start = cursor.start();
      Identifier name = cursor.identifier();
      TypeExpr type = grammar.types.annotation();
      parameters.add(new FunctionNode.Parameter(cursor.since(start), name, type));
    }
    items.closeHere(role.closeParameters);
    return List.copyOf(parameters);
  }
}

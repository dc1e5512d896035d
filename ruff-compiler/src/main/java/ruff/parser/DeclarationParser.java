package ruff.parser;

import java.util.ArrayList;
import java.util.List;
import ruff.ast.Expr;
import ruff.ast.FunctionNode;
import ruff.ast.Identifier;
import ruff.ast.Pattern;
import ruff.ast.Stmt;
import ruff.ast.TypeExpr;
import ruff.lexer.TokenKind;

/** Reads variables, constants, structs and enums. */
final class DeclarationParser {
  private final Grammar grammar;
  private final TokenCursor cursor;
  private final Recovery recovery;

  DeclarationParser(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
    this.recovery = grammar.recovery;
  }

  /** {@code let} or {@code mut}. */
  Stmt variable(Stmt.DeclareKind kind) {
    int start = cursor.start();
    cursor.advance();
    Pattern pattern = grammar.patterns.pattern("Invalid statement");
    TypeExpr type = grammar.types.annotation();
    Expr value = initializer("in let declaration");
    return new Stmt.Declare(cursor.since(start), kind, pattern, type, value);
  }

  Stmt constant() {
    int start = cursor.start();
    cursor.advance();
    Identifier name = name("Expected constant name after 'const'");
    TypeExpr type = grammar.types.annotation();
    Expr value = initializer("in const declaration");
    Pattern pattern = new Pattern.Name(name.span(), name.name());
    return new Stmt.Declare(cursor.since(start), Stmt.DeclareKind.CONST, pattern, type, value);
  }

  /** Reads {@code := value}. */
  Expr initializer(String context) {
    if (Assignments.isPlain(cursor.kind())) {
      recovery.accept(cursor.kind());
      return assigned();
    }
    recovery.fault(
        "Expected assignment operator (':=' or '=') "
            + context
            + " but found "
            + cursor.peek().describe());
    return new Expr.Missing(cursor.here());
  }

  /** Reads the value of an assignment, behind its sign. */
  Expr assigned() {
    Expr value = grammar.expressions.expression();
    if (!recovery.isLost() && Assignments.isOperator(cursor.kind())) {
      recovery.fault(
          "Chained assignment is not supported; split the assignment into separate statements");
    }
    return value;
  }

  Stmt enumeration() {
    int start = cursor.start();
    cursor.advance();
    Identifier name = name("Expected enum name after 'enum'");
    List<Identifier> variants = new ArrayList<>();
    if (recovery.reachOpening("enum body")) {
      Items items = new Items(grammar, TokenKind.RIGHT_BRACE);
      while (items.next() && cursor.at(TokenKind.IDENTIFIER)) {
        variants.add(cursor.identifier());
      }
      items.close("to close enum body");
    }
    return new Stmt.EnumDeclaration(cursor.since(start), name, List.copyOf(variants));
  }

  Stmt struct() {
    int start = cursor.start();
    cursor.advance();
    Identifier name = name("Expected struct name after 'struct'");
    List<Stmt.FieldDeclaration> fields = new ArrayList<>();
    List<FunctionNode> methods = new ArrayList<>();
    if (recovery.reachOpening("struct body")) {
      recovery.accept(TokenKind.LEFT_BRACE);
      structBody(fields, methods);
    }
    return new Stmt.StructDeclaration(
        cursor.since(start), name, List.copyOf(fields), List.copyOf(methods));
  }

  private void structBody(List<Stmt.FieldDeclaration> fields, List<FunctionNode> methods) {
    ExpressionParser.Place outer = grammar.expressions.enter(ExpressionParser.Place.STATEMENT);
    while (!cursor.at(TokenKind.RIGHT_BRACE) && !endsBrokenBody()) {
      switch (cursor.kind()) {
        case FUNC, ASYNC -> methods.add(grammar.functions.method());
        case IDENTIFIER -> fields.add(field());
        case SEMICOLON -> cursor.advance();
        default -> recovery.faultExpected(TokenKind.RIGHT_BRACE, "to close struct body");
      }
      seekMember();
    }
    grammar.expressions.leaveTo(outer);
    recovery.expect(TokenKind.RIGHT_BRACE, "to close struct body");
  }

  /** A statement at the start of a line shows that the closing brace was forgotten. */
  private boolean endsBrokenBody() {
    boolean statement = isStatementWord() || isCallOrPath();
    return cursor.atEnd() || (statement && cursor.peek().startsLine());
  }

  private boolean isCallOrPath() {
    return cursor.at(TokenKind.IDENTIFIER)
        && switch (cursor.kindAfter(1)) {
          case LEFT_PAREN, LEFT_BRACKET, DOT -> true;
          default -> false;
        };
  }

  private boolean isStatementWord() {
    TokenKind kind = cursor.kind();
    boolean member = kind == TokenKind.FUNC || kind == TokenKind.ASYNC;
    return !member && TokenSets.STATEMENT_WORDS.contains(kind);
  }

  /** After a fault: skips to the next line of the struct. */
  private void seekMember() {
    boolean moved = false;
    while (recovery.isLost() && !cursor.atEnd() && !atMember(moved)) {
      recovery.skipOne();
      moved = true;
    }
    recovery.regain();
  }

  private boolean atMember(boolean moved) {
    return switch (cursor.kind()) {
      case RIGHT_BRACE, FUNC -> true;
      case IDENTIFIER -> cursor.peek().startsLine();
      default -> moved && cursor.peek().startsLine() && isStatementWord();
    };
  }

  private Stmt.FieldDeclaration field() {
    int start = cursor.start();
    Identifier name = cursor.identifier();
    TypeExpr type = grammar.types.annotation();
    Expr value = null;
    if (Assignments.isPlain(cursor.kind())) {
      recovery.accept(cursor.kind());
      value = grammar.expressions.expression();
    }
    Stmt.FieldDeclaration field = new Stmt.FieldDeclaration(cursor.since(start), name, type, value);
    recovery.accept(TokenKind.COMMA);
    return field;
  }

  /** Reads a name, or reports that it is missing. */
  Identifier name(String fault) {
    if (cursor.at(TokenKind.IDENTIFIER)) {
      return cursor.identifier();
    }
    recovery.fault(fault);
    return cursor.missingIdentifier();
  }
}

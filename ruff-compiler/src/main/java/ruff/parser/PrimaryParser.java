package ruff.parser;

import java.util.List;
import ruff.ast.Expr;
import ruff.ast.Identifier;
import ruff.lexer.Token;
import ruff.lexer.TokenKind;

/** Reads the expressions that operators work on. */
final class PrimaryParser {
  private final Grammar grammar;
  private final ExpressionParser expressions;
  private final LiteralParser literals;
  private final TokenCursor cursor;
  private final Recovery recovery;

  PrimaryParser(Grammar grammar) {
    this.grammar = grammar;
    this.expressions = grammar.expressions;
    this.literals = new LiteralParser(grammar);
    this.cursor = grammar.cursor;
    this.recovery = grammar.recovery;
  }

  Expr primary() {
    Token token = cursor.peek();
    return switch (token.kind()) {
      case INT -> new Expr.IntLiteral(cursor.advance().span(), token.intValue());
      case FLOAT -> new Expr.FloatLiteral(cursor.advance().span(), token.floatValue());
      case STRING -> new Expr.StringLiteral(cursor.advance().span(), token.stringValue());
      case TRUE -> new Expr.BoolLiteral(cursor.advance().span(), true);
      case FALSE -> new Expr.BoolLiteral(cursor.advance().span(), false);
      case NULL -> new Expr.NullLiteral(cursor.advance().span());
      case SELF -> new Expr.Name(cursor.advance().span(), token.text());
      case IDENTIFIER -> named();
      case LEFT_PAREN -> group();
      case LEFT_BRACKET -> literals.array();
      case LEFT_BRACE -> literals.dict();
      case STRING_OPEN -> literals.interpolation();
      case FUNC, ASYNC -> grammar.functions.value();
      case YIELD -> yielding();
      case INVALID -> new Expr.Missing(cursor.advance().span());
      default -> {
        recovery.fault("Expected expression");
        yield expressions.missing();
      }
    };
  }

  private Expr named() {
    Token name = cursor.peek();
    if (cursor.kindAfter(1) == TokenKind.DOUBLE_COLON) {
      return enumValue();
    }
    return switch (name.text()) {
      case "Ok" -> wrap(Expr.WrapKind.OK);
      case "Err" -> wrap(Expr.WrapKind.ERR);
      case "Some" -> wrap(Expr.WrapKind.SOME);
      case "None" -> {
        cursor.advance();
        yield new Expr.Wrap(name.span(), Expr.WrapKind.NONE, false, List.of());
      }
      case "throw" -> throwing();
      default -> startsStructLiteral() ? literals.struct() : plainName();
    };
  }

  private Expr plainName() {
    Token token = cursor.advance();
    return new Expr.Name(token.span(), token.text());
  }

  /** {@code Ok(value)} and its kin. */
  private Expr wrap(Expr.WrapKind kind) {
    int start = cursor.start();
    cursor.advance();
    if (!atArguments()) {
      recovery.fault("Expected '(' after '" + kind.word() + "'");
      return new Expr.Wrap(cursor.since(start), kind, false, List.of(expressions.missing()));
    }
    Expr value = inParentheses(closing(kind));
    return new Expr.Wrap(cursor.since(start), kind, false, List.of(value));
  }

  private static String closing(Expr.WrapKind kind) {
    return switch (kind) {
      case OK -> "to close Ok(...)";
      case ERR -> "to close Err(...)";
      case SOME, NONE -> "to close Some(...)";
    };
  }

  private Expr throwing() {
    int start = cursor.start();
    cursor.advance();
    if (!atArguments()) {
      recovery.fault("Expected '(' after 'throw'");
      return new Expr.Throw(cursor.since(start), List.of(expressions.missing()));
    }
    List<Expr> arguments = expressions.arguments("to close throw(...) arguments");
    return new Expr.Throw(cursor.since(start), arguments);
  }

  private Expr enumValue() {
    int start = cursor.start();
    Identifier enumName = cursor.identifier();
    cursor.advance();
    Identifier variant = grammar.declarations.name("Invalid statement");
    List<Expr> arguments =
        !recovery.isLost() && atArguments()
            ? expressions.arguments("to close tag expression arguments")
            : List.of();
    for (Expr.WrapKind kind : Expr.WrapKind.values()) {
      if (kind.family().equals(enumName.name()) && kind.word().equals(variant.name())) {
        return new Expr.Wrap(cursor.since(start), kind, true, arguments);
      }
    }
    return new Expr.EnumValue(cursor.since(start), enumName, variant, arguments);
  }

  private boolean atArguments() {
    return cursor.at(TokenKind.LEFT_PAREN) && !expressions.startsStatement(cursor.peek());
  }

  private Expr group() {
    int start = cursor.start();
    Expr inner = inParentheses("to close parenthesized expression");
    return new Expr.Group(cursor.since(start), inner);
  }

  private Expr inParentheses(String closing) {
    int open = cursor.index();
    cursor.advance();
    ExpressionParser.Place outer = expressions.enter(ExpressionParser.Place.BRACKETS);
    Expr inner = expressions.expression();
    expressions.leaveTo(outer);
    recovery.close(open, TokenKind.RIGHT_PAREN, closing);
    return inner;
  }

  /** The operand of {@code yield} must begin on its line. */
  private Expr yielding() {
    int start = cursor.start();
    cursor.advance();
    Token next = cursor.peek();
    boolean bare = next.startsLine() || !TokenSets.EXPRESSION_STARTS.contains(next.kind());
    Expr operand = bare ? null : expressions.expression();
    return new Expr.Yield(cursor.since(start), operand);
  }

  /** Whether the brace behind the current name belongs to a struct literal. */
  private boolean startsStructLiteral() {
    if (cursor.kindAfter(1) != TokenKind.LEFT_BRACE
        || cursor.tokenAt(cursor.index() + 1).startsLine()) {
      return false;
    }
    boolean field =
        cursor.kindAfter(2) == TokenKind.IDENTIFIER && cursor.kindAfter(3) == TokenKind.COLON;
    boolean empty = cursor.kindAfter(2) == TokenKind.RIGHT_BRACE;
    return field || (empty && expressions.place() != ExpressionParser.Place.HEADER);
  }
}

package ruff.parser;

import java.util.ArrayList;
import java.util.List;
import ruff.ast.Pattern;
import ruff.lexer.Token;
import ruff.lexer.TokenKind;

/** Reads the patterns of declarations, destructurings and {@code for}. */
final class PatternParser {
  private final Grammar grammar;
  private final TokenCursor cursor;
  private final Recovery recovery;

  PatternParser(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
    this.recovery = grammar.recovery;
  }

  /**
   * Reads a pattern.
   *
   * @param fault the message where no pattern starts
   */
  Pattern pattern(String fault) {
    return switch (cursor.kind()) {
      case IDENTIFIER -> name();
      case LEFT_BRACKET, LEFT_BRACE -> nested(fault);
      default -> {
        recovery.fault(fault);
        yield missing();
      }
    };
  }

  private Pattern nested(String fault) {
    boolean array = cursor.at(TokenKind.LEFT_BRACKET);
    if (!grammar.nesting.enterExpression(array ? "array pattern" : "dictionary pattern")) {
      return missing();
    }
    Pattern pattern = array ? array(fault) : dict(fault);
    grammar.nesting.leaveExpression();
    return pattern;
  }

  private Pattern array(String fault) {
    int start = cursor.start();
    List<Pattern> elements = new ArrayList<>();
    Pattern rest = null;
    Items items = new Items(grammar, TokenKind.RIGHT_BRACKET);
    while (rest == null && items.next()) {
      if (cursor.at(TokenKind.ELLIPSIS)) {
        rest = rest(fault);
      } else {
        elements.add(pattern(fault));
      }
    }
    items.close("to close array pattern");
    return new Pattern.Array(cursor.since(start), List.copyOf(elements), rest);
  }

  private Pattern dict(String fault) {
    int start = cursor.start();
    List<Pattern> entries = new ArrayList<>();
    Pattern rest = null;
    Items items = new Items(grammar, TokenKind.RIGHT_BRACE);
    while (rest == null && items.next()) {
      if (cursor.at(TokenKind.ELLIPSIS)) {
        rest = rest(fault);
      } else {
        entries.add(nameOr(fault));
      }
    }
    items.close("to close dictionary pattern");
    return new Pattern.Dict(cursor.since(start), List.copyOf(entries), rest);
  }

  private Pattern rest(String fault) {
    cursor.advance();
    return nameOr(fault);
  }

  private Pattern nameOr(String fault) {
    if (cursor.at(TokenKind.IDENTIFIER)) {
      return name();
    }
    recovery.fault(fault);
    return missing();
  }

  private Pattern name() {
    Token token = cursor.advance();
    return token.text().equals("_")
        ? new Pattern.Discard(token.span())
        : new Pattern.Name(token.span(), token.text());
  }

  /** A hole binds nothing. */
  private Pattern missing() {
    return new Pattern.Discard(cursor.here());
  }
}

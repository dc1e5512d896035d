package ruff.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import ruff.ast.Pattern;
import ruff.lexer.Token;
import ruff.lexer.TokenKind;

/** Reads the patterns of declarations, destructurings and {@code for}. */
final class PatternParser {
  private final Nesting nesting;
  private final TokenCursor cursor;
  private final Recovery recovery;

  PatternParser(Grammar grammar) {
    this.nesting = grammar.nesting;
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
      case LEFT_BRACKET -> nested("array pattern", () -> array(fault));
      case LEFT_BRACE -> nested("dictionary pattern", () -> dict(fault));
      default -> {
        recovery.fault(fault);
        yield missing();
      }
    };
  }

  private Pattern nested(String construct, Supplier<Pattern> inner) {
    if (!nesting.enterExpression(construct)) {
      return missing();
    }
    Pattern pattern = inner.get();
    nesting.leaveExpression();
    return pattern;
  }

  private Pattern array(String fault) {
    int open = cursor.index();
    int start = cursor.start();
    cursor.advance();
    List<Pattern> elements = new ArrayList<>();
    Pattern rest = null;
    boolean more = true;
    while (more && !cursor.at(TokenKind.RIGHT_BRACKET)) {
      if (cursor.at(TokenKind.ELLIPSIS)) {
        rest = rest(fault);
        more = false;
      } else {
        elements.add(pattern(fault));
        more = recovery.accept(TokenKind.COMMA);
      }
    }
    recovery.close(open, TokenKind.RIGHT_BRACKET, "to close array pattern");
    return new Pattern.Array(cursor.since(start), List.copyOf(elements), rest);
  }

  private Pattern dict(String fault) {
    int open = cursor.index();
    int start = cursor.start();
    cursor.advance();
    List<Pattern> entries = new ArrayList<>();
    Pattern rest = null;
    boolean more = true;
    while (more && !cursor.at(TokenKind.RIGHT_BRACE)) {
      if (cursor.at(TokenKind.ELLIPSIS)) {
        rest = rest(fault);
        more = false;
      } else {
        entries.add(nameOr(fault));
        more = recovery.accept(TokenKind.COMMA);
      }
    }
    recovery.close(open, TokenKind.RIGHT_BRACE, "to close dictionary pattern");
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

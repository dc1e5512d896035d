package ruff.parser;

import java.util.EnumSet;
import java.util.Set;
import ruff.lexer.TokenKind;

/** Which tokens may begin what. */
final class TokenSets {
  /** Words that begin a statement and nothing else, {@code func} and {@code async} apart. */
  static final Set<TokenKind> STATEMENT_WORDS =
      EnumSet.of(
          TokenKind.LET,
          TokenKind.MUT,
          TokenKind.CONST,
          TokenKind.FUNC,
          TokenKind.ASYNC,
          TokenKind.ENUM,
          TokenKind.STRUCT,
          TokenKind.IMPORT,
          TokenKind.FROM,
          TokenKind.EXPORT,
          TokenKind.RETURN,
          TokenKind.IF,
          TokenKind.WHILE,
          TokenKind.LOOP,
          TokenKind.FOR,
          TokenKind.MATCH,
          TokenKind.TRY,
          TokenKind.BREAK,
          TokenKind.CONTINUE,
          TokenKind.SPAWN,
          TokenKind.TEST,
          TokenKind.TEST_GROUP,
          TokenKind.TEST_SETUP,
          TokenKind.TEST_TEARDOWN);

  static final Set<TokenKind> EXPRESSION_STARTS =
      EnumSet.of(
          TokenKind.INT,
          TokenKind.FLOAT,
          TokenKind.STRING,
          TokenKind.STRING_OPEN,
          TokenKind.INVALID,
          TokenKind.TRUE,
          TokenKind.FALSE,
          TokenKind.NULL,
          TokenKind.IDENTIFIER,
          TokenKind.SELF,
          TokenKind.LEFT_PAREN,
          TokenKind.LEFT_BRACKET,
          TokenKind.LEFT_BRACE,
          TokenKind.FUNC,
          TokenKind.ASYNC,
          TokenKind.YIELD,
          TokenKind.AWAIT,
          TokenKind.MINUS,
          TokenKind.NOT);

  /** Words that go on with the statement whose block ends before them. */
  static final Set<TokenKind> CLAUSE_WORDS =
      EnumSet.of(TokenKind.ELSE, TokenKind.EXCEPT, TokenKind.CASE, TokenKind.DEFAULT);

  private TokenSets() {}

  static boolean startsStatement(TokenKind kind) {
    return STATEMENT_WORDS.contains(kind) || EXPRESSION_STARTS.contains(kind);
  }
}

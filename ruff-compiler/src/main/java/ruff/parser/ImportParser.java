package ruff.parser;

import java.util.ArrayList;
import java.util.List;
import ruff.ast.Identifier;
import ruff.ast.Stmt;
import ruff.lexer.Token;
import ruff.lexer.TokenKind;

/** Reads {@code import a} and {@code from a.b import x, y}. */
final class ImportParser {
  private final DeclarationParser declarations;
  private final TokenCursor cursor;
  private final Recovery recovery;

  ImportParser(Grammar grammar) {
    this.declarations = grammar.declarations;
    this.cursor = grammar.cursor;
    this.recovery = grammar.recovery;
  }

  Stmt module() {
    int start = cursor.start();
    cursor.advance();
    Identifier name = declarations.name("Expected module name after 'import'");
    expectEnd();
    return new Stmt.Import(cursor.since(start), name);
  }

  Stmt names() {
    int start = cursor.start();
    cursor.advance();
    List<Identifier> path = path();
    recovery.expect(TokenKind.IMPORT, "after module name in from-import statement");
    List<Identifier> names = new ArrayList<>();
    if (!recovery.isLost()) {
      do {
        names.add(declarations.name("Expected imported symbol name"));
      } while (recovery.accept(TokenKind.COMMA));
      expectEnd();
    }
    return new Stmt.FromImport(cursor.since(start), path, List.copyOf(names));
  }

  private List<Identifier> path() {
    List<Identifier> path = new ArrayList<>();
    path.add(declarations.name("Expected module name after 'from'"));
    while (cursor.accept(TokenKind.DOT)) {
      path.add(
          declarations.name("Expected module path segment after '.' in from-import statement"));
    }
    return List.copyOf(path);
  }

  /** Other languages' {@code import a as b}, {@code import a.b} and {@code import a, b}. */
  private void expectEnd() {
    Token next = cursor.peek();
    boolean alias = next.kind() == TokenKind.IDENTIFIER && next.text().equals("as");
    boolean goesOn =
        switch (next.kind()) {
          case SEMICOLON, RIGHT_BRACE, END_OF_FILE -> false;
          default -> alias || !TokenSets.startsStatement(next.kind());
        };
    if (goesOn && !next.startsLine()) {
      recovery.fault("Expected end of statement after import");
    }
  }
}

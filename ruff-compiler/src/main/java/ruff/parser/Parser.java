package ruff.parser;

import java.nio.charset.StandardCharsets;
import java.util.List;
import ruff.ast.Program;
import ruff.ast.Stmt;
import ruff.lexer.LexResult;
import ruff.lexer.Lexer;
import ruff.lexer.Token;
import ruff.lexer.TokenKind;
import ruff.lexer.Trivia;
import ruff.source.Diagnostic;
import ruff.source.DiagnosticCode;
import ruff.source.DiagnosticLog;
import ruff.source.SourceText;
import ruff.source.Span;

/**
 * Reads a source text into a syntax tree: any text whatever, without throwing, in time and stack
 * that do not grow with the nesting of the text.
 *
 * <p>Recursive descent, one class for each part of the grammar ({@link Grammar} ties them
 * together). After a fault, reading goes on at the next statement; see {@link Recovery}.
 */
public final class Parser {
  private Parser() {}

  public static ParseResult parse(SourceText source) {
    int bytes = source.text().getBytes(StandardCharsets.UTF_8).length;
    if (bytes > ParseLimits.SOURCE_BYTES) {
      return tooLarge(source, bytes);
    }
    LexResult lexed = Lexer.lex(source);
    DiagnosticLog log = new DiagnosticLog(source);
    List<Stmt> statements = new Grammar(lexed.tokens(), log).statements.program();
    Program program = new Program(source, lexed.tokens(), statements);
    List<Diagnostic> diagnostics =
        lexed.diagnostics().isEmpty() ? log.toList() : lexed.diagnostics();
    return new ParseResult(program, diagnostics);
  }

  private static ParseResult tooLarge(SourceText source, int bytes) {
    DiagnosticLog log = new DiagnosticLog(source);
    String limit = " bytes exceeds maximum allowed " + ParseLimits.SOURCE_BYTES + " bytes";
    log.report(DiagnosticCode.SYNTAX, 0, "Source size " + bytes + limit);
    int length = source.text().length();
    Trivia skipped = new Trivia(Trivia.Kind.SKIPPED, new Span(0, length));
    Span end = new Span(length, length);
    Token only = new Token(TokenKind.END_OF_FILE, end, "", null, List.of(skipped), true);
    return new ParseResult(new Program(source, List.of(only), List.of()), log.toList());
  }
}

package ruff.parser;

import java.util.List;
import ruff.lexer.Token;
import ruff.source.DiagnosticLog;

/** The parts of the parser for one text, and what they share. */
final class Grammar {
  final TokenCursor cursor;
  final Recovery recovery;
  final Nesting nesting;
  final TypeParser types;
  final PatternParser patterns;
  final ExpressionParser expressions;
  final PrimaryParser primaries;
  final FunctionParser functions;
  final DeclarationParser declarations;
  final ImportParser imports;
  final ControlParser control;
  final MatchParser matches;
  final BlockParser blocks;
  final StatementParser statements;

  Grammar(List<Token> tokens, DiagnosticLog log) {
    cursor = new TokenCursor(tokens);
    recovery = new Recovery(cursor, BracketPairs.of(tokens), log);
    nesting = new Nesting(recovery);
    types = new TypeParser(this);
    patterns = new PatternParser(this);
    expressions = new ExpressionParser(this);
    primaries = new PrimaryParser(this);
    functions = new FunctionParser(this);
    declarations = new DeclarationParser(this);
    imports = new ImportParser(this);
    control = new ControlParser(this);
    matches = new MatchParser(this);
    blocks = new BlockParser(this);
    statements = new StatementParser(this);
  }
}

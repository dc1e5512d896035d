package ruff.lexer;

import java.util.List;
import ruff.source.Diagnostic;
import ruff.source.SourceText;

/** A text and what the lexer made of it, in forms that tests can compare. */
record Lexed(SourceText source, LexResult result) {
  static Lexed of(String text) {
    SourceText source = new SourceText("t.ruff", text);
    return new Lexed(source, Lexer.lex(source));
  }

  List<Token> tokens() {
    return result.tokens();
  }

  /** The kinds, without the end of the file. */
  List<TokenKind> kinds() {
    return tokens().stream().limit(tokens().size() - 1L).map(Token::kind).toList();
  }

  List<Trivia.Kind> trivia(int token) {
    return tokens().get(token).leading().stream().map(Trivia::kind).toList();
  }

  /** {@code LINE:COLUMN CODE MESSAGE} for each fault. */
  List<String> faults() {
    return result.diagnostics().stream().map(Lexed::line).toList();
  }

  /** All trivia and tokens, one after the other. */
  String joined() {
    StringBuilder joined = new StringBuilder();
    for (Token token : tokens()) {
      token.leading().forEach(piece -> joined.append(source.slice(piece.span())));
      joined.append(token.text());
    }
    return joined.toString();
  }

  private static String line(Diagnostic fault) {
    String place = fault.position().line() + ":" + fault.position().column();
    return place + " " + fault.code().id() + " " + fault.message();
  }
}

package ruff.lexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import ruff.source.Diagnostic;
import ruff.source.Position;

class LexerPropertyTest {
  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(40);
    Arbitrary<String> fragments =
        Arbitraries.of(
            "\"",
            "${",
            "}",
            "{",
            "\\",
            "\\n",
            "\n",
            "\r\n",
            "\r",
            "#",
            "//",
            "/*",
            "*/",
            "1",
            ".",
            "1.5",
            "9999999999999999999",
            "12ab",
            "x",
            "let",
            "\u00e9",
            "\ud83d\ude00",
            "\ud83d",
            "\0",
            "@",
            " ",
            "\t",
            ":=",
            "?",
            "?.",
            "...",
            "&",
            "\uFEFF",
            "'");
    Arbitrary<String> soup = fragments.list().ofMaxSize(60).map(parts -> String.join("", parts));
    return Arbitraries.oneOf(any, soup, soup);
  }

  @Property(tries = 3000)
  void losesNoCharacter(@ForAll("texts") String text) {
    assertThat(Lexed.of(text).joined()).isEqualTo(text);
  }

  @Property
  void placesTokensAndTriviaWithoutGapOrOverlap(@ForAll("texts") String text) {
    int at = 0;
    for (Token token : Lexed.of(text).tokens()) {
      for (Trivia piece : token.leading()) {
        assertThat(piece.span().start()).isEqualTo(at);
        assertThat(piece.span().end()).isGreaterThan(at);
        at = piece.span().end();
      }
      assertThat(token.start()).isEqualTo(at);
      at = token.end();
    }
    assertThat(at).isEqualTo(text.length());
  }

  @Property
  void endsWithTheOnlyEndOfFile(@ForAll("texts") String text) {
    List<Token> tokens = Lexed.of(text).tokens();

    assertThat(tokens.getLast().kind()).isEqualTo(TokenKind.END_OF_FILE);
    assertThat(tokens.getLast().text()).isEmpty();
    assertThat(tokens).filteredOn(token -> token.kind() == TokenKind.END_OF_FILE).hasSize(1);
  }

  @Property
  void startsALineExactlyBehindALineEnd(@ForAll("texts") String text) {
    Lexed lexed = Lexed.of(text);
    int previousEnd = 0;
    for (Token token : lexed.tokens()) {
      String between = text.substring(previousEnd, token.start());
      boolean lineEnd = between.contains("\n") || between.contains("\r");
      boolean first = token == lexed.tokens().getFirst();
      assertThat(token.startsLine()).isEqualTo(first || lineEnd);
      previousEnd = token.end();
    }
  }

  @Property
  void reportsFaultsInTheOrderOfTheText(@ForAll("texts") String text) {
    List<Position> positions =
        Lexed.of(text).result().diagnostics().stream().map(Diagnostic::position).toList();

    assertThat(positions)
        .isSortedAccordingTo(
            java.util.Comparator.comparingInt(Position::line).thenComparingInt(Position::column));
  }

  @Property
  void closesEveryInterpolatedStringThatIsWellFormed(@ForAll("texts") String text) {
    Lexed lexed = Lexed.of(text);
    if (lexed.faults().isEmpty()) {
      int open = 0;
      for (Token token : lexed.tokens()) {
        open += token.kind() == TokenKind.STRING_OPEN ? 1 : 0;
        open -= token.kind() == TokenKind.STRING_CLOSE ? 1 : 0;
        assertThat(open).isNotNegative();
      }
      assertThat(open).isZero();
    }
  }
}

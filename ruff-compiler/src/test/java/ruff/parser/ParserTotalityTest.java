package ruff.parser;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ruff.ast.Node;
import ruff.lexer.Token;
import ruff.lexer.TokenKind;
import ruff.printer.SourcePrinter;

/** Whatever the text, the parser ends, keeps every character, and says what is wrong. */
class ParserTotalityTest {
  @Provide
  Arbitrary<String> soups() {
    Stream<String> spelled =
        Stream.of(TokenKind.values()).map(TokenKind::spelling).filter(s -> s != null);
    Stream<String> others =
        Stream.of(
            "a", "b", "Ok", "None", "throw", "1", "2.5", "\"s\"", "\"${", "}\"", "\"", "as", "\n",
            "\n", "\n", "@", "12ab", "/*", "#");
    Arbitrary<String> fragment =
        Arbitraries.of(Stream.concat(spelled, others.flatMap(s -> Stream.of(s, s))).toList());
    return fragment.list().ofMaxSize(40).map(parts -> String.join(" ", parts));
  }

  /** A well-formed program with some of its tokens dropped or moved. */
  private static String damaged(long seed) {
    Random random = new Random(seed);
    Parsed whole = Parsed.of(SourcePrinter.print(new RandomTrees(seed, 15).program()));
    List<Token> tokens = new ArrayList<>(whole.result().program().tokens());
    for (int i = random.nextInt(3); i >= 0; i--) {
      Token token = tokens.remove(random.nextInt(tokens.size()));
      if (random.nextBoolean()) {
        tokens.add(random.nextInt(tokens.size() + 1), token);
      }
    }
    return text(whole, tokens);
  }

  private static String text(Parsed parsed, List<Token> tokens) {
    StringBuilder text = new StringBuilder();
    for (Token token : tokens) {
      token.leading().forEach(piece -> text.append(parsed.source().slice(piece.span())));
      text.append(token.text());
    }
    return text.toString();
  }

  @Property(tries = 5000)
  void readsAnySoupOfTokens(@ForAll("soups") String source) {
    check(source);
  }

  @Property(tries = 1000)
  void readsAnyDamagedProgram(@ForAll long seed) {
    check(damaged(seed));
  }

  @Property
  void readsAnyText(@ForAll String source) {
    check(source);
  }

  private static void check(String source) {
    Parsed parsed = Parsed.of(source);
    assertThat(text(parsed, parsed.result().program().tokens())).isEqualTo(source);
    parsed.statements().forEach(statement -> checkSpans(statement, 0, source.length()));
    String shape = TreeShape.of(parsed.statements());
    boolean hasHoles = shape.contains("Missing") || shape.contains("Identifier(\"\")");
    if (hasHoles) {
      assertThat(parsed.faults()).isNotEmpty();
    }
    if (parsed.faults().isEmpty()) {
      String printed = SourcePrinter.print(parsed.statements());
      assertThat(SourcePrinter.print(Parsed.clean(printed))).isEqualTo(printed);
    }
  }

  /** Every node lies within the node it is part of. */
  private static void checkSpans(Node node, int start, int end) {
    if (node.span().start() < start || node.span().end() > end) {
      throw new AssertionError(node + " lies outside " + start + ".." + end);
    }
    for (RecordComponent part : node.getClass().getRecordComponents()) {
      checkPart(value(node, part), node.span().start(), node.span().end());
    }
  }

  private static void checkPart(Object part, int start, int end) {
    switch (part) {
      case Node child -> checkSpans(child, start, end);
      case List<?> children -> children.forEach(child -> checkPart(child, start, end));
      case null, default -> {}
    }
  }

  private static Object value(Node node, RecordComponent part) {
    try {
      return part.getAccessor().invoke(node);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        "\"${",
        "@",
        "if x {",
        "if x {\n",
        "- ",
        "!",
        "f(",
        "f(\n",
        "let ",
        "case ",
        "match x { case ",
        "func(",
        "func() {",
        "x := func() { f(",
        "export ",
        "a |> b ?? c || d && e == f < g + h * (",
        "yield ",
        "await ",
        "return ",
        "else if ",
        "{a: ",
        "P {a: ",
        "E::A(",
        "[1, 2 3, (",
        "([)",
        "({)",
        "try {",
        "struct S { func m() {",
        "let x: A<",
        "[[a] := ",
        "test \"",
        "\"a${b}",
        "\"${x",
        "if x\n",
        "}\n{",
        "\0",
        "x = "
      })
  void readsLongRunsOfAnythingOnASmallStack(String unit) throws InterruptedException {
    String source = unit.repeat(100_000 / unit.length());

    SmallStack.run(() -> assertThat(Parsed.of(source).result().program()).isNotNull());
  }
}

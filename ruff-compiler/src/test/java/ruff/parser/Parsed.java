package ruff.parser;

import java.util.List;
import ruff.ast.Expr;
import ruff.ast.Stmt;
import ruff.source.Diagnostic;
import ruff.source.SourceText;

/** A text and what the parser made of it, in forms that tests can compare. */
public record Parsed(SourceText source, ParseResult result) {
  public static Parsed of(String text) {
    SourceText source = new SourceText("t.ruff", text);
    return new Parsed(source, Parser.parse(source));
  }

  /** The shape of the only expression in a text without faults. */
  public static String expression(String text) {
    Stmt only = clean(text).getFirst();
    Expr expression = ((Stmt.ExpressionStatement) only).expression();
    return TreeShape.of(expression);
  }

  /** The shapes of the statements of a text without faults. */
  public static List<String> statements(String text) {
    return clean(text).stream().map(TreeShape::of).toList();
  }

  public static List<Stmt> clean(String text) {
    Parsed parsed = of(text);
    if (!parsed.result.isClean()) {
      throw new AssertionError(text + "\n" + parsed.faults());
    }
    return parsed.statements();
  }

  public List<Stmt> statements() {
    return result.program().statements();
  }

  /** {@code LINE:COLUMN MESSAGE} for each fault. */
  public List<String> faults() {
    return result.diagnostics().stream().map(Parsed::line).toList();
  }

  private static String line(Diagnostic fault) {
    return fault.position().line() + ":" + fault.position().column() + " " + fault.message();
  }
}

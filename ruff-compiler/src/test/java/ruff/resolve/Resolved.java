package ruff.resolve;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import ruff.ast.Block;
import ruff.ast.Expr;
import ruff.ast.FunctionNode;
import ruff.ast.Node;
import ruff.ast.Pattern;
import ruff.ast.Program;
import ruff.compile.TestEnvironment;
import ruff.parser.Parser;
import ruff.source.SourceText;
import ruff.source.Span;

/** A program with what the resolver found out about its names, in the order of the text. */
record Resolved(List<Node> nodes, Resolution resolution) {
  static Resolved of(String... lines) {
    String text = String.join("\n", lines);
    Program program = Parser.parse(new SourceText("t.ruff", text)).program();
    Block topLevel = new Block(new Span(0, text.length()), program.statements());
    List<Node> nodes = new ArrayList<>();
    collect(program.statements(), nodes);
    nodes.sort(Comparator.comparingInt(node -> node.span().start()));
    return new Resolved(nodes, Resolver.resolve(topLevel, new TestEnvironment()));
  }

  private static void collect(Object part, List<Node> into) {
    if (part instanceof List<?> list) {
      list.forEach(element -> collect(element, into));
    }
    if (part instanceof Node node) {
      into.add(node);
      for (RecordComponent component : node.getClass().getRecordComponents()) {
        collect(value(node, component), into);
      }
    }
  }

  private static Object value(Node node, RecordComponent component) {
    try {
      return component.getAccessor().invoke(node);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the name means at its occurrence of that number, from 0, in expressions and targets. */
  Lookup name(String name, int occurrence) {
    return nodes.stream()
        .filter(node -> node instanceof Expr.Name n && n.name().equals(name))
        .map(resolution::lookup)
        .toList()
        .get(occurrence);
  }

  /**
   * The variable that a pattern declares at its occurrence of that number; null for a duplicate.
   */
  Binding declared(String name, int occurrence) {
    List<Node> found =
        nodes.stream()
            .filter(node -> node instanceof Pattern.Name n && n.name().equals(name))
            .toList();
    return resolution.declaration(found.get(occurrence));
  }

  /** The parameter of that name. */
  Binding parameter(String name) {
    return nodes.stream()
        .filter(node -> node instanceof FunctionNode.Parameter p && p.name().name().equals(name))
        .map(resolution::declaration)
        .findFirst()
        .orElseThrow();
  }

  List<String> faults() {
    return resolution.faults().stream().map(Resolution.Fault::message).toList();
  }
}

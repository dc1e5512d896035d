package ruff.parser;

import java.lang.reflect.RecordComponent;
import java.util.List;
import ruff.source.Span;

/**
 * Writes a tree as text without its places, so that trees from different texts can be compared:
 * {@code Binary(ADD, Name("a"), IntLiteral(1))}. An absent part is {@code -}.
 */
public final class TreeShape {
  private final StringBuilder text = new StringBuilder();

  private TreeShape() {}

  /** The shape of a node or of a list of nodes. */
  public static String of(Object tree) {
    TreeShape shape = new TreeShape();
    shape.add(tree);
    return shape.text.toString();
  }

  private void add(Object part) {
    switch (part) {
      case null -> text.append('-');
      case String string -> text.append('"').append(string).append('"');
      case List<?> list -> sequence("[", list, "]");
      case Record node -> node(node);
      default -> text.append(part);
    }
  }

  private void node(Record node) {
    List<RecordComponent> parts =
        List.of(node.getClass().getRecordComponents()).stream()
            .filter(part -> part.getType() != Span.class)
            .toList();
    text.append(node.getClass().getSimpleName());
    String separator = "(";
    for (RecordComponent part : parts) {
      text.append(separator);
      add(value(node, part));
      separator = ", ";
    }
    text.append(parts.isEmpty() ? "" : ")");
  }

  private void sequence(String open, List<?> list, String close) {
    text.append(open);
    String separator = "";
    for (Object part : list) {
      text.append(separator);
      add(part);
      separator = ", ";
    }
    text.append(close);
  }

  private static Object value(Record node, RecordComponent part) {
    try {
      return part.getAccessor().invoke(node);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}

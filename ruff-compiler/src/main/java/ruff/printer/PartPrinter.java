package ruff.printer;

import java.util.Iterator;
import java.util.List;
import ruff.ast.CasePattern;
import ruff.ast.FunctionNode;
import ruff.ast.Identifier;
import ruff.ast.Pattern;
import ruff.ast.TypeExpr;

/** Writes what is neither statement nor expression: names, patterns, parameters and types. */
final class PartPrinter {
  private final SourceWriter out;
  private final ExpressionPrinter expressions;

  PartPrinter(SourceWriter out, ExpressionPrinter expressions) {
    this.out = out;
    this.expressions = expressions;
  }

  /** Writes parameters in their parentheses. */
  void parameters(List<FunctionNode.Parameter> parameters) {
    out.write("(");
    for (Iterator<FunctionNode.Parameter> i = parameters.iterator(); i.hasNext(); ) {
      FunctionNode.Parameter parameter = i.next();
      out.write(parameter.name().name());
      annotation(parameter.type());
      out.write(i.hasNext() ? ", " : "");
    }
    out.write(")");
  }

  void casePattern(CasePattern pattern) {
    switch (pattern) {
      case CasePattern.Tag tag -> {
        out.write(tag.enumName() == null ? "" : tag.enumName().name() + "::");
        out.write(tag.variant().name());
        if (!tag.bindings().isEmpty()) {
          out.write("(");
          names(tag.bindings(), ", ");
          out.write(")");
        }
      }
      case CasePattern.Wildcard wildcard -> out.write("_");
      case CasePattern.Literal literal -> expressions.print(literal.value());
    }
  }

  void annotation(TypeExpr type) {
    if (type != null) {
      out.write(": ");
      type(type);
    }
  }

  void type(TypeExpr type) {
    switch (type) {
      case TypeExpr.Named named -> {
        out.write(named.name());
        String separator = "<";
        for (TypeExpr argument : named.arguments()) {
          out.write(separator);
          type(argument);
          separator = ", ";
        }
        out.write(named.arguments().isEmpty() ? "" : ">");
      }
      case TypeExpr.Optional optional -> {
        type(optional.inner());
        out.write("?");
      }
      case TypeExpr.ArrayOf array -> {
        type(array.element());
        out.write("[]");
      }
    }
  }

  void pattern(Pattern pattern) {
    switch (pattern) {
      case Pattern.Name name -> out.write(name.name());
      case Pattern.Discard discard -> out.write("_");
      case Pattern.Array array -> patterns("[", array.elements(), array.rest(), "]");
      case Pattern.Dict dict -> patterns("{", dict.entries(), dict.rest(), "}");
    }
  }

  private void patterns(String open, List<Pattern> parts, Pattern rest, String close) {
    out.write(open);
    String separator = "";
    for (Pattern part : parts) {
      out.write(separator);
      pattern(part);
      separator = ", ";
    }
    if (rest != null) {
      out.write(separator).write("...");
      pattern(rest);
    }
    out.write(close);
  }

  void names(List<Identifier> names, String separator) {
    for (Iterator<Identifier> i = names.iterator(); i.hasNext(); ) {
      out.write(i.next().name()).write(i.hasNext() ? separator : "");
    }
  }
}

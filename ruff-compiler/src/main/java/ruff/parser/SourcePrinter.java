package ruff.parser;

import java.util.Iterator;
import java.util.List;
import ruff.ast.Block;
import ruff.ast.CasePattern;
import ruff.ast.Expr;
import ruff.ast.FunctionNode;
import ruff.ast.Identifier;
import ruff.ast.Pattern;
import ruff.ast.Program;
import ruff.ast.Stmt;
import ruff.ast.TypeExpr;

/**
 * Writes a tree as source text in one canonical layout: one statement a line, four blanks a level.
 *
 * <p>A tree that the grammar can express is read back as the same tree. Where it needs parentheses
 * that the tree does not have, they are written, and read back as {@link Expr.Group}s. Comments are
 * not part of the tree; the formatter, which keeps them, works on tokens.
 */
public final class SourcePrinter {
  private final SourceWriter out = new SourceWriter();
  private final ExpressionPrinter expressions = new ExpressionPrinter(out, this::function);

  private SourcePrinter() {}

  public static String print(Program program) {
    return print(program.statements());
  }

  public static String print(List<Stmt> statements) {
    SourcePrinter printer = new SourcePrinter();
    printer.lines(statements);
    return statements.isEmpty() ? "" : printer.out + "\n";
  }

  public static String print(Expr expression) {
    SourcePrinter printer = new SourcePrinter();
    printer.expressions.print(expression);
    return printer.out.toString();
  }

  private void lines(List<Stmt> statements) {
    boolean afterReturn = false;
    for (int i = 0; i < statements.size(); i++) {
      int end = out.length();
      if (i > 0) {
        out.newline();
      }
      int start = out.length();
      statement(statements.get(i));
      boolean startsWithMinus = out.length() > start && out.charAt(start) == '-';
      if (i > 0 && (afterReturn || startsWithMinus)) {
        out.insert(end, ";");
      }
      afterReturn = isBareReturn(statements.get(i));
    }
  }

  /** A bare {@code return} takes an expression on the next line as its value. */
  private static boolean isBareReturn(Stmt statement) {
    return switch (statement) {
      case Stmt.Return returned -> returned.value() == null;
      case Stmt.Export export -> isBareReturn(export.statement());
      default -> false;
    };
  }

  private void block(Block block) {
    out.write("{");
    if (!block.statements().isEmpty()) {
      out.indent();
      out.newline();
      lines(block.statements());
      out.outdent();
      out.newline();
    }
    out.write("}");
  }

  private void statement(Stmt statement) {
    switch (statement) {
      case Stmt.Declare declare -> declare(declare);
      case Stmt.Destructure destructure -> {
        pattern(destructure.pattern());
        value(destructure.value());
      }
      case Stmt.Assign assign -> assign(assign);
      case Stmt.ExpressionStatement expression -> expressions.print(expression.expression());
      case Stmt.FunctionDeclaration declaration -> function(declaration.function());
      case Stmt.StructDeclaration struct -> struct(struct);
      case Stmt.EnumDeclaration declaration -> {
        out.write("enum ").write(declaration.name().name()).write(" { ");
        names(declaration.variants(), ", ");
        out.write(" }");
      }
      case Stmt.Import imported -> out.write("import ").write(imported.module().name());
      case Stmt.FromImport imported -> {
        out.write("from ");
        names(imported.path(), ".");
        out.write(" import ");
        names(imported.names(), ", ");
      }
      case Stmt.Export export -> {
        out.write("export ");
        statement(export.statement());
      }
      case Stmt.Return returned -> {
        out.write(returned.value() == null ? "return" : "return ");
        optional(returned.value());
      }
      case Stmt.Break stop -> out.write("break");
      case Stmt.Continue next -> out.write("continue");
      case Stmt.Missing missing -> out.write("/* missing */");
      case Stmt.If _,
          Stmt.While _,
          Stmt.Loop _,
          Stmt.For _,
          Stmt.Match _,
          Stmt.Try _,
          Stmt.Spawn _,
          Stmt.Test _ ->
          compound(statement);
    }
  }

  private void compound(Stmt statement) {
    switch (statement) {
      case Stmt.If conditional -> conditional(conditional);
      case Stmt.While loop -> headed("while ", loop.condition(), loop.body());
      case Stmt.Loop loop when loop.condition() == null -> headed("loop ", loop.body());
      case Stmt.Loop loop -> headed("loop while ", loop.condition(), loop.body());
      case Stmt.For loop -> {
        out.write("for ");
        pattern(loop.pattern());
        headed(" in ", loop.iterable(), loop.body());
      }
      case Stmt.Match match -> match(match);
      case Stmt.Try attempt -> {
        headed("try ", attempt.body());
        headed(" except " + attempt.name().name() + " ", attempt.handler());
      }
      case Stmt.Spawn spawn -> headed("spawn ", spawn.body());
      case Stmt.Test test -> {
        String name = test.name() == null ? "" : LiteralText.quoted(test.name()) + " ";
        headed(test.kind().word() + " " + name, test.body());
      }
      default -> throw new IllegalArgumentException("not a compound statement: " + statement);
    }
  }

  private void headed(String words, Block body) {
    out.write(words);
    block(body);
  }

  private void headed(String words, Expr header, Block body) {
    out.write(words);
    expressions.printHeader(header);
    out.write(" ");
    block(body);
  }

  private void optional(Expr expression) {
    if (expression != null) {
      expressions.print(expression);
    }
  }

  private void value(Expr value) {
    out.write(" := ");
    expressions.print(value);
  }

  private void declare(Stmt.Declare declare) {
    out.write(declare.kind().word()).write(" ");
    pattern(declare.pattern());
    annotation(declare.type());
    value(declare.value());
  }

  private void assign(Stmt.Assign assign) {
    expressions.print(assign.target());
    out.write(assign.operator() == null ? " := " : " " + assign.operator().symbol() + "= ");
    expressions.print(assign.value());
  }

  private void struct(Stmt.StructDeclaration struct) {
    out.write("struct ").write(struct.name().name()).write(" {");
    out.indent();
    for (Stmt.FieldDeclaration field : struct.fields()) {
      out.newline();
      out.write(field.name().name());
      annotation(field.type());
      out.write(field.defaultValue() == null ? "" : " = ");
      optional(field.defaultValue());
      out.write(",");
    }
    for (FunctionNode method : struct.methods()) {
      out.newline();
      function(method);
    }
    out.outdent();
    out.newline();
    out.write("}");
  }

  private void conditional(Stmt.If conditional) {
    String words = "if ";
    for (Stmt.Branch branch : conditional.branches()) {
      headed(words, branch.condition(), branch.body());
      words = " else if ";
    }
    if (conditional.orElse() != null) {
      headed(" else ", conditional.orElse());
    }
  }

  private void match(Stmt.Match match) {
    out.write("match ");
    expressions.printHeader(match.subject());
    out.write(" {");
    out.indent();
    for (Stmt.Case next : match.cases()) {
      out.newline();
      out.write("case ");
      casePattern(next.pattern());
      if (next.guard() != null) {
        out.write(" if ");
        expressions.printHeader(next.guard());
      }
      headed(" ", next.body());
    }
    if (match.orElse() != null) {
      out.newline();
      headed("default ", match.orElse());
    }
    out.outdent();
    out.newline();
    out.write("}");
  }

  private void casePattern(CasePattern pattern) {
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

  private void function(FunctionNode function) {
    out.write(function.async() ? "async func" : "func");
    out.write(function.generator() ? "*" : "");
    if (function.name() != null) {
      out.write(" ").write(function.name().name());
    }
    out.write("(");
    for (Iterator<FunctionNode.Parameter> i = function.parameters().iterator(); i.hasNext(); ) {
      FunctionNode.Parameter parameter = i.next();
      out.write(parameter.name().name());
      annotation(parameter.type());
      out.write(i.hasNext() ? ", " : "");
    }
    out.write(") ");
    if (function.returnType() != null) {
      out.write("-> ");
      type(function.returnType());
      out.write(" ");
    }
    block(function.body());
  }

  private void annotation(TypeExpr type) {
    if (type != null) {
      out.write(": ");
      type(type);
    }
  }

  private void type(TypeExpr type) {
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

  private void pattern(Pattern pattern) {
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

  private void names(List<Identifier> names, String separator) {
    for (Iterator<Identifier> i = names.iterator(); i.hasNext(); ) {
      out.write(i.next().name()).write(i.hasNext() ? separator : "");
    }
  }
}

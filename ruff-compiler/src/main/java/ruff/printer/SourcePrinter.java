package ruff.printer;

import java.util.List;
import ruff.ast.Block;
import ruff.ast.Expr;
import ruff.ast.FunctionNode;
import ruff.ast.Program;
import ruff.ast.Stmt;

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
  private final PartPrinter parts = new PartPrinter(out, expressions);

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
      case Stmt.Destructure destructure -> destructure(destructure);
      case Stmt.Assign assign -> assign(assign);
      case Stmt.ExpressionStatement expression -> expressions.print(expression.expression());
      case Stmt.FunctionDeclaration declaration -> function(declaration.function());
      case Stmt.StructDeclaration struct -> struct(struct);
      case Stmt.EnumDeclaration enumeration -> enumeration(enumeration);
      case Stmt.Import imported -> out.write("import ").write(imported.module().name());
      case Stmt.FromImport imported -> fromImport(imported);
      case Stmt.Export export -> export(export);
      case Stmt.Return returned -> returned(returned);
      case Stmt.If conditional -> conditional(conditional);
      case Stmt.While loop -> headed("while ", loop.condition(), loop.body());
      case Stmt.Loop loop -> loop(loop);
      case Stmt.For loop -> forLoop(loop);
      case Stmt.Match match -> match(match);
      case Stmt.Try attempt -> attempt(attempt);
      case Stmt.Break stop -> out.write("break");
      case Stmt.Continue next -> out.write("continue");
      case Stmt.Spawn spawn -> headed("spawn ", spawn.body());
      case Stmt.Test test -> test(test);
      case Stmt.Missing missing -> out.write("/* missing */");
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

  private void value(Expr value) {
    out.write(" := ");
    expressions.print(value);
  }

  private void declare(Stmt.Declare declare) {
    out.write(declare.kind().word()).write(" ");
    parts.pattern(declare.pattern());
    parts.annotation(declare.type());
    value(declare.value());
  }

  private void assign(Stmt.Assign assign) {
    expressions.print(assign.target());
    out.write(assign.operator() == null ? " := " : " " + assign.operator().symbol() + "= ");
    expressions.print(assign.value());
  }

  private void destructure(Stmt.Destructure destructure) {
    parts.pattern(destructure.pattern());
    value(destructure.value());
  }

  private void enumeration(Stmt.EnumDeclaration enumeration) {
    boolean empty = enumeration.variants().isEmpty();
    out.write("enum ").write(enumeration.name().name()).write(empty ? " {" : " { ");
    parts.names(enumeration.variants(), ", ");
    out.write(empty ? "}" : " }");
  }

  private void fromImport(Stmt.FromImport imported) {
    out.write("from ");
    parts.names(imported.path(), ".");
    out.write(" import ");
    parts.names(imported.names(), ", ");
  }

  private void export(Stmt.Export export) {
    out.write("export ");
    statement(export.statement());
  }

  private void returned(Stmt.Return returned) {
    out.write("return");
    if (returned.value() != null) {
      out.write(" ");
      expressions.print(returned.value());
    }
  }

  private void struct(Stmt.StructDeclaration struct) {
    out.write("struct ").write(struct.name().name()).write(" ");
    openMembers();
    for (Stmt.FieldDeclaration field : struct.fields()) {
      out.newline();
      out.write(field.name().name());
      parts.annotation(field.type());
      if (field.defaultValue() != null) {
        out.write(" = ");
        expressions.print(field.defaultValue());
      }
      out.write(",");
    }
    for (FunctionNode method : struct.methods()) {
      out.newline();
      function(method);
    }
    closeMembers(struct.fields().isEmpty() && struct.methods().isEmpty());
  }

  private void openMembers() {
    out.write("{");
    out.indent();
  }

  private void closeMembers(boolean empty) {
    out.outdent();
    if (!empty) {
      out.newline();
    }
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

  private void loop(Stmt.Loop loop) {
    if (loop.condition() == null) {
      headed("loop ", loop.body());
    } else {
      headed("loop while ", loop.condition(), loop.body());
    }
  }

  private void forLoop(Stmt.For loop) {
    out.write("for ");
    parts.pattern(loop.pattern());
    headed(" in ", loop.iterable(), loop.body());
  }

  private void attempt(Stmt.Try attempt) {
    headed("try ", attempt.body());
    headed(" except " + attempt.name().name() + " ", attempt.handler());
  }

  private void test(Stmt.Test test) {
    String name = test.name() == null ? "" : LiteralText.quoted(test.name()) + " ";
    headed(test.kind().word() + " " + name, test.body());
  }

  private void match(Stmt.Match match) {
    out.write("match ");
    expressions.printHeader(match.subject());
    out.write(" ");
    openMembers();
    for (Stmt.Case next : match.cases()) {
      out.newline();
      out.write("case ");
      parts.casePattern(next.pattern());
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
    closeMembers(match.cases().isEmpty() && match.orElse() == null);
  }

  private void function(FunctionNode function) {
    out.write(function.async() ? "async func" : "func");
    out.write(function.generator() ? "*" : "");
    if (function.name() != null) {
      out.write(" ").write(function.name().name());
    }
    parts.parameters(function.parameters());
    out.write(" ");
    if (function.returnType() != null) {
      out.write("-> ");
      parts.type(function.returnType());
      out.write(" ");
    }
    block(function.body());
  }
}

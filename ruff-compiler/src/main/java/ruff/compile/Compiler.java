package ruff.compile;

import java.util.List;
import ruff.ast.Block;
import ruff.ast.Program;
import ruff.ast.Stmt;
import ruff.bytecode.Op;
import ruff.bytecode.Prototype;
import ruff.bytecode.PrototypeBuilder;
import ruff.resolve.FunctionScope;
import ruff.resolve.Resolution;
import ruff.resolve.Resolver;
import ruff.source.Diagnostic;
import ruff.source.DiagnosticCode;
import ruff.source.Span;

/** Turns a syntax tree without holes into bytecode. */
public final class Compiler {
  /** What comes out: a module, or the faults that prevent one. */
  public sealed interface Result {
    record Compiled(CompiledModule module) implements Result {}

    record Rejected(List<Diagnostic> diagnostics) implements Result {}
  }

  private Compiler() {}

  /**
   * Compiles a file. Test blocks are left out.
   *
   * <p>The depth of the recursion follows the depth of the tree: long chains of operators need a
   * large stack.
   */
  public static Result compile(Program program, Environment environment) {
    return compile(program, program.statements(), environment);
  }

  /**
   * Compiles other statements than the file's own, such as those of one test, against its source.
   */
  public static Result compile(Program program, List<Stmt> statements, Environment environment) {
    Block topLevel = new Block(new Span(0, program.source().text().length()), statements);
    Resolution resolution = Resolver.resolve(topLevel, environment);
    if (!resolution.faults().isEmpty()) {
      return new Result.Rejected(
          resolution.faults().stream()
              .map(fault -> diagnostic(program, fault.message(), fault.node().span()))
              .toList());
    }
    try {
      return new Result.Compiled(emit(program, topLevel, resolution, environment));
    } catch (CompileFault fault) {
      return new Result.Rejected(
          List.of(diagnostic(program, fault.getMessage(), fault.node().span())));
    }
  }

  private static CompiledModule emit(
      Program program, Block topLevel, Resolution resolution, Environment environment) {
    FunctionScope scope = resolution.function(topLevel);
    PrototypeBuilder builder =
        new PrototypeBuilder("<module>", Prototype.Kind.MODULE, program.source(), 0);
    ModuleLayout layout = new ModuleLayout();
    FunctionEmitter emitter =
        new FunctionEmitter(builder, scope, Prototype.Kind.MODULE, resolution, environment, layout);
    emitter.openScope(scope.scope(), topLevel);
    emitter.functions.hoist(topLevel.statements());
    emitter.statements.all(topLevel.statements());
    builder.emit(Op.RETURN, emitter.nullConstant(topLevel));
    Prototype main = builder.build();
    layout.waits().settle(main);
    return new CompiledModule(
        main, List.copyOf(layout.names()), layout.definitions(), program.statements().size());
  }

  private static Diagnostic diagnostic(Program program, String message, Span span) {
    return new Diagnostic(
        DiagnosticCode.VM,
        message,
        program.source().name(),
        program.source().position(span.start()));
  }
}

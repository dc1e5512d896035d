package ruff.cli;

import java.util.List;
import ruff.cli.ProgramSource.Loaded;
import ruff.engine.BackgroundListener;
import ruff.engine.Compilation;
import ruff.engine.CompiledProgram;
import ruff.engine.Engine;
import ruff.source.Diagnostic;
import ruff.source.DiagnosticCode.Subsystem;

/** A request whose program has been read and compiled, or not. */
sealed interface Prepared {
  /**
   * @param engine compiled the program and is to run it
   */
  record Ready(Engine engine, CompiledProgram program) implements Prepared {}

  /**
   * @param diagnostics at least one
   */
  record Rejected(List<Diagnostic> diagnostics) implements Prepared {
    int status() {
      boolean compileError = diagnostics.getFirst().code().subsystem() == Subsystem.VM;
      return compileError ? ExitStatus.RUNTIME : ExitStatus.SYNTAX;
    }
  }

  /**
   * @param message for the user
   */
  record Unreadable(String message) implements Prepared {}

  /**
   * @param background told what happens beside the program
   */
  static Prepared of(RunRequest request, Streams streams, BackgroundListener background) {
    return switch (request.source().load(streams.host())) {
      case Loaded.Unreadable unreadable -> new Unreadable(unreadable.message());
      case Loaded.Rejected rejected -> new Rejected(rejected.diagnostics());
      case Loaded.Program program -> {
        Engine engine = new Engine(request.config(streams, background));
        yield switch (engine.compile(program.source(), program.file())) {
          case Compilation.Rejected rejected -> new Rejected(rejected.diagnostics());
          case Compilation.Compiled compiled -> new Ready(engine, compiled.program());
        };
      }
    };
  }
}

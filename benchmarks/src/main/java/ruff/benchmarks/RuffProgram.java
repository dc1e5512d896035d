package ruff.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import ruff.engine.BackgroundListener;
import ruff.engine.Compilation;
import ruff.engine.CompiledProgram;
import ruff.engine.Engine;
import ruff.engine.EngineConfig;
import ruff.engine.Failure;
import ruff.engine.Outcome;
import ruff.host.Host;
import ruff.interpreter.HotCode;
import ruff.policy.Policy;
import ruff.source.SourceText;

/**
 * A program in an engine of its own, as the command line would set it up, and its function {@code
 * main} to be called again and again in one process.
 */
final class RuffProgram {
  private static final int PATIENCE_MILLIS = 10_000;

  private final MeasuredLibrary library = new MeasuredLibrary();
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final String name;
  private final String source;
  private final Engine engine;

  private RuffProgram(String name, String source, HotCode hotCode, List<String> arguments) {
    this.name = name;
    this.source = source;
    Host host = Host.inMemory("", output, output, Path.of("."));
    this.engine =
        new Engine(
            new EngineConfig(
                Policy.trusted(), host, library, arguments, PATIENCE_MILLIS, hotCode, SILENT));
  }

  static RuffProgram of(String name, String source, HotCode hotCode, String... arguments) {
    return new RuffProgram(name, source, hotCode, List.of(arguments));
  }

  /** The program, which has run once, with its function {@code main} ready to be called. */
  static RuffProgram withMain(Path file, HotCode hotCode, String... arguments) {
    String source = read(file) + "\n" + MeasuredLibrary.NAME + "(main)\n";
    RuffProgram program = of(file.toString(), source, hotCode, arguments);
    program.run(program.compile());
    return program;
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Parses and compiles to bytecode. */
  CompiledProgram compile() {
    return switch (engine.compile(new SourceText(name, source), null)) {
      case Compilation.Compiled compiled -> compiled.program();
      case Compilation.Rejected rejected ->
          throw new IllegalStateException(name + ": " + rejected.diagnostics());
    };
  }

  /** Runs all of it; what it prints is the result. */
  String run(CompiledProgram program) {
    output.reset();
    Outcome outcome = engine.run(program);
    if (!(outcome instanceof Outcome.Finished)) {
      throw new IllegalStateException(name + ": " + outcome + output);
    }
    return output.toString(StandardCharsets.UTF_8).strip();
  }

  /** Calls the function {@code main}. */
  Object main(long size) {
    return library.call(size);
  }

  private static final BackgroundListener SILENT =
      new BackgroundListener() {
        @Override
        public void failed(Failure failure) {
          throw new IllegalStateException(failure.message());
        }

        @Override
        public void exited(int status) {}
      };
}

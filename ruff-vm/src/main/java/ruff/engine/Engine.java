package ruff.engine;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import ruff.compile.Compiler;
import ruff.host.Host;
import ruff.interpreter.LibraryEnvironment;
import ruff.module.ReachableModules;
import ruff.parser.ParseResult;
import ruff.parser.Parser;
import ruff.policy.Meter;
import ruff.source.SourceText;

/**
 * Compiles and runs programs under one policy.
 *
 * <p>Every run is a world of its own: nothing that a program does is seen by another run.
 */
public final class Engine {
  private final EngineConfig config;
  private final LibraryEnvironment environment;

  public Engine(EngineConfig config) {
    this.config = config;
    this.environment =
        new LibraryEnvironment(
            config.library(),
            new Meter(config.limits(), _ -> {}).countsSteps(),
            config.policy().isHeard());
  }

  /**
   * Parses and compiles.
   *
   * @param file where the source stands; null for standard input and {@code -e}
   */
  public Compilation compile(SourceText source, Path file) {
    return BigStack.call(() -> compileHere(source, file));
  }

  private Compilation compileHere(SourceText source, Path file) {
    ParseResult parsed = Parser.parse(source);
    if (!parsed.diagnostics().isEmpty()) {
      return new Compilation.Rejected(parsed.diagnostics());
    }
    return switch (Compiler.compile(parsed.program(), environment)) {
      case Compiler.Result.Rejected rejected -> new Compilation.Rejected(rejected.diagnostics());
      case Compiler.Result.Compiled compiled ->
          new Compilation.Compiled(new Program(parsed.program(), compiled.module(), file));
    };
  }

  /** Runs a program that this engine has compiled, to its end. */
  public Outcome run(CompiledProgram program) {
    Program compiled = (Program) program;
    Run run = new Run(config, config.host(), compiled.file());
    return BigStack.call(() -> run.execute(compiled.module()));
  }

  /** Where a program and its modules use natives; nothing is run. */
  public Reach reach(CompiledProgram program) {
    Program compiled = (Program) program;
    Path file = Run.real(config.host(), compiled.file());
    ReachableModules modules = new ReachableModules(config.host(), environment, file);
    return BigStack.call(
        () -> new Reach(NativeUses.of(modules.of(compiled.module())), modules.missing()));
  }

  /** The {@code test} blocks of a program in the order of the file. */
  public List<TestCase> tests(CompiledProgram program) {
    return TestProgram.of(((Program) program).tree()).cases();
  }

  /** Runs the file's other statements, set-up, one test and tear-down, all afresh. */
  public TestOutcome runTest(CompiledProgram program, TestCase test) {
    Program compiled = (Program) program;
    TestProgram tests = TestProgram.of(compiled.tree());
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    Host isolated = config.host().isolated("", output, OutputStream.nullOutputStream());
    long start = config.host().clock().nanoTime();
    Outcome outcome = BigStack.call(() -> runTest(compiled, tests, test, isolated));
    long nanos = config.host().clock().nanoTime() - start;
    isolated.stdout().flush();
    String printed = output.toString(StandardCharsets.UTF_8);
    return switch (outcome) {
      case Outcome.Finished finished -> new TestOutcome(true, "", nanos, printed, null);
      case Outcome.Exited exited ->
          new TestOutcome(
              false, "The test ended the program: exit " + exited.status(), nanos, printed, null);
      case Outcome.Failed failed -> {
        Failure failure = failed.failure();
        String message = tests.failedInSetup(failure) ? "Setup failed: " : "";
        yield new TestOutcome(false, message + failure.message(), nanos, printed, failure);
      }
    };
  }

  private Outcome runTest(Program program, TestProgram tests, TestCase test, Host isolated) {
    return switch (Compiler.compile(program.tree(), tests.statements(test), environment)) {
      case Compiler.Result.Rejected rejected ->
          new Outcome.Failed(Failures.ofDiagnostic(rejected.diagnostics().getFirst()), List.of());
      case Compiler.Result.Compiled compiled ->
          new Run(config, isolated, program.file()).execute(compiled.module());
    };
  }
}

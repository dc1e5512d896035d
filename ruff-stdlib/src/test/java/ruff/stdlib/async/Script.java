package ruff.stdlib.async;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import ruff.engine.BackgroundListener;
import ruff.engine.Compilation;
import ruff.engine.Engine;
import ruff.engine.EngineConfig;
import ruff.engine.Failure;
import ruff.engine.Outcome;
import ruff.host.Host;
import ruff.interpreter.HotCode;
import ruff.policy.Policy;
import ruff.source.SourceText;
import ruff.stdlib.StandardLibrary;

/** A small program that is run to its end on an engine of its own. */
final class Script {
  /**
   * What came of it.
   *
   * @param lines what it printed
   * @param background messages of errors that ended spawned blocks
   * @param exits statuses that spawned blocks asked for
   */
  record Result(Outcome outcome, List<String> lines, List<String> background, List<Integer> exits) {
    /** The messages of what ended the program, in order; none when it ended well. */
    List<String> failures() {
      if (!(outcome instanceof Outcome.Failed failed)) {
        return List.of();
      }
      List<String> messages = new java.util.ArrayList<>(List.of(failed.failure().message()));
      failed.more().forEach(failure -> messages.add(failure.message()));
      return messages;
    }
  }

  private final String source;
  private Policy policy = Policy.trusted();
  private Path file;
  private long patienceMillis = 20_000;

  private Script(String source) {
    this.source = source;
  }

  static Script of(String source) {
    return new Script(source);
  }

  /** What a program prints that must end well, line by line. */
  static List<String> lines(String source) {
    Result result = of(source).run();
    if (!(result.outcome() instanceof Outcome.Finished)) {
      throw new AssertionError(result);
    }
    return result.lines();
  }

  Script under(Policy other) {
    policy = other;
    return this;
  }

  /** Where the program stands, so that it finds its modules. */
  Script at(Path path) {
    file = path;
    return this;
  }

  /** How long the main program may wait with nothing finishing. */
  Script patience(long millis) {
    patienceMillis = millis;
    return this;
  }

  Result run() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Path folder = file == null ? Path.of("/") : file.getParent();
    Heard heard = new Heard();
    Engine engine =
        new Engine(
            new EngineConfig(
                policy,
                Host.inMemory("", out, out, folder),
                new StandardLibrary(),
                List.of(),
                patienceMillis,
                HotCode.NONE,
                heard));
    return switch (engine.compile(new SourceText("test.ruff", source), file)) {
      case Compilation.Rejected rejected -> throw new AssertionError(rejected.diagnostics());
      case Compilation.Compiled compiled -> {
        Outcome outcome = engine.run(compiled.program());
        String printed = out.toString(StandardCharsets.UTF_8);
        yield new Result(outcome, printed.lines().toList(), heard.failures, heard.exits);
      }
    };
  }

  private static final class Heard implements BackgroundListener {
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final List<Integer> exits = new CopyOnWriteArrayList<>();

    @Override
    public void failed(Failure failure) {
      failures.add(failure.message());
    }

    @Override
    public void exited(int status) {
      exits.add(status);
    }
  }
}

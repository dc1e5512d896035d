package ruff.conformance;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import ruff.engine.BackgroundListener;
import ruff.engine.Compilation;
import ruff.engine.Engine;
import ruff.engine.EngineConfig;
import ruff.engine.Failure;
import ruff.engine.Outcome;
import ruff.host.Host;
import ruff.interpreter.HotCode;
import ruff.jit.JitLog;
import ruff.policy.Policy;
import ruff.source.SourceText;
import ruff.stdlib.StandardLibrary;

/** Runs a program in memory and keeps what the compiler of hot code tells meanwhile. */
class JitJournal implements JitLog.Reader {
  private static final int PATIENCE_MILLIS = 10_000;

  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final List<byte[]> classes = new CopyOnWriteArrayList<>();

  /**
   * Runs a program.
   *
   * @param hotCode makes the compiler that is to be used from the log
   * @return what the program printed, and how it ended; nothing for a faulty program
   */
  String run(String program, Function<JitLog, HotCode> hotCode) {
    var out = new ByteArrayOutputStream();
    Engine engine =
        new Engine(
            new EngineConfig(
                Policy.trusted(),
                Host.inMemory("", out, out, Path.of(".")),
                new StandardLibrary(),
                List.of(),
                PATIENCE_MILLIS,
                hotCode.apply(new JitLog(this)),
                SILENT));
    if (!(engine.compile(new SourceText("program.ruff", program), null)
        instanceof Compilation.Compiled compiled)) {
      return "";
    }
    Outcome outcome = engine.run(compiled.program());
    return out.toString(StandardCharsets.UTF_8)
        + (outcome instanceof Outcome.Finished ? "" : outcome);
  }

  /** The lines that begin with a word. */
  List<String> lines(String start) {
    return lines.stream().filter(line -> line.startsWith(start)).toList();
  }

  /** Every class that was made. */
  List<byte[]> classes() {
    return classes;
  }

  @Override
  public void line(String text) {
    lines.add(text);
  }

  @Override
  public void made(String name, byte[] bytes) {
    classes.add(bytes);
  }

  @Override
  public long now() {
    return System.nanoTime();
  }

  static final BackgroundListener SILENT =
      new BackgroundListener() {
        @Override
        public void failed(Failure failure) {}

        @Override
        public void exited(int status) {}
      };
}

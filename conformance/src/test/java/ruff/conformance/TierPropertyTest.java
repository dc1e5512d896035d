package ruff.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import ruff.engine.Compilation;
import ruff.engine.Engine;
import ruff.engine.EngineConfig;
import ruff.engine.Failure;
import ruff.engine.Outcome;
import ruff.host.Host;
import ruff.interpreter.HotCode;
import ruff.jit.Jit;
import ruff.jit.JitLog;
import ruff.policy.Budget;
import ruff.policy.Limits;
import ruff.policy.Policy;
import ruff.source.SourceText;
import ruff.stdlib.StandardLibrary;

/** Random programs show the same on every tier: output, error, its line and its frames. */
class TierPropertyTest {
  private static final int PATIENCE_MILLIS = 10_000;

  /** Soon enough for programs that end after some dozen turns. */
  private static final int CALLS = 12;

  private static final int TURNS = 15;

  /** Some random programs grow without end; those are left out by what tier 0 needs for them. */
  private static final Limits SHORT =
      new Limits(Map.of(Budget.STEPS, 300_000L, Budget.TIME, 8_000L));

  /** With a seed, so that a build is the same every time; others are tried by changing it. */
  @Property(tries = 2000, seed = "4711")
  void programsShowTheSameOnEveryTier(
      @ForAll @Size(min = 20, max = 400) List<@IntRange(min = 0, max = 999) Integer> numbers) {
    String program = TierProgram.make(new Choices(numbers));
    Assume.that(isShort(program));
    String interpreted = shown(program, HotCode.NONE);
    assertThat(shown(program, Jit.after(CALLS, TURNS, JitLog.NONE)))
        .as("when hot%n%s", program)
        .isEqualTo(interpreted);
    assertThat(shown(program, Jit.eager(JitLog.NONE)))
        .as("when compiled at once%n%s", program)
        .isEqualTo(interpreted);
  }

  private static boolean isShort(String program) {
    Engine engine = engine(new ByteArrayOutputStream(), HotCode.NONE, SHORT);
    return engine.compile(new SourceText("random.ruff", program), null)
            instanceof Compilation.Compiled compiled
        && !(engine.run(compiled.program()) instanceof Outcome.Failed failed
            && failed.failure().message().startsWith("Budget exceeded"));
  }

  private static Engine engine(ByteArrayOutputStream out, HotCode hotCode, Limits limits) {
    return new Engine(
        new EngineConfig(
            Policy.trusted(),
            Host.inMemory("", out, out, Path.of(".")),
            new StandardLibrary(),
            List.of(),
            PATIENCE_MILLIS,
            hotCode,
            JitJournal.SILENT,
            limits));
  }

  private static String shown(String program, HotCode hotCode) {
    var out = new ByteArrayOutputStream();
    Engine engine = engine(out, hotCode, Limits.NONE);
    return switch (engine.compile(new SourceText("random.ruff", program), null)) {
      case Compilation.Rejected rejected ->
          throw new AssertionError(rejected.diagnostics() + "\n" + program);
      case Compilation.Compiled compiled -> {
        String end = end(engine.run(compiled.program()));
        yield out.toString(StandardCharsets.UTF_8) + end;
      }
    };
  }

  private static String end(Outcome outcome) {
    if (!(outcome instanceof Outcome.Failed failed)) {
      return outcome.toString();
    }
    Failure failure = failed.failure();
    assertThat(failure.internal()).as(failure.message()).isFalse();
    return failure.message() + " at " + failure.position() + " in " + failure.frames();
  }
}

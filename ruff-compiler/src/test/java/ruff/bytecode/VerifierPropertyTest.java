package ruff.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import ruff.compile.Compiled;
import ruff.compile.CompiledModule;
import ruff.compile.Compiler;
import ruff.compile.TestEnvironment;
import ruff.parser.ParseResult;
import ruff.parser.Parser;
import ruff.parser.RandomTrees;
import ruff.printer.SourcePrinter;
import ruff.source.SourceText;

class VerifierPropertyTest {
  @Property(tries = 1000)
  void whateverTheCompilerAcceptsBecomesSoundCode(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int size) {
    boolean accepted = isSoundWhereAccepted(insideGenerator(seed, size));
    accepted |= isSoundWhereAccepted(statements(seed, size));

    Statistics.label("accepted")
        .collect(accepted)
        .coverage(coverage -> coverage.check(true).percentage(share -> share > 40));
  }

  private static String statements(long seed, int size) {
    return SourcePrinter.print(new RandomTrees(seed, size).program());
  }

  /** The same statements where {@code yield}, {@code break} and {@code continue} are no faults. */
  private static String insideGenerator(long seed, int size) {
    return "func* outer(a, total) {\nloop {\n" + statements(seed, size) + "\n}\n}";
  }

  private static boolean isSoundWhereAccepted(String text) {
    CompiledModule module = compile(text);
    if (module == null) {
      return false;
    }
    assertThat(new Compiled(module).verify()).as(text).isEmpty();
    return true;
  }

  private static CompiledModule compile(String text) {
    ParseResult parsed = Parser.parse(new SourceText("t.ruff", text));
    assertThat(parsed.diagnostics()).as(text).isEmpty();
    return switch (Compiler.compile(parsed.program(), new TestEnvironment())) {
      case Compiler.Result.Compiled compiled -> compiled.module();
      case Compiler.Result.Rejected rejected -> null;
    };
  }

  @Property(tries = 1000)
  void damagedCodeNeverUpsetsTheVerifier(@ForAll long seed) {
    CompiledModule module = compile(insideGenerator(seed, 20));
    if (module == null) {
      return;
    }
    Compiled program = new Compiled(module);
    Random random = new Random(seed);
    for (Prototype function : program.functions()) {
      function.code[random.nextInt(function.code.length)] ^= 1L << random.nextInt(Long.SIZE);
    }

    assertThat(program.verify()).allMatch(fault -> fault.pc() >= -1);
  }
}

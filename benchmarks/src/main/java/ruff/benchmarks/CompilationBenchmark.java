package ruff.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import ruff.engine.CompiledProgram;
import ruff.interpreter.HotCode;
import ruff.jit.Jit;
import ruff.jit.JitLog;

/**
 * What compiling costs for each function of a program of {@value #FUNCTIONS}: to bytecode, and to
 * Java classes. The latter is {@link #runCompiling} less {@link #runInterpreted}, which call every
 * function once.
 */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CompilationBenchmark {
  private static final int FUNCTIONS = 200;

  /** Function i gives i + 3 * 2 + 9 * 2 - 27. */
  private static final String RESULT =
      Integer.toString(FUNCTIONS * (FUNCTIONS - 1) / 2 - 3 * FUNCTIONS);

  /** A loop, an array, a branch and a call of a native. */
  private static final String FUNCTION =
      """
      func work#(values, limit) {
        mut total := #
        for value in values {
          if value < limit {
            total += value * 2
          } else {
            total -= abs(value)
          }
        }
        return total
      }
      sum += work#([3, 9, 27], 10)
      """;

  private RuffProgram compiling;
  private RuffProgram interpreted;
  private CompiledProgram fresh;

  @Setup
  public void start() {
    StringBuilder source = new StringBuilder("mut sum := 0\n");
    for (int i = 0; i < FUNCTIONS; i++) {
      source.append(FUNCTION.replace("#", Integer.toString(i)));
    }
    source.append("print(sum)\n");
    compiling = RuffProgram.of("compiled", source.toString(), Jit.eager(JitLog.NONE));
    interpreted = RuffProgram.of("interpreted", source.toString(), HotCode.NONE);
  }

  /** Code is kept with the bytecode, so that each run needs its own. */
  @Setup(Level.Invocation)
  public void forget() {
    fresh = compiling.compile();
  }

  @Benchmark
  @OperationsPerInvocation(FUNCTIONS)
  public CompiledProgram toBytecode() {
    return interpreted.compile();
  }

  @Benchmark
  @OperationsPerInvocation(FUNCTIONS)
  public String runCompiling() {
    return checked(compiling.run(fresh));
  }

  @Benchmark
  @OperationsPerInvocation(FUNCTIONS)
  public String runInterpreted() {
    return checked(interpreted.run(fresh));
  }

  private static String checked(String printed) {
    if (!printed.equals(RESULT)) {
      throw new IllegalStateException("the program prints " + printed);
    }
    return printed;
  }
}

package ruff.benchmarks;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.IntToLongFunction;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import ruff.benchmarks.programs.Fannkuch;
import ruff.benchmarks.programs.Fib;
import ruff.benchmarks.programs.LoopSum;
import ruff.benchmarks.programs.Mandelbrot;
import ruff.benchmarks.programs.Matmul;
import ruff.benchmarks.programs.Nbody;
import ruff.benchmarks.programs.NestedLoops;
import ruff.benchmarks.programs.Quicksort;
import ruff.benchmarks.programs.Sieve;
import ruff.benchmarks.programs.SpectralNorm;
import ruff.benchmarks.programs.ToplevelLoop;
import ruff.engine.CompiledProgram;
import ruff.jit.Jit;
import ruff.jit.JitLog;

/** Programs that compute, in steady state within one process, beside the same in Java. */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SteadyBenchmark {
  /** Where the programs are, from the folder in which benchmarks run. */
  private static final Path PROGRAMS = Path.of("programs");

  /** What runs at the top level has no function to call. */
  private static final String WHOLE = "toplevel_loop";

  /** The names of the programs. */
  @Param({
    "fannkuch",
    "fib",
    "loop_sum",
    "mandelbrot",
    "matmul",
    "nbody",
    "nested_loops",
    "quicksort",
    "sieve",
    "spectral_norm",
    "toplevel_loop"
  })
  public String program;

  private int size;
  private IntToLongFunction java;
  private RuffProgram ruff;
  private CompiledProgram whole;

  @Setup
  public void start() {
    size = size(program);
    java = java(program);
    Path file = PROGRAMS.resolve(program).resolve(program + ".ruff");
    if (program.equals(WHOLE)) {
      String words = Integer.toString(size);
      ruff = RuffProgram.of(program, RuffProgram.read(file), Jit.automatic(JitLog.NONE), words);
      whole = ruff.compile();
    } else {
      ruff = RuffProgram.withMain(file, Jit.automatic(JitLog.NONE), "1");
    }
    String wanted = Long.toString(java.applyAsLong(size));
    String got = ruff().toString().replaceFirst("^\\w+ ", "");
    if (!got.equals(wanted)) {
      throw new IllegalStateException(program + " gives " + got + ", in Java " + wanted);
    }
  }

  @Benchmark
  public Object ruff() {
    return whole == null ? ruff.main(size) : ruff.run(whole);
  }

  @Benchmark
  public long java() {
    return java.applyAsLong(size);
  }

  /** Some ten milliseconds of work. */
  private static int size(String program) {
    return switch (program) {
      case "fannkuch" -> 8;
      case "fib" -> 29;
      case "loop_sum" -> 5_000_000;
      case "mandelbrot" -> 200;
      case "matmul" -> 150;
      case "nbody" -> 50_000;
      case "nested_loops" -> 160;
      case "quicksort" -> 100_000;
      case "sieve" -> 1_000_000;
      case "spectral_norm" -> 150;
      case WHOLE -> 5_000_000;
      default -> throw new IllegalArgumentException(program);
    };
  }

  private static IntToLongFunction java(String program) {
    return switch (program) {
      case "fannkuch" -> Fannkuch::run;
      case "fib" -> Fib::run;
      case "loop_sum" -> LoopSum::run;
      case "mandelbrot" -> Mandelbrot::run;
      case "matmul" -> Matmul::run;
      case "nbody" -> Nbody::run;
      case "nested_loops" -> NestedLoops::run;
      case "quicksort" -> Quicksort::run;
      case "sieve" -> Sieve::run;
      case "spectral_norm" -> SpectralNorm::run;
      case WHOLE -> ToplevelLoop::run;
      default -> throw new IllegalArgumentException(program);
    };
  }
}

package ruff.benchmarks;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import ruff.interpreter.HotCode;
import ruff.jit.Jit;
import ruff.jit.JitLog;
import ruff.value.Display;

/**
 * What single operations cost, each in the loop of a small program of the folder {@code
 * operations}: nanoseconds for one turn of it, the loop itself included.
 */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class OperationBenchmark {
  /** Where the programs are, from the folder in which benchmarks run. */
  static final Path PROGRAMS = Path.of("operations");

  private static final int TURNS = 100_000;
  private static final int TRIAL = 1000;
  private static final Pattern PROMISE = Pattern.compile("main\\(1000\\) is (-?\\d+)\\.");

  /** The names of the programs. */
  @Param({
    "array_push",
    "array_read_bools",
    "array_read_floats",
    "array_read_ints",
    "array_read_objects",
    "array_write_bools",
    "array_write_floats",
    "array_write_ints",
    "array_write_objects",
    "call",
    "call_closure",
    "call_closures",
    "call_native",
    "call_native_callback",
    "call_recursive",
    "dict_read_int",
    "dict_read_string",
    "dict_write_int",
    "dict_write_string",
    "dispatch",
    "error_caught",
    "field_read",
    "field_write",
    "generator_nested",
    "generator_step",
    "global_update",
    "match_tag",
    "method_1",
    "method_2",
    "method_4",
    "method_8",
    "method_many",
    "string_append",
    "string_interpolation",
    "string_scan",
    "struct_new",
    "throw_far",
    "throw_near",
    "try_quiet"
  })
  public String operation;

  /** Compiled when hot, or interpreted. */
  @Param({"compiled", "interpreted"})
  public String tier;

  private RuffProgram program;

  @Setup
  public void start() {
    Path file = PROGRAMS.resolve(operation + ".ruff");
    boolean compiled = tier.equals("compiled");
    program = RuffProgram.withMain(file, compiled ? Jit.automatic(JitLog.NONE) : HotCode.NONE);
    Matcher promise = PROMISE.matcher(RuffProgram.read(file));
    String result = Display.text(program.main(TRIAL));
    if (!promise.find() || !promise.group(1).equals(result)) {
      throw new IllegalStateException(operation + " gives " + result);
    }
  }

  @Benchmark
  @OperationsPerInvocation(TURNS)
  public Object turn() {
    return program.main(TURNS);
  }
}

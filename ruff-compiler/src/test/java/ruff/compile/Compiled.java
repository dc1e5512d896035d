package ruff.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ruff.bytecode.Disassembler;
import ruff.bytecode.Instruction;
import ruff.bytecode.Op;
import ruff.bytecode.Prototype;
import ruff.bytecode.Site;
import ruff.bytecode.Verifier;
import ruff.parser.ParseResult;
import ruff.parser.Parser;
import ruff.source.Diagnostic;
import ruff.source.SourceText;

/** A program and what the compiler made of it, in forms that tests can compare. */
public record Compiled(CompiledModule module) {
  /** Compiles a program that must be free of faults, and verifies it. */
  public static Compiled of(String... lines) {
    if (!(compile(lines) instanceof Compiler.Result.Compiled compiled)) {
      throw new AssertionError(faults(lines) + "\n" + String.join("\n", lines));
    }
    Compiled result = new Compiled(compiled.module());
    List<Verifier.Fault> unsound = result.verify();
    if (!unsound.isEmpty()) {
      throw new AssertionError(unsound + "\n" + result.disassembled());
    }
    return result;
  }

  /** {@code LINE:COLUMN MESSAGE} for each compile error. */
  public static List<String> faults(String... lines) {
    return switch (compile(lines)) {
      case Compiler.Result.Compiled compiled -> List.of();
      case Compiler.Result.Rejected rejected ->
          rejected.diagnostics().stream().map(Compiled::line).toList();
    };
  }

  private static String line(Diagnostic fault) {
    return fault.position().line() + ":" + fault.position().column() + " " + fault.message();
  }

  private static Compiler.Result compile(String... lines) {
    ParseResult parsed = Parser.parse(new SourceText("t.ruff", String.join("\n", lines)));
    if (!parsed.diagnostics().isEmpty()) {
      throw new AssertionError(parsed.diagnostics());
    }
    return Compiler.compile(parsed.program(), new TestEnvironment());
  }

  public Prototype main() {
    return module.main();
  }

  public List<Verifier.Fault> verify() {
    return Verifier.verify(module.main(), module.globals().size());
  }

  public String disassembled() {
    return Disassembler.disassemble(module.main(), module.globals());
  }

  /** The function of that name, anywhere in the program. */
  public Prototype function(String name) {
    return functions().stream()
        .filter(function -> function.name.equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no function " + name));
  }

  /** All functions, the top level first. */
  public List<Prototype> functions() {
    List<Prototype> all = new ArrayList<>();
    collect(module.main(), all);
    return all;
  }

  private static void collect(Prototype function, List<Prototype> into) {
    into.add(function);
    function.childList().forEach(child -> collect(child, into));
  }

  /** The opcodes of a function in order. */
  public static List<Op> ops(Prototype function) {
    return Arrays.stream(function.code).mapToObj(Instruction::op).toList();
  }

  /** The opcodes of the top level in order. */
  public List<Op> ops() {
    return ops(main());
  }

  /** How often the opcode occurs in a function. */
  public static long count(Prototype function, Op op) {
    return ops(function).stream().filter(op::equals).count();
  }

  /** The only site of its class in a function. */
  public static <T extends Site> T site(Prototype function, Class<T> kind) {
    List<T> found = sites(function, kind);
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " sites of " + kind.getSimpleName());
    }
    return found.getFirst();
  }

  /** The sites of a class in a function, in order. */
  public static <T extends Site> List<T> sites(Prototype function, Class<T> kind) {
    return Arrays.stream(function.sites).filter(kind::isInstance).map(kind::cast).toList();
  }
}

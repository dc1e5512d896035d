package ruff.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ruff.bytecode.Instruction;
import ruff.bytecode.Op;
import ruff.bytecode.Prototype;
import ruff.bytecode.Verifier;
import ruff.compile.CompiledModule;
import ruff.compile.Compiler;
import ruff.compile.Environment;
import ruff.interpreter.LibraryEnvironment;
import ruff.parser.ParseResult;
import ruff.parser.Parser;
import ruff.source.SourceText;
import ruff.stdlib.StandardLibrary;

/** What the corpus and the examples are compiled to. */
class CompiledCorpusTest {
  private static final List<Path> ROOTS =
      List.of(Path.of("src/test/resources/cases"), Path.of("../examples"));

  /** Code as most programs get it, and with what budgets and audits ask for. */
  private final List<Environment> environments =
      List.of(
          new LibraryEnvironment(new StandardLibrary()),
          new LibraryEnvironment(new StandardLibrary(), true, true));

  @Test
  void everyProgramThatCompilesIsVerified() throws IOException {
    int verified = 0;
    for (Environment environment : environments) {
      for (Path file : programs()) {
        CompiledModule module = compile(file, environment);
        if (module != null) {
          assertThat(Verifier.verify(module.main(), module.globals().size()))
              .as(file.toString())
              .isEmpty();
          verified++;
        }
      }
    }
    assertThat(verified).isPositive();
  }

  @Test
  void everyInstructionIsUsedBySomeProgram() throws IOException {
    Set<Op> unused = EnumSet.allOf(Op.class);
    for (Path file : programs()) {
      CompiledModule module = compile(file, environments.getLast());
      if (module != null) {
        removeUsed(module.main(), unused);
      }
    }
    assertThat(unused).isEmpty();
  }

  private static void removeUsed(Prototype function, Set<Op> unused) {
    for (long word : function.code) {
      unused.remove(Instruction.op(word));
    }
    function.childList().forEach(child -> removeUsed(child, unused));
  }

  private static List<Path> programs() throws IOException {
    Stream<Path> all = Stream.empty();
    for (Path root : ROOTS) {
      if (Files.exists(root)) {
        all = Stream.concat(all, Files.walk(root));
      }
    }
    try (Stream<Path> files = all) {
      return files.filter(file -> file.toString().endsWith(".ruff")).sorted().toList();
    }
  }

  /** The program's code, or null for one that is faulty on purpose. */
  private static CompiledModule compile(Path file, Environment environment) throws IOException {
    String text;
    try {
      text = Files.readString(file);
    } catch (MalformedInputException notText) {
      return null;
    }
    ParseResult parsed = Parser.parse(new SourceText(file.toString(), text));
    if (!parsed.diagnostics().isEmpty()) {
      return null;
    }
    return switch (Compiler.compile(parsed.program(), environment)) {
      case Compiler.Result.Compiled compiled -> compiled.module();
      case Compiler.Result.Rejected rejected -> null;
    };
  }
}

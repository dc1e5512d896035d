package ruff.jit;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import ruff.bytecode.Instruction;
import ruff.bytecode.Prototype;
import ruff.jit.emit.CompiledUnit.ExitListener;
import ruff.jit.emit.Unit;

/** What is compiled, why not, and which guesses fail: a line for each, if anybody wants to know. */
public final class JitLog implements ExitListener {
  /** Keeps nothing. */
  public static final JitLog NONE = new JitLog(null, null);

  private final PrintStream out;
  private final Path classes;
  private int dumped;

  private JitLog(PrintStream out, Path classes) {
    this.out = out;
    this.classes = classes;
  }

  /**
   * @param file gets the lines, or null
   * @param classes a folder that gets a file for each class, or null
   */
  public static JitLog of(Path file, Path classes) {
    try {
      if (classes != null) {
        Files.createDirectories(classes);
      }
      return new JitLog(
          file == null ? null : new PrintStream(Files.newOutputStream(file), true), classes);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  void compiled(Prototype code, int pc, int version, Unit.Result result, long nanos) {
    if (out != null) {
      out.printf(
          "compiled %s %s, version %d: %d bytes, %d functions, %d us%n",
          code.name,
          place(code, pc),
          version,
          result.bytes().length,
          result.functions().size(),
          nanos / 1000);
    }
  }

  void refused(Prototype code, int pc, Throwable failure) {
    if (out != null) {
      out.printf("refused %s %s: %s%n", code.name, place(code, pc), failure);
      failure.printStackTrace(out);
    }
  }

  @Override
  public void exited(Prototype code, int pc, boolean givenUp) {
    if (out != null) {
      out.printf(
          "exit %s line %d, instruction %d %s%s%n",
          code.name,
          code.position(pc).line(),
          pc,
          Instruction.op(code.code[pc]),
          givenUp ? ": no longer guessed" : "");
    }
  }

  private static String place(Prototype code, int pc) {
    return pc < 0 ? "whole" : "from line " + code.position(pc).line();
  }

  void keep(byte[] made) {
    if (classes != null) {
      try {
        Files.write(classes.resolve("Compiled" + dumped++ + ".class"), made);
      } catch (IOException unwritable) {
        throw new UncheckedIOException(unwritable);
      }
    }
  }
}

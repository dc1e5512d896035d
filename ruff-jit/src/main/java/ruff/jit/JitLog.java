package ruff.jit;

import ruff.bytecode.Instruction;
import ruff.bytecode.Prototype;
import ruff.jit.emit.CompiledUnit.ExitListener;
import ruff.jit.emit.Unit;

/** What is compiled, why not, and which guesses fail: a line for each, if anybody wants to know. */
public final class JitLog implements ExitListener {
  /** Who wants to know. */
  public interface Reader {
    void line(String text);

    /** Gets the bytes of a class that was made. */
    void made(String name, byte[] bytes);

    /** A clock in nanoseconds. */
    long now();
  }

  /** Keeps nothing. */
  public static final JitLog NONE = new JitLog(null);

  private final Reader reader;
  private int count;

  /**
   * @param reader null when nobody wants to know
   */
  public JitLog(Reader reader) {
    this.reader = reader;
  }

  long now() {
    return reader == null ? 0 : reader.now();
  }

  void compiled(Prototype code, int pc, int version, Unit.Result result, long nanos) {
    if (reader != null) {
      reader.line(
          String.format(
              "compiled %s %s, version %d: %d bytes, %d functions, %d us",
              code.name,
              place(code, pc),
              version,
              result.bytes().length,
              result.functions().size(),
              nanos / 1000));
    }
  }

  void putOff(Prototype code, int pc) {
    if (reader != null) {
      reader.line(
          String.format(
              "put off %s %s: compiling has taken its share of the time",
              code.name, place(code, pc)));
    }
  }

  void refused(Prototype code, int pc, Throwable failure) {
    if (reader != null) {
      reader.line(String.format("refused %s %s: %s", code.name, place(code, pc), failure));
      for (StackTraceElement element : failure.getStackTrace()) {
        reader.line("  at " + element);
      }
    }
  }

  @Override
  public void exited(Prototype code, int pc, boolean outdated) {
    if (reader != null) {
      reader.line(
          String.format(
              "exit %s line %d, instruction %d %s%s",
              code.name,
              code.position(pc).line(),
              pc,
              Instruction.op(code.code[pc]),
              outdated ? ": the code is outdated" : ""));
    }
  }

  private static String place(Prototype code, int pc) {
    return pc < 0 ? "whole" : "from line " + code.position(pc).line();
  }

  void keep(byte[] made) {
    if (reader != null) {
      reader.made("Compiled" + count++, made);
    }
  }
}

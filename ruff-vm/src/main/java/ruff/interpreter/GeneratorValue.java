package ruff.interpreter;

import ruff.task.Isolate;
import ruff.value.RuffError;
import ruff.value.SequenceValue;

/** A running or waiting call of a generator function: its frame, kept between steps. */
public final class GeneratorValue extends SequenceValue implements SuspendedFrame {
  private final Isolate isolate;
  private final FunctionValue function;
  private Object[] frame;
  private int pc;

  /**
   * The compiled code that went on there the last time. It may have been given up since, so it is
   * compared; but the call need not wait for the comparison.
   */
  private Code code;

  private boolean running;
  private boolean yielded;

  GeneratorValue(Isolate isolate, FunctionValue function, Object[] frame) {
    this.isolate = isolate;
    this.function = function;
    this.frame = frame;
  }

  @Override
  public Object next() {
    if (running) {
      throw new RuffError("Generator is already running");
    }
    if (frame == null) {
      return null;
    }
    running = true;
    yielded = false;
    boolean failed = true;
    try {
      Object value = step(isolate.current());
      failed = false;
      return yielded ? value : null;
    } finally {
      running = false;
      if (failed || !yielded) {
        frame = null;
      }
    }
  }

  private Object step(Strand strand) {
    Object[] entries = function.code.entries;
    if (code == null || entries[pc] != code) {
      code = entries == null ? null : (Code) entries[pc];
      if (code == null) {
        return Interpreter.run(strand, function, frame, pc, this);
      }
    }
    return HotFrames.step(strand, code, function, frame, pc, this);
  }

  @Override
  public void suspendAt(int instruction) {
    if (pc != instruction) {
      pc = instruction;
      code = null;
    }
    yielded = true;
  }

  @Override
  public String typeName() {
    return "generator";
  }

  @Override
  public String display() {
    return "<generator>";
  }
}

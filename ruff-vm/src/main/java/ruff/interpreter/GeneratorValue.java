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
      Object value = HotFrames.step(isolate.current(), function, frame, pc, this);
      failed = false;
      return yielded ? value : null;
    } finally {
      running = false;
      if (failed || !yielded) {
        frame = null;
      }
    }
  }

  @Override
  public void suspendAt(int instruction) {
    pc = instruction;
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

package ruff.value;

/** A lazy sequence that is used up by reading: a generator or a stage over one. */
public abstract class SequenceValue extends HandleValue {
  /** The next value, or Java null when there is no more; errors of the producer pass through. */
  public abstract Object next();

  @Override
  public String typeName() {
    return "iterator";
  }

  @Override
  public String display() {
    return "<iterator>";
  }
}

package ruff.value;

/** A stack of a program. Methods that write do so in place: the caller owns this stack. */
public final class StackValue extends Container {
  private final ArrayValue items;

  public StackValue() {
    this(new ArrayValue());
  }

  private StackValue(ArrayValue items) {
    this.items = items;
  }

  /** A stack of the elements of an array, the last on top; containers get shared. */
  public static StackValue of(ArrayValue items) {
    return new StackValue(items.copy());
  }

  public int size() {
    return items.size;
  }

  public void push(Object value) {
    items.add(value);
  }

  /** Takes the top off; null when empty. */
  public Object pop() {
    return items.size == 0 ? null : items.removeLast();
  }

  /** The top, borrowed; null when empty. */
  public Object peek() {
    return items.size == 0 ? null : items.get(items.size - 1);
  }

  /** A new array of the elements, the top last; containers get shared. */
  public ArrayValue toArray() {
    return items.copy();
  }

  @Override
  public StackValue copy() {
    StackValue copy = new StackValue(items.copy());
    copy.nesting = nesting;
    return copy;
  }

  /** The elements, the top last, only to be read. */
  ArrayValue items() {
    return items;
  }
}

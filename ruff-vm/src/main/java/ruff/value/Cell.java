package ruff.value;

/** A variable that outlives or is shared between frames; a null value means not yet defined. */
public final class Cell {
  public Object value;

  public Cell() {}

  public Cell(Object value) {
    this.value = value;
  }
}

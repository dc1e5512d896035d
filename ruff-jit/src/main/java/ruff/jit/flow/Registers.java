package ruff.jit.flow;

import java.util.Arrays;
import java.util.BitSet;

/** The types of a frame's registers at one point of a path; constants are not among them. */
public final class Registers {
  private final Type[] types;

  public Registers(int count) {
    types = new Type[count];
    Arrays.fill(types, Type.UNSET);
  }

  private Registers(Type[] types) {
    this.types = types;
  }

  public Type get(int register) {
    return types[register];
  }

  public void set(int register, Type type) {
    types[register] = type;
  }

  public int count() {
    return types.length;
  }

  public Registers copy() {
    return new Registers(types.clone());
  }

  /** A copy in which only the given registers are set. */
  public Registers only(BitSet live) {
    Registers copy = new Registers(types.length);
    for (int r = live.nextSetBit(0); r >= 0; r = live.nextSetBit(r + 1)) {
      if (r < types.length) {
        copy.types[r] = types[r].is(Kind.UNSET) ? Type.OBJECT : types[r];
      }
    }
    return copy;
  }

  /**
   * Joins what is known where another path arrives.
   *
   * @param turning the registers that change from turn to turn where this is the head of a loop:
   *     the bounds of their ints move in few steps, so that this comes to an end
   * @return whether anything changed
   */
  public boolean join(Registers other, BitSet turning) {
    boolean changed = false;
    for (int r = 0; r < types.length; r++) {
      Type joined = types[r].join(other.types[r], turning.get(r));
      if (!joined.equals(types[r])) {
        types[r] = joined;
        changed = true;
      }
    }
    return changed;
  }
}

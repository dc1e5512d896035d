package ruff.value;

/**
 * A value with parts that can be changed in place while it has one holder.
 *
 * <p>Programs see containers as values: changing one variable never shows through another. The mark
 * {@code shared} is set when a second holder appears and never taken back; whoever wants to write
 * first asks for {@link #owned()}. The mark is not counted down, so one needless copy can follow a
 * holder that has gone; it makes every later write free again.
 */
public abstract class Container {
  /** Whether more than one holder may exist. */
  public boolean shared;

  /**
   * Levels of containers below and including this one as far as literals built them; containers put
   * in later by writes do not raise it.
   */
  public int nesting = 1;

  /** A shallow copy with one holder; every container inside is marked shared. */
  public abstract Container copy();

  /** This container when it has one holder, else a copy. */
  public final Container owned() {
    return shared ? copy() : this;
  }

  /** Marks a value as having a second holder; values without parts are left alone. */
  public static void share(Object value) {
    if (value instanceof Container container) {
      container.shared = true;
    }
  }

  /** {@link #share} for use inside an expression. */
  public static Object shared(Object value) {
    if (value instanceof Container container) {
      container.shared = true;
    }
    return value;
  }
}

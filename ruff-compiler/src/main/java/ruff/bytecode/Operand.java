package ruff.bytecode;

/**
 * What a field of an instruction means. Fields are unsigned 16-bit numbers unless said otherwise.
 */
public enum Operand {
  /** Not used; zero. */
  NONE(false),
  /** A register that is written. */
  DEF(true),
  /** A register that is read. */
  USE(true),
  /** A register that is read and written: a variable changed in place. */
  UPDATE(true),
  /** The first of several consecutive registers; the site or count says how many. */
  WINDOW(true),
  /** A plain number. */
  NUMBER(false),
  /** An index into the prototype's sites. */
  SITE(false),
  /** An index into the prototype's table of jump targets. */
  TARGET(false),
  /** B and C together, 32 bits: an index into the constants. */
  WIDE_CONSTANT(false),
  /** B and C together: a slot of the module's globals. */
  WIDE_GLOBAL(false),
  /** B and C together: the index of the instruction to go on with. */
  WIDE_TARGET(false),
  /** B and C together: an index into the prototype's children. */
  WIDE_CHILD(false);

  private final boolean register;

  Operand(boolean register) {
    this.register = register;
  }

  public boolean isRegister() {
    return register;
  }

  /** Whether it fills B and C. */
  public boolean isWide() {
    return ordinal() >= WIDE_CONSTANT.ordinal();
  }
}

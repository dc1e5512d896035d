package ruff.interpreter;

/**
 * Compiled code of one function, as the rest of the VM enters it.
 *
 * <p>There are two shapes. Code of a whole function overrides the method for its number of
 * arguments; a receiver counts as one. Code that continues an active frame overrides {@link
 * #resume}. Nothing else of compiled code is called from outside.
 */
public abstract class Code {
  /** What {@link #resume} answers when the interpreter has to go on with the frame. */
  public static final Object EXITED = new Object();

  /** Functions with more parameters are entered with an array. */
  public static final int MOST_PARAMETERS = 4;

  public Object call0(Strand strand, FunctionValue self) {
    throw otherShape();
  }

  public Object call1(Strand strand, FunctionValue self, Object a) {
    throw otherShape();
  }

  public Object call2(Strand strand, FunctionValue self, Object a, Object b) {
    throw otherShape();
  }

  public Object call3(Strand strand, FunctionValue self, Object a, Object b, Object c) {
    throw otherShape();
  }

  public Object call4(Strand strand, FunctionValue self, Object a, Object b, Object c, Object d) {
    throw otherShape();
  }

  /**
   * The entry for more than {@link #MOST_PARAMETERS} parameters.
   *
   * @param frame the arguments first; what follows them is not looked at
   */
  public Object callMany(Strand strand, FunctionValue self, Object[] frame) {
    throw otherShape();
  }

  /**
   * Goes on with a frame at the instruction that this code was made for.
   *
   * @param left how many calls may still be nested below this one
   * @param suspended who keeps the frame between steps, or null
   * @return the function's result or what it yields; {@link #EXITED} when the frame holds the
   *     registers and {@link Strand#takeExit} the instruction for the interpreter to go on with.
   *     Before an error leaves, {@link Strand#failedAt} is told the instruction.
   */
  public Object resume(
      Strand strand, FunctionValue self, Object[] frame, int left, SuspendedFrame suspended) {
    throw otherShape();
  }

  private static IllegalStateException otherShape() {
    return new IllegalStateException("compiled code is entered in another shape than its own");
  }
}

package ruff.natives;

/** A set of native functions with their dispatch, generated from the declarations. */
public interface NativeLibrary {
  /** Every function once per name, aliases included. */
  NativeFunction[] functions();

  /**
   * Checks and runs a function: capability, number of arguments, types, then the method itself.
   *
   * @param id {@link NativeFunction#id}
   */
  Object invoke(int id, NativeContext context, Object[] arguments);
}

package ruff.natives;

/** A set of native functions with their dispatch, generated from the declarations. */
public interface NativeLibrary {
  /** What a name means: a {@link NativeFunction}, the value of a constant, or Java null. */
  Object lookup(String name);

  /**
   * The function that {@code receiver.name(...)} calls with the receiver as its first argument, or
   * Java null.
   */
  NativeFunction methodFor(Object receiver, String name);

  /** The names that programs are meant to use, in ascending order. */
  String[] names();

  /** Every function once per name, aliases and methods included. */
  NativeFunction[] functions();

  /**
   * Checks and runs a function: capability, number of arguments, types, then the method itself.
   *
   * @param id {@link NativeFunction#id}
   */
  Object invoke(int id, NativeContext context, Object[] arguments);

  /** Where compiled code finds a function. */
  NativeEntry.Code code(int id);

  /** {@link #invoke} without arguments. */
  Object invoke0(int id, NativeContext context);

  /** {@link #invoke} with one argument. */
  Object invoke1(int id, NativeContext context, Object first);

  /** {@link #invoke} with two arguments. */
  Object invoke2(int id, NativeContext context, Object first, Object second);

  /** {@link #invoke} with three arguments. */
  Object invoke3(int id, NativeContext context, Object first, Object second, Object third);
}

package ruff.compile;

import ruff.resolve.Predefined;

/** What the compiler must know of the machine that will run the code. */
public interface Environment extends Predefined {
  /** The value {@code null}. */
  Object nullValue();

  /** Whether the name is a native function, so that it can be called directly. */
  boolean isNativeFunction(String name);

  /** Whether code counts its steps, because the program may not make more than so many. */
  default boolean countsSteps() {
    return false;
  }

  /** Whether code notes where its calls stand, because somebody keeps a record of them. */
  default boolean notesPlaces() {
    return false;
  }

  /** Whether the name is a native function whose result is always an array. */
  boolean givesArray(String name);

  /** Bit i: argument i of the native of that name is only looked at during a call. */
  long borrows(String name);
}

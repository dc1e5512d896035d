package ruff.compile;

import ruff.resolve.Predefined;

/** What the compiler must know of the machine that will run the code. */
public interface Environment extends Predefined {
  /** The value {@code null}. */
  Object nullValue();

  /** Whether the name is a native function, so that it can be called directly. */
  boolean isNativeFunction(String name);

  /** Whether the name is a native function whose result is always an array. */
  boolean givesArray(String name);

  /** Bit i: argument i of the native of that name is only looked at during a call. */
  long borrows(String name);
}

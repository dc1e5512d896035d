package ruff.natives;

import ruff.value.Callable;

/** A native function as a value; two are equal when their names are. */
public final class NativeFunction extends Callable {
  private final NativeLibrary library;
  private final int id;
  private final String name;
  private final long borrowed;
  private final long consumed;

  /**
   * @param id what the library dispatches on; aliases share it
   * @param name the name it was looked up by
   * @param borrowed bit i is set when argument i is only looked at; arguments from the 64th on count as
   *     kept
   * @param consumed bit i is set when argument i may be given away
   */
  public NativeFunction(NativeLibrary library, int id, String name, long borrowed, long consumed) {
    this.library = library;
    this.id = id;
    this.name = name;
    this.borrowed = borrowed;
    this.consumed = consumed;
  }

  public int id() {
    return id;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean isNative() {
    return true;
  }

  /** Bit i: argument i is only looked at during the call. */
  public long borrowed() {
    return borrowed;
  }

  /** Bit i: argument i may be changed in place when it has one holder. */
  public long consumed() {
    return consumed;
  }

  public Object call(NativeContext context, Object[] arguments) {
    return library.invoke(id, context, arguments);
  }
}

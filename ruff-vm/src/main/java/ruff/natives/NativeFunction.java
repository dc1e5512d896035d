package ruff.natives;

import ruff.value.Callable;
import ruff.value.RuffError;

/** A native function as a value; two are equal when their names are. */
public final class NativeFunction extends Callable {
  private final NativeLibrary library;
  private final int id;
  private final String name;
  private final String canonicalName;
  private final Arity arity;
  private final boolean plural;
  private final boolean givesArray;
  private final boolean takesPacked;
  private final long borrowed;
  private final long consumed;

  /**
   * @param id what the library dispatches on; aliases share it
   * @param name the name it was looked up by
   * @param canonicalName the name in messages
   * @param plural whether a message about one argument says {@code 1 arguments}
   * @param givesArray whether the result is always an array
   * @param takesPacked whether an array of packed texts stays so as its first argument
   * @param borrowed bit i is set when argument i is only looked at; arguments from the 64th on
   *     count as kept
   * @param consumed bit i is set when argument i may be given away
   */
  public NativeFunction(
      NativeLibrary library,
      int id,
      String name,
      String canonicalName,
      Arity arity,
      boolean plural,
      boolean givesArray,
      boolean takesPacked,
      long borrowed,
      long consumed) {
    this.library = library;
    this.id = id;
    this.name = name;
    this.canonicalName = canonicalName;
    this.arity = arity;
    this.plural = plural;
    this.givesArray = givesArray;
    this.takesPacked = takesPacked;
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

  /** The name in messages: for an alias the name of what it stands for. */
  public String canonicalName() {
    return canonicalName;
  }

  public Arity arity() {
    return arity;
  }

  @Override
  public boolean isNative() {
    return true;
  }

  /** Whether the result is always an array. */
  public boolean givesArray() {
    return givesArray;
  }

  /** Whether an array of packed texts stays so as its first argument. */
  public boolean takesPacked() {
    return takesPacked;
  }

  /** Bit i: argument i is only looked at during the call. */
  public long borrowed() {
    return borrowed;
  }

  /** Bit i: argument i may be changed in place when it has one holder. */
  public long consumed() {
    return consumed;
  }

  /** Where compiled code finds the function. */
  public NativeEntry.Code code() {
    return library.code(id);
  }

  public Object call(NativeContext context, Object[] arguments) {
    return library.invoke(id, context, arguments);
  }

  public Object call0(NativeContext context) {
    return library.invoke0(id, context);
  }

  public Object call1(NativeContext context, Object first) {
    return library.invoke1(id, context, first);
  }

  public Object call2(NativeContext context, Object first, Object second) {
    return library.invoke2(id, context, first, second);
  }

  public Object call3(NativeContext context, Object first, Object second, Object third) {
    return library.invoke3(id, context, first, second, third);
  }

  /**
   * The call of {@code receiver.name(...)}; a wrong number of arguments is told in the words of
   * methods, unless the function is a method of one type alone and has words of its own.
   *
   * @param arguments the receiver first
   */
  public Object callMethod(NativeContext context, Object[] arguments) {
    if (!arity.accepts(arguments.length) && canonicalName.indexOf('.') < 0) {
      String expected = plural ? arity.count() + " arguments" : arity.counted();
      throw new RuffError(canonicalName + " expects " + expected + ", got " + arguments.length);
    }
    return library.invoke(id, context, arguments);
  }
}

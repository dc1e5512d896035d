package ruff.benchmarks;

import ruff.natives.Arity;
import ruff.natives.NativeContext;
import ruff.natives.NativeEntry;
import ruff.natives.NativeFunction;
import ruff.natives.NativeLibrary;
import ruff.stdlib.StandardLibrary;
import ruff.value.Callable;
import ruff.value.NullValue;

/** The standard library, and a function {@value #NAME} that hands a function of the program out. */
final class MeasuredLibrary implements NativeLibrary {
  static final String NAME = "measured";

  /** Above all ids of the standard library. */
  private static final int ID = Character.MAX_VALUE - 1;

  private final NativeLibrary standard = new StandardLibrary();
  private final NativeFunction measured =
      new NativeFunction(this, ID, NAME, NAME, new Arity(1, 1), false, false, false, 0, 0);
  private NativeContext context;
  private Callable function;

  /** Calls the function that the program has handed out. */
  Object call(Object argument) {
    return context.call(function, argument);
  }

  @Override
  public Object lookup(String name) {
    return name.equals(NAME) ? measured : standard.lookup(name);
  }

  @Override
  public NativeFunction methodFor(Object receiver, String name) {
    return standard.methodFor(receiver, name);
  }

  @Override
  public String[] names() {
    return standard.names();
  }

  @Override
  public NativeFunction[] functions() {
    return standard.functions();
  }

  @Override
  public NativeEntry.Code code(int id) {
    return standard.code(id);
  }

  @Override
  public Object invoke(int id, NativeContext caller, Object[] arguments) {
    return invoke1(id, caller, arguments[0]);
  }

  @Override
  public Object invoke0(int id, NativeContext caller) {
    throw new IllegalArgumentException(NAME + " takes a function");
  }

  @Override
  public Object invoke1(int id, NativeContext caller, Object first) {
    context = caller;
    function = (Callable) first;
    return NullValue.NULL;
  }

  @Override
  public Object invoke2(int id, NativeContext caller, Object first, Object second) {
    return invoke0(id, caller);
  }

  @Override
  public Object invoke3(int id, NativeContext caller, Object first, Object second, Object third) {
    return invoke0(id, caller);
  }
}

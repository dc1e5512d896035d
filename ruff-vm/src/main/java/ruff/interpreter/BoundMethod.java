package ruff.interpreter;

import ruff.value.Callable;

/** A method taken from a value: a function that remembers the receiver. */
public final class BoundMethod extends Callable {
  final FunctionValue method;
  final Object receiver;

  /**
   * @param receiver marked shared
   */
  BoundMethod(FunctionValue method, Object receiver) {
    this.method = method;
    this.receiver = receiver;
  }

  @Override
  public String name() {
    return method.name();
  }
}

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

  public FunctionValue method() {
    return method;
  }

  public Object receiver() {
    return receiver;
  }

  /** The same pair of other values; this one when they are the same. */
  public BoundMethod with(FunctionValue otherMethod, Object otherReceiver) {
    return otherMethod == method && otherReceiver == receiver
        ? this
        : new BoundMethod(otherMethod, otherReceiver);
  }

  @Override
  public String name() {
    return method.name();
  }
}

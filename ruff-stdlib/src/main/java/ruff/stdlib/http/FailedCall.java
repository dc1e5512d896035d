package ruff.stdlib.http;

import ruff.value.HandleValue;
import ruff.value.RuffError;

/** Stands in a list of answers for one that did not come. */
final class FailedCall extends HandleValue {
  private final String message;

  FailedCall(String message) {
    this.message = message;
  }

  @Override
  public Object field(String name) {
    if (name.equals("message")) {
      return message;
    }
    throw new RuffError("Field not found: " + name);
  }

  @Override
  public String typeName() {
    return "error";
  }

  @Override
  public String display() {
    return "Error: " + message;
  }
}

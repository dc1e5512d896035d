package ruff.task;

import java.util.ArrayList;
import java.util.List;
import ruff.value.Container;
import ruff.value.ErrorValue;
import ruff.value.HandleValue;
import ruff.value.RuffError;

/**
 * A result that may come later. It is settled once; whoever waits is told in the order of the
 * waiting.
 *
 * <p>The promise of an async function is rejected with the error itself, that of a native with a
 * reason, which gets {@code Promise rejected: } in front when it is awaited.
 */
public final class PromiseValue extends HandleValue {
  private final Liveness monitor;
  private List<Runnable> listeners = new ArrayList<>(2);
  private Object result;
  private ErrorValue error;
  private String reason;
  private boolean observed;

  public PromiseValue(Liveness monitor) {
    this.monitor = monitor;
  }

  public boolean isSettled() {
    synchronized (monitor) {
      return listeners == null;
    }
  }

  public boolean isRejected() {
    synchronized (monitor) {
      return error != null || reason != null;
    }
  }

  public void resolve(Object value) {
    settle(Container.shared(value), null, null);
  }

  /** Rejects with the error of a program's function. */
  public void reject(ErrorValue failure) {
    failure.shared = true;
    settle(null, failure, null);
  }

  /** Rejects with the reason of a native. */
  public void reject(String because) {
    settle(null, null, because);
  }

  private void settle(Object value, ErrorValue failure, String because) {
    synchronized (monitor) {
      if (listeners == null) {
        return;
      }
      result = value;
      error = failure;
      reason = because;
      List<Runnable> told = listeners;
      listeners = null;
      told.forEach(Runnable::run);
    }
  }

  /** Runs something under the monitor as soon as the promise is settled: at once when it is. */
  public void whenSettled(Runnable listener) {
    synchronized (monitor) {
      if (listeners == null) {
        listener.run();
      } else {
        listeners.add(listener);
      }
    }
  }

  /** Notes that somebody looks at the outcome, so that a rejection is not lost. */
  public void observe() {
    observed = true;
  }

  public boolean isObserved() {
    return observed;
  }

  /** The value of a promise that was resolved. */
  public Object result() {
    return result;
  }

  /** The text that says why it was rejected. */
  public String rejectionText() {
    return error != null ? error.message() : reason;
  }

  /** The error that awaiting a rejected promise raises. */
  public RuffError rejection() {
    return error != null
        ? new RuffError(error.message(), error)
        : new RuffError("Promise rejected: " + reason);
  }

  @Override
  public String typeName() {
    return "promise";
  }

  @Override
  public String display() {
    return "<promise>";
  }
}

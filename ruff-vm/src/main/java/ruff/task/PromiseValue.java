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
 *
 * <p>A promise belongs to the isolate that made it. Others may hold it too; each gets a copy of
 * what the result's functions share by reference.
 */
public final class PromiseValue extends HandleValue {
  /**
   * Who wants to know: the scheduler of somebody who waits, or a promise that is settled because of
   * this one.
   */
  private record Listener(Runnable action, Scheduler waiting, PromiseValue derived) {
    boolean isWaiting() {
      return derived == null ? !waiting.isClosed() : derived.isAwaited();
    }
  }

  private final Scheduler home;
  private final long number;
  private List<Listener> listeners;
  private Object result;
  private ErrorValue error;
  private String reason;

  /** The result or error that other isolates get copies of, once it is known that any will. */
  private Object foreign;

  private volatile boolean crossed;
  private volatile boolean observed;

  /** Set last: who sees it sees the outcome. */
  private volatile boolean settled;

  /**
   * @param number by which the promises of an isolate are ordered
   */
  PromiseValue(Scheduler home, long number) {
    this.home = home;
    this.number = number;
  }

  public boolean isSettled() {
    return settled;
  }

  /** Whether it is settled with an error or a reason. */
  public boolean isRejected() {
    return settled && (error != null || reason != null);
  }

  /** Settles it; any thread may, the first one wins. */
  public void resolve(Object value) {
    settle(Container.shared(value), null, null);
  }

  /** Rejects with the error of a program's function. */
  public void reject(ErrorValue failure) {
    failure.shared = true;
    settle(null, failure, null);
  }

  /**
   * Rejects with the reason of a native.
   *
   * @return whether it was the first to settle the promise
   */
  public boolean reject(String because) {
    return settle(null, null, because);
  }

  private boolean settle(Object value, ErrorValue failure, String because) {
    Object detached = crossed ? new Snapshot().detached(value == null ? failure : value) : null;
    synchronized (home.monitor()) {
      if (settled) {
        return false;
      }
      result = value;
      error = failure;
      reason = because;
      foreign = detached;
      settled = true;
      List<Listener> told = listeners;
      listeners = null;
      if (told != null) {
        told.forEach(listener -> listener.action.run());
      }
      if (value == null && !observed) {
        home.rejected(this);
      }
      return true;
    }
  }

  /**
   * Notes that other isolates are going to see this promise. What they get of an outcome that
   * exists already is copied here, by the isolate that could change it.
   */
  void cross() {
    if (crossed) {
      return;
    }
    Object detached = settled ? new Snapshot().detached(result == null ? error : result) : null;
    synchronized (home.monitor()) {
      crossed = true;
      if (foreign == null) {
        foreign = detached;
      }
    }
  }

  /** Lets something go on when the promise is settled: at once when it is. */
  void whenSettled(Scheduler waiting, Resumption resumption) {
    observe();
    listen(new Listener(() -> waiting.post(resumption), waiting, null));
  }

  /**
   * Runs something under the monitor when the promise is settled, at once when it is, on behalf of
   * a promise that depends on this one. The outcome counts as looked at: it is part of the other's.
   */
  public void whenSettled(PromiseValue derived, Runnable action) {
    observe();
    listen(new Listener(action, null, derived));
  }

  private void listen(Listener listener) {
    synchronized (home.monitor()) {
      if (settled) {
        listener.action.run();
        return;
      }
      if (listeners == null) {
        listeners = new ArrayList<>(1);
      }
      listeners.add(listener);
    }
  }

  /** Whether anybody waits for it, directly or through other promises; under the monitor. */
  boolean isAwaited() {
    if (listeners != null) {
      for (Listener listener : listeners) {
        if (listener.isWaiting()) {
          return true;
        }
      }
    }
    return false;
  }

  /** Notes that somebody looks at the outcome, so that a rejection is not lost. */
  void observe() {
    observed = true;
    if (isRejected()) {
      home.forget(this);
    }
  }

  boolean isObserved() {
    return observed;
  }

  long number() {
    return number;
  }

  /**
   * The result of a settled promise for code of an isolate.
   *
   * @throws RuffError when it was rejected
   */
  public Object outcome(Scheduler asking) {
    observe();
    if (reason != null) {
      throw rejection();
    }
    Object outcome = asking == home ? own() : new Snapshot().detached(foreign());
    if (outcome instanceof ErrorValue failure && error != null) {
      throw new RuffError(failure.message(), failure);
    }
    return outcome;
  }

  private Object own() {
    return error == null ? result : error;
  }

  private Object foreign() {
    return foreign == null ? own() : foreign;
  }

  /** Settles another promise as this one is; the reason of a rejection is the error's message. */
  public void pass(PromiseValue derived) {
    if (isRejected()) {
      derived.reject(rejectionText());
    } else {
      derived.resolve(outcome(derived.home));
    }
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

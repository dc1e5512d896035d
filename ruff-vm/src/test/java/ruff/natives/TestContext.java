package ruff.natives;

import java.util.List;
import ruff.host.Host;
import ruff.policy.Policy;
import ruff.task.Scheduler;
import ruff.value.Callable;

/** A context with a policy and without anything else. */
public record TestContext(Policy policy) implements NativeContext {
  @Override
  public Host host() {
    throw new AssertionError("no host");
  }

  @Override
  public Scheduler scheduler() {
    throw new AssertionError("no scheduler");
  }

  @Override
  public NativeMemory memory() {
    throw new AssertionError("no memory");
  }

  @Override
  public Object call(Callable callable, Object argument) {
    return ((NativeFunction) callable).call1(this, argument);
  }

  @Override
  public Object callMovingFirst(Callable callable, Object first, Object second) {
    return ((NativeFunction) callable).call2(this, first, second);
  }

  @Override
  public List<String> arguments() {
    return List.of();
  }
}

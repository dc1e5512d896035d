package ruff.natives;

import java.util.List;
import ruff.host.DatabaseAccess;
import ruff.host.FileAccess;
import ruff.host.Host;
import ruff.host.ProcessAccess;
import ruff.host.VariableAccess;
import ruff.host.net.NetworkAccess;
import ruff.policy.Capability;
import ruff.policy.Policy;
import ruff.task.Scheduler;
import ruff.value.Callable;

/** What a native may use of the engine that calls it. */
public interface NativeContext {
  Host host();

  Policy policy();

  /**
   * The files that a function may use.
   *
   * @param surface the function's public name, for denials
   */
  default FileAccess files(String surface) {
    return new FileAccess(host().directory(), policy(), surface);
  }

  /**
   * The environment variables that a function may use.
   *
   * @param surface the function's public name, for denials
   */
  default VariableAccess variables(String surface) {
    return new VariableAccess(host().environment(), policy(), surface);
  }

  /**
   * The programs that a function may run.
   *
   * @param capability what the function needs for that
   * @param surface the function's public name, for denials
   */
  default ProcessAccess processes(Capability capability, String surface) {
    return new ProcessAccess(host(), policy(), capability, surface);
  }

  /**
   * The databases that a function may open.
   *
   * @param surface the function's public name, for denials
   */
  default DatabaseAccess databases(String surface) {
    return new DatabaseAccess(host().directory(), policy(), surface);
  }

  /**
   * The network that a function may use.
   *
   * @param surface the function's public name, for denials
   */
  default NetworkAccess network(String surface) {
    return new NetworkAccess(policy(), surface);
  }

  /** The promises and timers of the running program. */
  Scheduler scheduler();

  /** What natives of this engine remember between calls. */
  NativeMemory memory();

  /**
   * Calls back into the program. The argument stays the caller's: a container that the callee wants
   * to write is marked shared first. The result is owned by the caller.
   */
  Object call(Callable callable, Object argument);

  /** {@link #call} with two arguments, the first of which is given away. */
  Object callMovingFirst(Callable callable, Object first, Object second);

  /** The words after the program's file on the command line. */
  List<String> arguments();
}

package ruff.engine;

import java.util.List;
import ruff.host.Host;
import ruff.natives.NativeLibrary;
import ruff.policy.Limits;
import ruff.policy.Policy;

/**
 * How an engine is set up; immutable.
 *
 * @param library the native functions
 * @param arguments the words that the program gets
 * @param schedulerTimeoutMillis how long a program may wait with nothing finishing; above zero
 * @param background told what happens outside of the main program
 * @param limits how much each run may use
 */
public record EngineConfig(
    Policy policy,
    Host host,
    NativeLibrary library,
    List<String> arguments,
    long schedulerTimeoutMillis,
    Tier tier,
    BackgroundListener background,
    Limits limits) {

  /** Without any limit. */
  public EngineConfig(
      Policy policy,
      Host host,
      NativeLibrary library,
      List<String> arguments,
      long schedulerTimeoutMillis,
      Tier tier,
      BackgroundListener background) {
    this(policy, host, library, arguments, schedulerTimeoutMillis, tier, background, Limits.NONE);
  }

  /** Which ways of running code may be used. */
  public enum Tier {
    /** Bytecode only, nothing is compiled. */
    INTERPRETER,
    /** Code that proves hot is compiled. */
    AUTO,
    /** Everything is compiled at its first call. */
    EAGER
  }
}

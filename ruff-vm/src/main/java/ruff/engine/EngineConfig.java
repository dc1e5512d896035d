package ruff.engine;

import java.util.List;
import ruff.host.Host;
import ruff.interpreter.HotCode;
import ruff.natives.NativeLibrary;
import ruff.policy.Policy;

/**
 * How an engine is set up; immutable.
 *
 * @param library the native functions
 * @param arguments the words that the program gets
 * @param schedulerTimeoutMillis how long a program may wait with nothing finishing; above zero
 * @param hotCode compiles what runs often; {@link HotCode#NONE} interprets everything
 * @param background told what happens outside of the main program
 */
public record EngineConfig(
    Policy policy,
    Host host,
    NativeLibrary library,
    List<String> arguments,
    long schedulerTimeoutMillis,
    HotCode hotCode,
    BackgroundListener background) {}

package ruff.engine;

import java.util.List;
import ruff.source.Position;

/**
 * A place where a program calls a native function or takes it as a value.
 *
 * @param function its name, or the name of a method, whose receiver is the first argument
 * @param isMethod whether it is called as {@code receiver.function(...)}, so that only the value at
 *     run time tells what is called
 * @param arguments each a String, Long, a List of such, or {@code null} when it is not constant;
 *     the whole list is {@code null} where the function is not called
 */
public record NativeUse(
    String function, boolean isMethod, String file, Position position, List<Object> arguments) {}

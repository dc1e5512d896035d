package ruff.engine;

import ruff.source.Position;

/**
 * A function that was active when a program failed, and the place it had reached.
 *
 * @param position null when unknown
 */
public record StackFrame(String function, String file, Position position) {}

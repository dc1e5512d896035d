package ruff.engine;

import ruff.source.Position;

/**
 * A {@code test} block of a program.
 *
 * @param group the name of the enclosing {@code test_group}, or null
 */
public record TestCase(String name, String group, Position position) {}

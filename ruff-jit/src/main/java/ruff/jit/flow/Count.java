package ruff.jit.flow;

/**
 * What is known about a count.
 *
 * @param step what is added in each turn, not zero
 * @param values where the numbers lie that are counted
 */
public record Count(long step, Interval values) {}

package ruff.engine;

/**
 * How one test ended.
 *
 * @param message the text of the error; empty when the test passed
 * @param nanos how long it took
 * @param output what it printed
 * @param failure the error with its place; null when the test passed
 */
public record TestOutcome(
    boolean passed, String message, long nanos, String output, Failure failure) {}

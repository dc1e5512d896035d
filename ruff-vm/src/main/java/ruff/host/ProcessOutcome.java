package ruff.host;

/**
 * What became of a program that was run.
 *
 * @param exitCode its status, 128+N when signal N ended it, -1 when it took too long
 * @param timedOut whether it was ended because it took too long
 * @param stdout what it wrote, as far as it was kept
 * @param stderr likewise
 */
public record ProcessOutcome(
    int exitCode,
    boolean timedOut,
    byte[] stdout,
    boolean stdoutTruncated,
    byte[] stderr,
    boolean stderrTruncated) {}

package ruff.host;

import java.util.List;
import java.util.Map;

/**
 * A program to be run.
 *
 * @param command the program and its arguments; not empty
 * @param environment all variables that it gets
 * @param searchPath the folders, separated by colons, in which a program without a slash is looked
 *     for; null for those of the running program's PATH
 * @param directory the folder that it starts in, as written; null for the working directory
 * @param input what it can read
 * @param timeoutMillis how long it may run, above zero
 * @param maxOutputBytes how much of each of its output streams is kept
 */
public record ProcessRequest(
    List<String> command,
    Map<String, String> environment,
    String searchPath,
    String directory,
    Input input,
    long timeoutMillis,
    int maxOutputBytes) {

  /** What a program reads from its standard input. */
  public sealed interface Input {
    /** What the running program itself would read. */
    record Inherited() implements Input {}

    /**
     * @param bytes not written any more
     */
    record Given(byte[] bytes) implements Input {}
  }
}

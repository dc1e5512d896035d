package ruff.policy;

/** What an effect touches. */
public interface Resource {
  /** What has no name of its own, such as the clock. */
  Resource NONE = new Unnamed();

  /**
   * The name that rules are about: a path without links, {@code host:port}, a program, a variable.
   * It takes work to find out, so it is asked for only when a rule depends on it.
   */
  String name();

  /** What all names of one file have in common; null for what is no file that exists. */
  default Object identity() {
    return null;
  }

  /** {@link #identity} of a file that has several names; null for all others. */
  default Object sharedIdentity() {
    return null;
  }

  /** See {@link #NONE}. */
  record Unnamed() implements Resource {
    @Override
    public String name() {
      return "";
    }
  }

  /**
   * A program.
   *
   * @param path absolute, its folder without links
   * @param realPath the same without any link
   */
  record Program(String path, String realPath) implements Resource {
    @Override
    public String name() {
      return path;
    }
  }

  /** An environment variable. */
  record Variable(String name) implements Resource {}
}

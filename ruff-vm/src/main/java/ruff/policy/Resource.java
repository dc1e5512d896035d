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

  /** See {@link #NONE}. */
  record Unnamed() implements Resource {
    @Override
    public String name() {
      return "";
    }
  }

  /** An environment variable. */
  record Variable(String name) implements Resource {}

  /**
   * A database.
   *
   * @param name the real path of its file, or {@code host:port/database} for a server
   */
  record Database(String name) implements Resource {}
}

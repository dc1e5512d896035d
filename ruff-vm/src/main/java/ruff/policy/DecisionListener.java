package ruff.policy;

import java.util.List;

/** Hears of every decision of a policy; must be safe for use by several threads. */
public interface DecisionListener {
  /**
   * @param place where the program asked
   * @param surface the public name of the function that asked
   * @param resource the name of what was to be touched, empty when that was not known
   * @param rule what decided
   */
  void decided(
      Place place,
      Capability capability,
      String surface,
      String resource,
      boolean allowed,
      String rule);

  /**
   * The real paths of files that the program must not touch, whatever is granted, and of the links
   * that lead to them by the name that somebody looks for.
   */
  default List<String> protectedPaths() {
    return List.of();
  }

  /** What all names of the file that no program may touch have in common, or null for no file. */
  default Object protectedIdentity() {
    return null;
  }

  /**
   * A place in a program.
   *
   * @param module the file as messages show it; empty when unknown
   * @param line 0 when unknown
   * @param function the name of the function around; empty at the top level
   */
  record Place(String module, int line, String function) {
    public static final Place UNKNOWN = new Place("", 0, "");
  }
}

package ruff.policy;

/**
 * A set of resources that a grant or denial is about. Its text, which {@link #toString} gives, can
 * be read again by whoever made it.
 */
public interface Rule {
  /** Whether a resource belongs to the set. */
  boolean matches(Resource resource);

  /**
   * Whether some address of a host, not looked up yet, may belong to the set. Rules about other
   * things than hosts know at once.
   */
  default boolean mayMatch(Resource resource) {
    return matches(resource);
  }

  /** How narrow the set is, above zero; the narrower of two rules that contradict decides. */
  int weight();

  /** {@link #weight} as far as one resource is concerned that belongs to the set. */
  default int weight(Resource resource) {
    return weight();
  }
}

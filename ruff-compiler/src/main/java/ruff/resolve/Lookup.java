package ruff.resolve;

import java.util.List;

/**
 * What a name can mean where it stands, nearest first. With no candidate defined at that moment, a
 * read falls back to the predefined names and a plain assignment makes {@code created}.
 *
 * @param candidates all but the last may be undefined; the last may be too when it is a maybe
 * @param created the variable that a plain assignment makes; null for reads and where it never does
 */
public record Lookup(List<Candidate> candidates, Binding created) {
  /**
   * One meaning of a name.
   *
   * @param maybe whether the variable can be undefined still when the name is used
   */
  public record Candidate(Binding binding, boolean maybe) {}

  /** Whether some candidate is surely defined. */
  public boolean isDefinite() {
    return !candidates.isEmpty() && !candidates.getLast().maybe();
  }

  /** The only meaning of the name, surely defined, or null when there are others or none. */
  public Binding single() {
    return candidates.size() == 1 && isDefinite() ? candidates.getFirst().binding() : null;
  }

  /** The variable that a plain assignment surely writes, or null. */
  public Binding target() {
    return candidates.isEmpty() ? created : single();
  }
}

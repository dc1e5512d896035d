package ruff.tools.types;

import ruff.source.Position;

/**
 * Something that contradicts an annotation, or cannot work for the types that are known.
 *
 * @param suggestion a name that may have been meant, or null
 * @param note one line of explanation, or null
 */
public record Finding(
    Kind kind, String message, Position position, String suggestion, String note) {
  /** What is wrong, in two words. */
  public enum Kind {
    TYPE("Type Error"),
    UNDEFINED_FUNCTION("Undefined Function");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }
}

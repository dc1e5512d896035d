package ruff.policy;

/**
 * A name, or all names that begin alike when the last character is a star.
 *
 * @param pattern not empty
 */
public record NameRule(String pattern) implements Rule {
  private static final int EXACT = 1 << 20;

  @Override
  public boolean matches(Resource resource) {
    return isPrefix()
        ? resource.name().startsWith(pattern.substring(0, pattern.length() - 1))
        : resource.name().equals(pattern);
  }

  private boolean isPrefix() {
    return pattern.endsWith("*");
  }

  @Override
  public int weight() {
    return isPrefix() ? pattern.length() : EXACT;
  }

  @Override
  public String toString() {
    return pattern;
  }
}

package ruff.policy;

/**
 * A file, or a folder with everything below it.
 *
 * @param root absolute, without links and dots when the rule was made
 */
public record PathRule(String root) implements Rule {
  @Override
  public boolean matches(Resource resource) {
    return !(resource instanceof DatabaseServer) && contains(root, resource.name());
  }

  /** Whether something lies below a path, at any depth. */
  boolean isBelow(String path) {
    return contains(path, root);
  }

  /** Whether a path is another one or lies below it. */
  static boolean contains(String folder, String path) {
    return path.startsWith(folder)
        && (path.length() == folder.length()
            || folder.endsWith("/")
            || path.charAt(folder.length()) == '/');
  }

  @Override
  public int weight() {
    int names = 1;
    for (int i = 0; i < root.length() - 1; i++) {
      names += root.charAt(i) == '/' ? 1 : 0;
    }
    return root.length() == 1 ? 1 : 1 + names;
  }

  @Override
  public String toString() {
    return root;
  }
}

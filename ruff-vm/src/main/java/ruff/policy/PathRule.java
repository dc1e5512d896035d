package ruff.policy;

import java.util.function.Predicate;

/**
 * A file, or a folder with everything below it.
 *
 * @param root absolute, without links and dots when the rule was made
 * @param identity of the one file that is meant by any of its names; null for the path alone
 * @param contents whether a file, known by its identity, has a name below the folder that is meant;
 *     null where only the names below count
 */
public record PathRule(String root, Object identity, Predicate<Object> contents) implements Rule {
  /** Nothing is narrower than one file. */
  private static final int ONE_FILE = 1 << 20;

  public PathRule(String root) {
    this(root, null, null);
  }

  @Override
  public boolean matches(Resource resource) {
    if (resource instanceof DatabaseServer) {
      return false;
    }
    return contains(root, resource.name()) || isOtherName(resource);
  }

  private boolean isOtherName(Resource resource) {
    if (identity != null) {
      return identity.equals(resource.identity());
    }
    if (contents == null) {
      return false;
    }
    Object shared = resource.sharedIdentity();
    return shared != null && contents.test(shared);
  }

  /** A file meant by another name lies elsewhere: how deep says nothing then. */
  @Override
  public int weight(Resource resource) {
    return contains(root, resource.name()) ? weight() : ONE_FILE;
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
    if (identity != null) {
      return ONE_FILE;
    }
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

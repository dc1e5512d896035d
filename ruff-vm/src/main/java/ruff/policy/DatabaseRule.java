package ruff.policy;

/**
 * A database: a file or all files of a folder, or those of a server.
 *
 * @param path absolute and without links, for files
 * @param server {@code host}, {@code host:port} or {@code host:port/database}
 */
public record DatabaseRule(String path, String server) implements Rule {
  @Override
  public boolean matches(Resource resource) {
    String name = resource.name();
    return name.startsWith("/")
        ? PathRule.contains(path, name)
        : name.equals(server) || name.startsWith(server) && isBorder(name.charAt(server.length()));
  }

  private static boolean isBorder(char next) {
    return next == ':' || next == '/';
  }

  @Override
  public int weight() {
    return server.length();
  }

  @Override
  public String toString() {
    return server;
  }
}

package ruff.policy;

/**
 * The databases of servers.
 *
 * @param hosts where they are
 * @param database the name of the only one that is meant; empty for all
 */
public record ServerRule(EndpointRule hosts, String database) implements Rule {
  @Override
  public boolean matches(Resource resource) {
    return isNamed(resource) && hosts.matches(((DatabaseServer) resource).endpoint());
  }

  @Override
  public boolean mayMatch(Resource resource) {
    return isNamed(resource) && hosts.mayMatch(((DatabaseServer) resource).endpoint());
  }

  private boolean isNamed(Resource resource) {
    return resource instanceof DatabaseServer server
        && (database.isEmpty() || database.equals(server.database()));
  }

  @Override
  public int weight() {
    return 2 * hosts.weight() + (database.isEmpty() ? 0 : 1);
  }

  @Override
  public String toString() {
    return DatabaseServer.SERVER + hosts + (database.isEmpty() ? "" : "/" + database);
  }
}

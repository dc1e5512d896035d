package ruff.policy;

/**
 * A database of a server.
 *
 * @param endpoint where the server is
 * @param database its name there, empty for the one that the server chooses
 */
public record DatabaseServer(Endpoint endpoint, String database) implements Resource {
  @Override
  public String name() {
    return SERVER + endpoint.name() + (database.isEmpty() ? "" : "/" + database);
  }

  /** Begins the names of servers, so that none can be taken for a path. */
  static final String SERVER = "//";

  /** The same at the address that is going to be used. */
  public DatabaseServer at(IpAddress address) {
    return new DatabaseServer(endpoint.at(address), database);
  }
}

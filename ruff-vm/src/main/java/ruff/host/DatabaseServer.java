package ruff.host;

import ruff.policy.Resource;

/**
 * A database of a server.
 *
 * @param host as the program wrote it
 * @param database its name there, empty for the one that the server chooses
 */
public record DatabaseServer(String host, int port, String database) implements Resource {
  @Override
  public String name() {
    String shown = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    return shown + ":" + port + (database.isEmpty() ? "" : "/" + database);
  }
}

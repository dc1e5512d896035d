package ruff.host;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.UnaryOperator;
import ruff.policy.Capability;
import ruff.policy.Decision;
import ruff.policy.DestinationPolicy;
import ruff.policy.IpAddress;
import ruff.policy.Policy;
import ruff.policy.Resource;

/**
 * The databases that a function of a program may open. Asks the policy for the database before a
 * driver is called, and opens what was asked for: the file without links, the address that was
 * looked at.
 */
public final class DatabaseAccess {
  private static final String IN_MEMORY = ":memory:";

  private final WorkingDirectory directory;
  private final Policy policy;
  private final String surface;

  /**
   * @param surface the public name of the function, for denials
   */
  public DatabaseAccess(WorkingDirectory directory, Policy policy, String surface) {
    this.directory = directory;
    this.policy = policy;
    this.surface = surface;
  }

  /** Whether a connection may reach every database file once it is open. */
  public boolean reachesAllFiles() {
    Resource everything = new FileResource(Path.of("/"));
    return policy.decide(Capability.DATABASE, surface, everything) instanceof Decision.Allowed;
  }

  /** Opens a database that nobody else sees. */
  public Connection openInMemory(Driver driver, String url, Properties options)
      throws SQLException {
    policy.check(Capability.DATABASE, surface, new NamedDatabase(IN_MEMORY));
    return connect(driver, url, options);
  }

  /**
   * Opens a database file.
   *
   * @param url makes the driver's address of an absolute path
   * @throws IOException when no file can have that path
   */
  public Connection openFile(
      Driver driver, String path, UnaryOperator<String> url, Properties options)
      throws SQLException, IOException {
    FileResource file = new FileResource(FileAccess.locate(directory, path));
    policy.check(Capability.DATABASE, surface, file);
    return connect(driver, url.apply(file.name()), options);
  }

  /**
   * Connects to a server, by one after the other of its addresses.
   *
   * @param url makes the driver's address of a numeric address, in brackets where it has colons
   */
  public Connection openServer(
      Driver driver, DatabaseServer server, UnaryOperator<String> url, Properties options)
      throws SQLException {
    policy.check(Capability.DATABASE, surface, server);
    DestinationPolicy destinations = policy.destinations();
    if (destinations.fault() != null) {
      throw new SQLException(destinations.fault());
    }
    SQLException failure = new SQLException("no address");
    for (IpAddress address : addresses(server.host(), destinations)) {
      try {
        String host = address.isV4() ? address.toString() : "[" + address + "]";
        return connect(driver, url.apply(host), options);
      } catch (SQLException refused) {
        failure = refused;
      }
    }
    throw failure;
  }

  private List<IpAddress> addresses(String host, DestinationPolicy destinations)
      throws SQLException {
    List<IpAddress> addresses = new ArrayList<>();
    try {
      for (InetAddress address : InetAddress.getAllByName(host)) {
        addresses.add(IpAddress.of(address.getAddress()));
      }
    } catch (UnknownHostException unknown) {
      throw new SQLException("failed to resolve host '" + host + "'");
    }
    String refusal = destinations.refusal(surface, addresses);
    if (refusal != null) {
      throw new SQLException(refusal);
    }
    return addresses;
  }

  private static Connection connect(Driver driver, String url, Properties options)
      throws SQLException {
    Connection connection = driver.connect(url, options);
    if (connection == null) {
      throw new SQLException("the driver does not understand " + url);
    }
    return connection;
  }

  /** A database that is no file, by its name alone. */
  private record NamedDatabase(String name) implements Resource {}
}

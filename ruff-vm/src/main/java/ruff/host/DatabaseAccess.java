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
import java.util.function.Function;
import java.util.function.UnaryOperator;
import ruff.policy.Budget;
import ruff.policy.Capability;
import ruff.policy.DatabaseServer;
import ruff.policy.IpAddress;
import ruff.policy.Loan;
import ruff.policy.NumericHost;
import ruff.policy.Policy;
import ruff.policy.Resource;

/**
 * The databases that a function of a program may open. Asks the policy for the database before a
 * driver is called, and opens what was asked for: the file without links, the address that was
 * looked at.
 */
public final class DatabaseAccess {
  /** The name of a database that is no file. */
  public static final String IN_MEMORY = ":memory:";

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

  /**
   * Whether a connection has to keep to the database that it was opened for: it opens files by
   * rules of its own, which know nothing of the rules of the policy.
   */
  public boolean isConfined() {
    return policy.limitsDatabaseFiles();
  }

  /** Takes a place among the open files, where a connection counts as one. */
  public Loan place() {
    return policy.meter().borrow(Budget.OPEN_FILES);
  }

  /** Opens a database that nobody else sees. */
  public Connection openInMemory(Driver driver, String url, Properties options)
      throws SQLException {
    policy.check(Capability.DATABASE, surface, new NamedDatabase(IN_MEMORY));
    return connect(driver, url, options);
  }

  /**
   * Opens a database file, only for reading where the program may not write it.
   *
   * @param url makes the driver's address
   * @throws IOException when no file can have that path
   */
  public Connection openFile(
      Driver driver, String path, Function<DatabaseFile, String> url, Properties options)
      throws SQLException, IOException {
    String canonical = FileResource.canonical(FileAccess.locate(directory, path));
    FileResource file = new FileResource(canonical);
    policy.check(Capability.DATABASE, surface, file);
    if (!policy.opensDatabase(Capability.FILESYSTEM_READ, file)) {
      policy.refuse(Capability.FILESYSTEM_READ, surface, file);
    }
    SpecialFiles.check(policy, Capability.FILESYSTEM_WRITE, surface, canonical);
    FileAccess.checkFolder(Path.of(canonical), path);
    boolean writable = policy.opensDatabase(Capability.FILESYSTEM_WRITE, file);
    return connect(driver, url.apply(new DatabaseFile(canonical, writable)), options);
  }

  /**
   * Connects to a server, by one after the other of its addresses. The rule for outbound addresses
   * is about what any host may answer; databases have a capability of their own.
   *
   * @param url makes the driver's address of a numeric address, in brackets where it has colons
   */
  public Connection openServer(
      Driver driver, DatabaseServer server, UnaryOperator<String> url, Properties options)
      throws SQLException {
    policy.checkLookup(Capability.DATABASE, surface, server);
    SQLException failure = new SQLException("no address");
    for (IpAddress address : addresses(server)) {
      try {
        String host = address.isV4() ? address.toString() : "[" + address + "]";
        return connect(driver, url.apply(host), options);
      } catch (SQLException refused) {
        failure = refused;
      }
    }
    throw failure;
  }

  private List<IpAddress> addresses(DatabaseServer server) throws SQLException {
    String host = server.endpoint().host();
    List<IpAddress> addresses = new ArrayList<>();
    try {
      IpAddress numeric = NumericHost.read(host);
      if (numeric != null) {
        addresses.add(numeric);
      } else {
        for (InetAddress address : InetAddress.getAllByName(host)) {
          addresses.add(IpAddress.of(address.getAddress()));
        }
      }
    } catch (UnknownHostException | IllegalArgumentException unknown) {
      // Only rules about names can speak for a host without an address.
      policy.check(Capability.DATABASE, surface, server);
      throw new SQLException("failed to resolve host '" + host + "'");
    }
    for (IpAddress address : addresses) {
      policy.check(Capability.DATABASE, surface, server.at(address));
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

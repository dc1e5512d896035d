package ruff.stdlib.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Properties;
import org.mariadb.jdbc.Driver;
import ruff.host.DatabaseAccess;
import ruff.value.BytesValue;
import ruff.value.RuffError;

/** MySQL and MariaDB, without TLS. */
final class Mysql extends Product {
  private static final String SCHEME = "mysql://";
  private static final int USUAL_PORT = 3306;

  @Override
  String title() {
    return "MySQL";
  }

  @Override
  String kind() {
    return "mysql";
  }

  @Override
  Connection open(DatabaseAccess access, String where) throws ConnectFailure {
    if (!where.startsWith(SCHEME)) {
      throw ConnectFailure.badAddress("expected a URL mysql://USER:PASSWORD@HOST:PORT/DATABASE");
    }
    ServerAddress address = ServerAddress.ofUrl(where.substring(SCHEME.length()), USUAL_PORT);
    for (String option : address.options().keySet()) {
      throw ConnectFailure.badAddress("unknown URL parameter '" + option + "'");
    }
    try {
      Connection connection =
          access.openServer(
              new Driver(), address.server(), host -> url(host, address), options(address));
      return inDatabase(connection, address.database());
    } catch (SQLException failure) {
      throw ConnectFailure.refused(words(failure));
    }
  }

  private static String url(String host, ServerAddress address) {
    return "jdbc:mariadb://" + host + ":" + address.port() + "/";
  }

  private static Connection inDatabase(Connection connection, String database) throws SQLException {
    try {
      if (!database.isEmpty()) {
        connection.setCatalog(database);
      }
      return connection;
    } catch (SQLException unknown) {
      connection.close();
      throw unknown;
    }
  }

  private static Properties options(ServerAddress address) {
    Properties options = new Properties();
    if (address.user() != null) {
      options.setProperty("user", address.user());
    }
    if (address.password() != null) {
      options.setProperty("password", address.password());
    }
    options.setProperty("connectTimeout", "10000");
    // The server must not be able to ask for files of this machine.
    options.setProperty("allowLocalInfile", "false");
    options.setProperty("allowMultiQueries", "false");
    // Without TLS newer servers of MySQL ask for the password encrypted with their public key.
    options.setProperty("allowPublicKeyRetrieval", "true");
    // The server knows how many values a statement needs, and takes one statement at a time.
    options.setProperty("useServerPrepStmts", "true");
    options.setProperty("tinyInt1isBit", "false");
    options.setProperty("yearIsDateType", "false");
    return options;
  }

  /** The driver puts its number of the connection before the text. */
  @Override
  String words(SQLException failure) {
    String message = failure.getMessage();
    int end = message != null && message.startsWith("(conn=") ? message.indexOf(") ") : -1;
    return end < 0 ? message : message.substring(end + 2);
  }

  @Override
  PreparedStatement prepare(Connection connection, String sql, Parameters parameters)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    int needed = needed(statement);
    if (needed >= 0 && needed != parameters.count()) {
      statement.close();
      throw new SQLException(
          "Statement takes " + needed + " parameters but " + parameters.count() + " were supplied");
    }
    for (int i = 0; i < parameters.count(); i++) {
      switch (parameters.get(i)) {
        case null -> statement.setNull(i + 1, Types.NULL);
        case String text -> statement.setString(i + 1, text);
        case Long number -> statement.setLong(i + 1, number);
        case Double number -> statement.setDouble(i + 1, number);
        case Boolean truth -> statement.setLong(i + 1, truth ? 1 : 0);
        case byte[] bytes -> statement.setBytes(i + 1, bytes);
        default -> throw new IllegalStateException("no parameter");
      }
    }
    return statement;
  }

  /** How many values a statement needs; -1 when the server runs it only as plain text. */
  private static int needed(PreparedStatement statement) {
    try {
      return statement.getParameterMetaData().getParameterCount();
    } catch (SQLException unprepared) {
      return -1;
    }
  }

  @Override
  Object value(ResultSet result, ResultSetMetaData columns, int column) throws SQLException {
    String text = result.getString(column);
    if (text == null) {
      return null;
    }
    return switch (columns.getColumnType(column)) {
      case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> Numeric.value(text);
      case Types.REAL, Types.FLOAT, Types.DOUBLE -> Double.valueOf(text);
      case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB ->
          new BytesValue(result.getBytes(column));
      case Types.BIT, Types.BOOLEAN -> bits(result, column);
      case Types.TIMESTAMP -> MysqlTime.moment(text);
      case Types.TIME -> MysqlTime.duration(text);
      default -> text;
    };
  }

  /** A row of bits as the number that they make. */
  private static Object bits(ResultSet result, int column) throws SQLException {
    long number = 0;
    for (byte part : result.getBytes(column)) {
      number = number << 8 | part & 0xFF;
    }
    return number;
  }

  @Override
  long lastInsertId(Connection connection) {
    long id;
    try {
      id = number(connection, "SELECT LAST_INSERT_ID()");
    } catch (SQLException failure) {
      throw new RuffError("Failed to get last insert ID: " + words(failure));
    }
    if (id == 0) {
      throw new RuffError("No last insert ID available");
    }
    return id;
  }
}

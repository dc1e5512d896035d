package ruff.stdlib.database;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import ruff.host.DatabaseAccess;
import ruff.value.BytesValue;
import ruff.value.RuffError;

/** PostgreSQL, without TLS. */
final class Postgres extends Product {
  @Override
  String title() {
    return "PostgreSQL";
  }

  @Override
  String kind() {
    return "postgres";
  }

  @Override
  Connection open(DatabaseAccess access, String where) throws ConnectFailure {
    ServerAddress address = PostgresAddress.parse(where);
    try {
      return access.openServer(
          new Driver(), address.server(), host -> url(host, address), options(address));
    } catch (SQLException failure) {
      throw ConnectFailure.refused(words(failure));
    }
  }

  private static String url(String host, ServerAddress address) {
    String database = URLEncoder.encode(address.database(), StandardCharsets.UTF_8);
    return "jdbc:postgresql://" + host + ":" + address.port() + "/" + database.replace("+", "%20");
  }

  private static Properties options(ServerAddress address) throws ConnectFailure {
    Properties options = new Properties();
    options.setProperty("user", address.user());
    if (address.password() != null) {
      options.setProperty("password", address.password());
    }
    options.setProperty("sslmode", "disable");
    options.setProperty("gssEncMode", "disable");
    // Values come as the text that the server writes, which is what programs get to see.
    options.setProperty("binaryTransfer", "false");
    options.setProperty("ApplicationName", address.options().getOrDefault("application_name", ""));
    if (address.options().containsKey("options")) {
      options.setProperty("options", address.options().get("options"));
    }
    String timeout = address.options().getOrDefault("connect_timeout", "10");
    if (timeout.isEmpty()
        || timeout.length() > 6
        || !timeout.chars().allMatch(Character::isDigit)) {
      throw ConnectFailure.badAddress("invalid connect_timeout '" + timeout + "'");
    }
    options.setProperty("connectTimeout", timeout);
    return options;
  }

  @Override
  String words(SQLException failure) {
    ServerErrorMessage told =
        failure instanceof PSQLException known ? known.getServerErrorMessage() : null;
    return told == null || told.getMessage() == null ? failure.getMessage() : told.getMessage();
  }

  @Override
  PreparedStatement prepare(Connection connection, String sql, Parameters parameters)
      throws SQLException {
    PostgresStatement read = PostgresStatement.of(sql);
    if (read.needed() != parameters.count()) {
      throw new SQLException(
          "expected " + read.needed() + " parameters but got " + parameters.count());
    }
    PreparedStatement statement = connection.prepareStatement(read.sql());
    for (int i = 0; i < read.order().length; i++) {
      bind(statement, i + 1, parameters.get(read.order()[i] - 1));
    }
    return statement;
  }

  /**
   * Text and null get their types from where they stand, as quoted text in a statement does; whole
   * numbers the smaller type where they fit, as digits in a statement do.
   */
  private static void bind(PreparedStatement statement, int place, Object value)
      throws SQLException {
    switch (value) {
      case null -> statement.setNull(place, Types.NULL);
      case String text -> statement.setObject(place, text, Types.OTHER);
      case Long number when number == number.intValue() ->
          statement.setInt(place, number.intValue());
      case Long number -> statement.setLong(place, number);
      case Double number -> statement.setDouble(place, number);
      case Boolean truth -> statement.setBoolean(place, truth);
      case byte[] bytes -> statement.setBytes(place, bytes);
      default -> throw new IllegalStateException("no parameter");
    }
  }

  @Override
  Object value(ResultSet result, ResultSetMetaData columns, int column) throws SQLException {
    String text = result.getString(column);
    if (text == null) {
      return null;
    }
    return switch (columns.getColumnTypeName(column)) {
      case "int2", "int4", "int8", "oid", "serial", "bigserial", "smallserial" ->
          Long.valueOf(text);
      case "float4", "float8" -> Double.valueOf(text);
      case "numeric" -> Numeric.value(text);
      case "bool" -> text.equals("t") || text.equals("true");
      case "bytea" -> new BytesValue(result.getBytes(column));
      default -> text;
    };
  }

  /**
   * A transaction with a failed statement ends in a commit that keeps nothing, without an error.
   */
  @Override
  void commit(Connection connection) throws SQLException {
    if (connection.unwrap(BaseConnection.class).getTransactionState() == TransactionState.FAILED) {
      rollback(connection);
      throw new SQLException("a statement has failed, so everything was undone");
    }
    super.commit(connection);
  }

  @Override
  long lastInsertId(Connection connection) {
    try {
      return number(connection, "SELECT lastval()");
    } catch (SQLException failure) {
      throw new RuffError(
          "Failed to get last insert ID: " + words(failure) + ". Use RETURNING clause instead.");
    }
  }
}

package ruff.stdlib.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import ruff.host.DatabaseAccess;
import ruff.natives.CancelSignal;
import ruff.value.ArrayValue;
import ruff.value.DictValue;
import ruff.value.NullValue;
import ruff.value.RuffError;

/**
 * What differs between databases: how connections are made, how values are passed and in which
 * words failures are told. Has no state; connections are kept by {@link DatabaseValue}.
 */
abstract class Product {
  /** The name of the product in messages, such as {@code PostgreSQL}. */
  abstract String title();

  /** The name of the product in programs, such as {@code postgres}. */
  abstract String kind();

  /**
   * Opens a connection.
   *
   * @param where as the program wrote it
   */
  abstract Connection open(DatabaseAccess access, String where) throws ConnectFailure;

  /** What the product says about a failure, without anything that its driver adds. */
  abstract String words(SQLException failure);

  /** Runs a statement and answers how many rows it changed. */
  long execute(Connection connection, String sql, Parameters parameters) {
    try (PreparedStatement statement = prepare(connection, sql, parameters)) {
      if (statement.execute()) {
        return rowsGiven(statement);
      }
      return Math.max(0, statement.getLargeUpdateCount());
    } catch (SQLException failure) {
      throw failed(" execution error: ", failure);
    }
  }

  /** What a statement counts as that gives rows. */
  long rowsGiven(PreparedStatement statement) throws SQLException {
    long rows = 0;
    try (ResultSet result = statement.getResultSet()) {
      while (result.next()) {
        rows++;
      }
    }
    return rows;
  }

  /** Runs a statement and answers its rows. */
  ArrayValue query(Connection connection, String sql, Parameters parameters) {
    try (PreparedStatement statement = prepare(connection, sql, parameters)) {
      if (!statement.execute()) {
        return new ArrayValue();
      }
      try (ResultSet result = statement.getResultSet()) {
        return rows(result);
      }
    } catch (SQLException failure) {
      throw failed(" query error: ", failure);
    }
  }

  /** The statement with its parameters. */
  abstract PreparedStatement prepare(Connection connection, String sql, Parameters parameters)
      throws SQLException;

  final ArrayValue rows(ResultSet result) throws SQLException {
    ResultSetMetaData columns = result.getMetaData();
    String[] names = new String[columns.getColumnCount()];
    for (int i = 0; i < names.length; i++) {
      names[i] = columns.getColumnLabel(i + 1);
    }
    ArrayValue rows = new ArrayValue();
    while (result.next()) {
      DictValue row = DictValue.ofExpectedSize(names.length);
      for (int i = 0; i < names.length; i++) {
        Object value = value(result, columns, i + 1);
        row.put(names[i], value == null ? NullValue.NULL : value);
      }
      rows.add(row);
    }
    return rows;
  }

  /** The value of a column of the present row, or Java null for the null of databases. */
  abstract Object value(ResultSet result, ResultSetMetaData columns, int column)
      throws SQLException;

  /** The id that the last insert made. */
  abstract long lastInsertId(Connection connection);

  /** Begins a transaction; by default the driver begins it with the next statement. */
  void begin(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
  }

  /** Keeps what was done; when it cannot be kept, it is undone. */
  void commit(Connection connection) throws SQLException {
    try {
      connection.commit();
    } catch (SQLException failure) {
      rollback(connection);
      throw failure;
    }
    connection.setAutoCommit(true);
  }

  /** Whether a transaction goes on after it could not be committed. */
  boolean staysOpenAfterFailedCommit() {
    return false;
  }

  void rollback(Connection connection) throws SQLException {
    connection.rollback();
    connection.setAutoCommit(true);
  }

  /** The number that a query of one value answers. */
  static long number(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet result = statement.executeQuery()) {
      result.next();
      return result.getLong(1);
    }
  }

  final RuffError failed(String what, SQLException failure) {
    CancelSignal.check();
    return new RuffError(title() + what + words(failure));
  }
}

package ruff.stdlib.database;

import java.sql.Connection;
import java.sql.SQLException;
import ruff.host.DatabaseAccess;
import ruff.policy.Loan;
import ruff.value.ArrayValue;
import ruff.value.HandleValue;
import ruff.value.RuffError;

/** A connection of a program. Calls from several threads go one after the other. */
final class DatabaseValue extends HandleValue {
  private static final String CLOSED = "the connection is closed";

  private final Product product;
  private final Connection connection;
  private final Loan place;
  private boolean inTransaction;
  private boolean closed;

  private DatabaseValue(Product product, Connection connection, Loan place) {
    this.product = product;
    this.connection = connection;
    this.place = place;
  }

  /**
   * Opens a connection.
   *
   * @param where as the program wrote it
   */
  static DatabaseValue open(Product product, DatabaseAccess access, String where)
      throws ConnectFailure {
    Loan place = access.place();
    try {
      return new DatabaseValue(product, product.open(access, where), place);
    } catch (ConnectFailure | RuntimeException failure) {
      place.close();
      throw failure;
    }
  }

  synchronized long execute(String sql, Parameters parameters) {
    checkOpen(" execution error: ");
    return product.execute(connection, sql, parameters);
  }

  synchronized ArrayValue query(String sql, Parameters parameters) {
    checkOpen(" query error: ");
    return product.query(connection, sql, parameters);
  }

  private void checkOpen(String what) {
    if (closed) {
      throw new RuffError(product.title() + what + CLOSED);
    }
  }

  synchronized long lastInsertId() {
    if (closed) {
      throw new RuffError("Failed to get last insert ID: " + CLOSED);
    }
    return product.lastInsertId(connection);
  }

  synchronized void begin() {
    if (inTransaction) {
      throw new RuffError("Transaction already in progress. Commit or rollback first.");
    }
    try {
      checkOpenFor();
      product.begin(connection);
      inTransaction = true;
    } catch (SQLException failure) {
      throw new RuffError("Failed to begin transaction: " + product.words(failure));
    }
  }

  synchronized void commit() {
    checkInTransaction();
    try {
      checkOpenFor();
      product.commit(connection);
      inTransaction = false;
    } catch (SQLException failure) {
      inTransaction = product.staysOpenAfterFailedCommit() && !closed;
      throw new RuffError("Failed to commit transaction: " + product.words(failure));
    }
  }

  synchronized void rollback() {
    checkInTransaction();
    inTransaction = false;
    try {
      checkOpenFor();
      product.rollback(connection);
    } catch (SQLException failure) {
      throw new RuffError("Failed to rollback transaction: " + product.words(failure));
    }
  }

  private void checkInTransaction() {
    if (!inTransaction) {
      throw new RuffError("No transaction in progress. Use db_begin() first.");
    }
  }

  private void checkOpenFor() throws SQLException {
    if (closed) {
      throw new SQLException(CLOSED);
    }
  }

  synchronized boolean isClosed() {
    return closed;
  }

  /** Ends a transaction that was left open, so that the next user finds none. */
  synchronized void settle() {
    if (inTransaction && !closed) {
      rollback();
    }
  }

  /** Undoes an open transaction and closes; does nothing the second time. */
  synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    place.close();
    try (Connection ending = connection) {
      if (inTransaction) {
        inTransaction = false;
        product.rollback(ending);
      }
    } catch (SQLException broken) {
      // What cannot be closed any more is gone already.
    }
  }

  @Override
  public String typeName() {
    return "database";
  }

  @Override
  public String display() {
    return "Database(type: " + product.kind() + ")";
  }
}

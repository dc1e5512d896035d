package ruff.serve.wire;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.Connection;
import ruff.policy.Budget;
import ruff.policy.Loan;
import ruff.policy.Meter;

/**
 * Gives each connection of a server a place among the open files of the program. Where none is left
 * the connection is closed at once: others must not be able to end the program.
 */
final class CountedConnections implements Connection.Listener {
  private final Map<Connection, Loan> places = new ConcurrentHashMap<>();
  private final Meter meter;

  CountedConnections(Meter meter) {
    this.meter = meter;
  }

  @Override
  public void onOpened(Connection connection) {
    Loan place = meter.borrowIfLeft(Budget.OPEN_FILES);
    if (place == null) {
      connection.close();
    } else {
      places.put(connection, place);
    }
  }

  @Override
  public void onClosed(Connection connection) {
    Loan place = places.remove(connection);
    if (place != null) {
      place.close();
    }
  }
}

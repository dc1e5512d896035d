package ruff.stdlib.database;

import java.util.HashSet;
import java.util.Set;
import ruff.natives.NativeContext;
import ruff.natives.NativeMemory;

/** The connections that a program has not closed; the end of the program closes them. */
final class OpenDatabases implements NativeMemory.Closing {
  private final Set<DatabaseValue> open = new HashSet<>();

  private OpenDatabases() {}

  static OpenDatabases of(NativeContext context) {
    NativeMemory memory = context.memory();
    OpenDatabases known = memory.find(OpenDatabases.class);
    return known != null ? known : memory.keep(OpenDatabases.class, new OpenDatabases());
  }

  synchronized void add(DatabaseValue database) {
    open.add(database);
  }

  synchronized void close(DatabaseValue database) {
    open.remove(database);
    database.close();
  }

  @Override
  public synchronized void close() {
    open.forEach(DatabaseValue::close);
    open.clear();
  }
}

package ruff.stdlib.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ruff.policy.Capability;
import ruff.policy.Policy;
import ruff.stdlib.Natives;
import ruff.value.BytesValue;

class SqliteTest {
  @TempDir private Path folder;
  private Natives natives;
  private Object db;

  @BeforeEach
  void connect() {
    natives = new Natives(folder);
    db = natives.call("db_connect", "sqlite", ":memory:");
  }

  private Object execute(String sql, Object... parameters) {
    return natives.call("db_execute", db, sql, Arrays.asList(parameters));
  }

  private String query(String sql, Object... parameters) {
    return natives.show("db_query", db, sql, Arrays.asList(parameters));
  }

  private String failure(String function, Object... arguments) {
    return natives.message(function, arguments);
  }

  @Test
  void valuesOfAllTypesComeBack() {
    execute("CREATE TABLE t (a, b, c, d, e, f)");
    BytesValue bytes = new BytesValue(new byte[] {0, 1, -1});
    execute(
        "INSERT INTO t VALUES (?, ?, ?, ?, ?, ?)", Long.MIN_VALUE, 0.5, "ü\n", null, true, bytes);
    assertThat(query("SELECT * FROM t"))
        .isEqualTo(
            "[{\"a\": -9223372036854775808, \"b\": 0.5, \"c\": ü\n, \"d\": null, \"e\": 1, \"f\":"
                + " <bytes 3>}]");
    assertThat(query("SELECT f = ? AS same FROM t", bytes)).isEqualTo("[{\"same\": 1}]");
  }

  @Test
  void otherValuesAreRefusedBeforeAnythingHappens() {
    execute("CREATE TABLE t (a)");
    assertThat(failure("db_execute", db, "INSERT INTO t VALUES (?)", List.of(List.of(1))))
        .isEqualTo("Unsupported database parameter type: array");
    assertThat(failure("db_execute", db, "INSERT INTO t VALUES (?)", List.of(Map.of("a", 1))))
        .isEqualTo("Unsupported database parameter type: dict");
    assertThat(failure("db_execute", db, "INSERT INTO t VALUES (?)", List.of(db)))
        .isEqualTo("Unsupported database parameter type: database");
    assertThat(query("SELECT * FROM t")).isEqualTo("[]");
  }

  @Test
  void changedRowsAreCountedAndDefinitionsCountAsNone() {
    assertThat(execute("CREATE TABLE t (a)")).isEqualTo(0L);
    assertThat(execute("INSERT INTO t VALUES (1), (2), (3)")).isEqualTo(3L);
    assertThat(execute("CREATE INDEX i ON t (a)")).isEqualTo(0L);
    assertThat(execute("UPDATE t SET a = 0 WHERE a > 1")).isEqualTo(2L);
    assertThat(execute("PRAGMA user_version = 3")).isEqualTo(0L);
    assertThat(execute("DELETE FROM t")).isEqualTo(3L);
    assertThat(execute("DELETE FROM t")).isEqualTo(0L);
    assertThat(execute("DROP TABLE t")).isEqualTo(0L);
  }

  @Test
  void placeholdersByPositionNumberAndName() {
    assertThat(query("SELECT ?1 AS a, ?2 AS b, ?1 AS c", "x", 2))
        .isEqualTo("[{\"a\": x, \"b\": 2, \"c\": x}]");
    assertThat(query("SELECT :a AS a, @b AS b, :a AS c", 1, 2))
        .isEqualTo("[{\"a\": 1, \"b\": 2, \"c\": 1}]");
    assertThat(failure("db_query", db, "SELECT ?, ?", List.of(1)))
        .isEqualTo(
            "SQLite query error: Wrong number of parameters passed to query. Got 1, needed 2");
    assertThat(failure("db_execute", db, "SELECT 1", List.of(1)))
        .isEqualTo(
            "SQLite execution error: Wrong number of parameters passed to query. Got 1, needed 0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n", "-- nothing", "/* nothing */ ;", ";;"})
  void emptyStatements(String sql) {
    assertThat(failure("db_query", db, sql)).isEqualTo("SQLite prepare error: empty statement");
    assertThat(failure("db_execute", db, sql)).isEqualTo("SQLite execution error: empty statement");
  }

  @Test
  void failuresHaveTheWordsOfTheEngine() {
    execute("CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT NOT NULL CHECK (b <> '(x)'))");
    execute("CREATE TABLE u (a REFERENCES t (a))");
    assertThat(failure("db_execute", db, "INSERT INTO t VALUES (1, '(x)')"))
        .isEqualTo("SQLite execution error: CHECK constraint failed: b <> '(x)'");
    assertThat(failure("db_execute", db, "INSERT INTO u VALUES (1)"))
        .isEqualTo("SQLite execution error: FOREIGN KEY constraint failed");
    assertThat(failure("db_query", db, "SELEC 1"))
        .isEqualTo("SQLite prepare error: near \"SELEC\": syntax error");
    assertThat(failure("db_query", db, "SELECT abs(-9223372036854775808)"))
        .isEqualTo("SQLite row error: integer overflow");
    assertThat(failure("db_execute", db, "SELECT 1"))
        .isEqualTo(
            "SQLite execution error: Execute returned results - did you mean to call query?");
  }

  @Test
  void onlyTheFirstStatementRuns() {
    execute("CREATE TABLE t (a); DROP TABLE t");
    assertThat(query("SELECT * FROM t; DROP TABLE t")).isEqualTo("[]");
    assertThat(query("SELECT * FROM t")).isEqualTo("[]");
  }

  @Test
  void rawTransactionsAreNotGuarded() {
    execute("CREATE TABLE t (a)");
    execute("BEGIN");
    execute("INSERT INTO t VALUES (1)");
    assertThat(failure("db_begin", db))
        .isEqualTo("Failed to begin transaction: cannot start a transaction within a transaction");
    assertThat(failure("db_rollback", db))
        .isEqualTo("No transaction in progress. Use db_begin() first.");
    execute("ROLLBACK");
    assertThat(query("SELECT * FROM t")).isEqualTo("[]");
  }

  /** Whoever reads a file keeps others from committing; afterwards they can. */
  @Test
  void aCommitCanBeTriedAgain() {
    db = natives.call("db_connect", "sqlite", "a.db");
    execute("CREATE TABLE t (a)");
    natives.call("db_begin", db);
    execute("INSERT INTO t VALUES (1)");
    Object reader = natives.call("db_connect", "sqlite", "a.db");
    natives.call("db_execute", reader, "BEGIN");
    natives.call("db_query", reader, "SELECT * FROM t");
    natives.call("db_query", db, "PRAGMA busy_timeout = 10");
    assertThat(failure("db_commit", db))
        .isEqualTo("Failed to commit transaction: database is locked");
    natives.call("db_close", reader);
    assertThat(natives.call("db_commit", db)).isEqualTo(true);
    assertThat(query("SELECT a FROM t")).isEqualTo("[{\"a\": 1}]");
    natives.call("db_close", db);
  }

  @Test
  void closingUndoesAndEndsTheConnection() {
    db = natives.call("db_connect", "sqlite", "a.db");
    execute("CREATE TABLE t (a)");
    natives.call("db_begin", db);
    execute("INSERT INTO t VALUES (1)");
    assertThat(natives.call("db_close", db)).isEqualTo(true);
    assertThat(natives.call("db_close", db)).isEqualTo(true);
    assertThat(failure("db_execute", db, "SELECT 1"))
        .isEqualTo("SQLite execution error: the connection is closed");
    assertThat(failure("db_begin", db))
        .isEqualTo("Failed to begin transaction: the connection is closed");
    db = natives.call("db_connect", "sqlite", "a.db");
    assertThat(query("SELECT * FROM t")).isEqualTo("[]");
  }

  @Test
  void theEndOfTheProgramCloses() {
    db = natives.call("db_connect", "sqlite", "a.db");
    natives.memory().close();
    assertThat(failure("db_query", db, "SELECT 1"))
        .isEqualTo("SQLite query error: the connection is closed");
  }

  /** The driver and the engine would see options in some of these. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain.db",
        "with space.db",
        "x?mode=memory",
        "x?cache=shared&foreign_keys=off",
        "file:a.db",
        "a%41#b.db",
        ":resource:a",
        "ü.db",
        "mode=memory"
      })
  void aPathIsAPathWhateverItLooksLike(String path) throws IOException {
    Object file = natives.call("db_connect", "sqlite", path);
    natives.call("db_execute", file, "CREATE TABLE t (a)");
    natives.call("db_close", file);
    assertThat(folder.resolve(path)).isNotEmptyFile();
    try (var entries = Files.list(folder)) {
      assertThat(entries).hasSize(1);
    }
  }

  @Test
  void filesThatCannotBeOpened() throws IOException {
    Files.writeString(
        folder.resolve("text"), "no database at all, but long enough to be looked at");
    assertThat(failure("db_connect", "sqlite", "none/a.db"))
        .isEqualTo("Failed to connect to SQLite: unable to open database file: none/a.db");
    assertThat(failure("db_connect", "sqlite", "."))
        .isEqualTo("Failed to connect to SQLite: unable to open database file: .");
    assertThat(failure("db_connect", "sqlite", ""))
        .isEqualTo("Failed to connect to SQLite: unable to open database file: ");
    Object text = natives.call("db_connect", "sqlite", "text");
    assertThat(failure("db_query", text, "SELECT * FROM t")).contains("file is not a database");
  }

  @Test
  void kindsAreNamedInAnyCase() {
    assertThat(natives.show("db_connect", "SQLite", ":memory:"))
        .isEqualTo("Database(type: sqlite)");
    assertThat(failure("db_connect", "oracle", "x"))
        .isEqualTo("Unsupported database type: oracle. Currently supported: 'sqlite', 'postgres'");
    assertThat(failure("db_pool", "oracle", "x"))
        .isEqualTo(
            "Unsupported database type: oracle. Currently supported: 'sqlite', 'postgres',"
                + " 'mysql'");
  }

  @Test
  void nothingIsOpenedWithoutTheRight() {
    for (Natives denied :
        List.of(
            new Natives(folder, Policy.untrusted()),
            new Natives(
                folder,
                Policy.granting(
                    Set.of(Capability.FILESYSTEM_READ, Capability.FILESYSTEM_WRITE))))) {
      assertThatThrownBy(() -> denied.call("db_connect", "sqlite", "a.db"))
          .hasMessage(
              "Capability denied: database required for db_connect; rerun with --allow-database");
    }
    assertThat(folder).isEmptyDirectory();
    Natives granted = new Natives(folder, Policy.granting(Set.of(Capability.DATABASE)));
    granted.call("db_connect", "sqlite", "a.db");
    assertThat(folder.resolve("a.db")).exists();
  }

  @Test
  void poolsLendTheConnectionThatCameBackFirst() {
    Object pool = natives.call("db_pool", "sqlite", "p.db", Map.of("max_connections", 2));
    Object one = natives.call("db_pool_acquire", pool);
    Object two = natives.call("db_pool_acquire", pool);
    natives.call("db_pool_release", pool, two);
    natives.call("db_pool_release", pool, one);
    assertThat(natives.call("db_pool_acquire", pool)).isSameAs(two);
    assertThat(natives.call("db_pool_acquire", pool)).isSameAs(one);
  }

  @Test
  void poolsTakeOnlyWhatTheyLent() {
    Object pool = natives.call("db_pool", "sqlite", ":memory:");
    Object lent = natives.call("db_pool_acquire", pool);
    assertThat(failure("db_pool_release", pool, db))
        .isEqualTo("db_pool_release: connection does not belong to this pool");
    natives.call("db_begin", lent);
    natives.call("db_pool_release", pool, lent);
    assertThat(failure("db_pool_release", pool, lent))
        .isEqualTo("db_pool_release: connection does not belong to this pool");
    assertThat(natives.show("db_pool_stats", pool))
        .isEqualTo("{\"available\": 1, \"in_use\": 0, \"max\": 20, \"total\": 1}");
    assertThat(failure("db_commit", lent))
        .isEqualTo("No transaction in progress. Use db_begin() first.");
  }

  @Test
  void connectionsThatWereClosedLeaveTheirPool() {
    Object pool = natives.call("db_pool", "sqlite", ":memory:", Map.of("max_connections", 1));
    Object lent = natives.call("db_pool_acquire", pool);
    natives.call("db_close", lent);
    natives.call("db_pool_release", pool, lent);
    assertThat(natives.show("db_pool_stats", pool))
        .isEqualTo("{\"available\": 0, \"in_use\": 0, \"max\": 1, \"total\": 0}");
    assertThat(natives.call("db_pool_acquire", pool)).isNotSameAs(lent);
  }

  @Test
  void aClosedPoolBeginsAnew() {
    Object pool = natives.call("db_pool", "sqlite", ":memory:");
    Object idle = natives.call("db_pool_acquire", pool);
    Object lent = natives.call("db_pool_acquire", pool);
    natives.call("db_pool_release", pool, idle);
    natives.call("db_pool_close", pool);
    assertThat(natives.show("db_pool_stats", pool))
        .isEqualTo("{\"available\": 0, \"in_use\": 0, \"max\": 20, \"total\": 0}");
    assertThat(failure("db_query", idle, "SELECT 1")).endsWith("the connection is closed");
    assertThat(natives.show("db_query", lent, "SELECT 1 AS a")).isEqualTo("[{\"a\": 1}]");
    assertThat(natives.call("db_pool_release", pool, lent)).isEqualTo(true);
    assertThat(failure("db_query", lent, "SELECT 1")).endsWith("the connection is closed");
    assertThat(natives.show("db_pool_acquire", pool)).isEqualTo("Database(type: sqlite)");
  }

  @Test
  void aFullPoolWaitsForAConnectionToComeBack() throws InterruptedException {
    Object pool = natives.call("db_pool", "sqlite", ":memory:", Map.of("max_connections", 1));
    Object lent = natives.call("db_pool_acquire", pool);
    Thread giver = new Thread(() -> natives.call("db_pool_release", pool, lent));
    giver.start();
    assertThat(natives.call("db_pool_acquire", pool)).isSameAs(lent);
    giver.join();
  }

  @Test
  void limitsOfPools() {
    assertThat(failure("db_pool", "sqlite", ":memory:", Map.of("min_connections", 21)))
        .isEqualTo(
            "Failed to create connection pool: min_connections cannot be greater than"
                + " max_connections");
    assertThat(natives.show("db_pool", "sqlite", ":memory:", Map.of("max_connections", 3)))
        .isEqualTo("DatabasePool");
    Object none =
        natives.call(
            "db_pool", "sqlite", ":memory:", Map.of("max_connections", 0, "connection_timeout", 0));
    assertThat(failure("db_pool_acquire", none))
        .isEqualTo(
            "Failed to acquire connection: Connection pool timeout: all connections are in use");
    Object nowhere = natives.call("db_pool", "sqlite", "none/a.db");
    assertThat(failure("db_pool_acquire", nowhere))
        .isEqualTo(
            "Failed to acquire connection: Failed to create SQLite connection: unable to open"
                + " database file: none/a.db");
    assertThat(natives.show("db_pool_stats", nowhere)).contains("\"total\": 0");
  }
}

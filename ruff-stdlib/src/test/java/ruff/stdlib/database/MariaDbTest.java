package ruff.stdlib.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ruff.stdlib.Natives;
import ruff.value.BytesValue;

/** MariaDB as a program sees it. */
class MariaDbTest {
  @TempDir private static Path folder;
  private static MariaDbServer server;
  private final Natives natives = new Natives();
  private Object db;

  @BeforeAll
  static void startServer() throws Exception {
    Assumptions.assumeTrue(
        MariaDbServer.isAvailable(), "the server's programs are not on the class path");
    server = MariaDbServer.start(folder);
    Natives natives = new Natives();
    Object root = natives.call("db_connect", "mysql", server.url(""));
    natives.call("db_execute", root, "CREATE DATABASE shop");
    natives.call("db_close", root);
  }

  @AfterAll
  static void stopServer() {
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void connect() {
    db = natives.call("db_connect", "MySQL", server.url("shop"));
  }

  @AfterEach
  void close() {
    natives.call("db_execute", db, "DROP TABLE IF EXISTS t");
    natives.call("db_close", db);
  }

  private Object execute(String sql, Object... parameters) {
    return natives.call("db_execute", db, sql, Arrays.asList(parameters));
  }

  private String query(String sql, Object... parameters) {
    return natives.show("db_query", db, sql, Arrays.asList(parameters));
  }

  @Test
  void valuesOfAllTypesComeBack() {
    execute(
        "CREATE TABLE t (id INT PRIMARY KEY AUTO_INCREMENT, small TINYINT, big BIGINT, huge BIGINT"
            + " UNSIGNED, d DOUBLE, n DECIMAL(10,2), s VARCHAR(20), x TEXT, b BLOB, at DATETIME(3),"
            + " day DATE, time TIME(1), ok BOOLEAN, bits BIT(10), y YEAR, e ENUM('a','b'))");
    Object changed =
        execute(
            "INSERT INTO t VALUES (NULL, ?, ?, 18446744073709551615, ?, '12.50', ?, ?, ?,"
                + " '2026-01-02 03:04:05.5', '2026-01-02', '-49:00:30.5', ?, 5, 2026, 'b')",
            -3,
            Long.MAX_VALUE,
            2.5,
            "näme",
            "line\n'quoted'",
            new BytesValue(new byte[] {0, -1}),
            true);
    assertThat(changed).isEqualTo(1L);
    assertThat(query("SELECT * FROM t"))
        .isEqualTo(
            "[{\"at\": 2026-01-02 03:04:05.500000, \"b\": <bytes 2>, \"big\": 9223372036854775807,"
                + " \"bits\": 5, \"d\": 2.5, \"day\": 2026-01-02, \"e\": b, \"huge\":"
                + " 18446744073709552000, \"id\": 1, \"n\": 12.50, \"ok\": 1, \"s\": näme,"
                + " \"small\": -3, \"time\": -2d 01:00:30.500000, \"x\": line\n"
                + "'quoted', \"y\": 2026}]");
    assertThat(natives.call("db_last_insert_id", db)).isEqualTo(1L);
  }

  @Test
  void nullStaysNullAndNothingIsMixedIntoTheStatement() {
    execute("CREATE TABLE t (a TEXT, b INT)");
    execute("INSERT INTO t VALUES (?, ?)", null, null);
    execute("INSERT INTO t VALUES (?, ?)", "'); DROP TABLE t; --", 2);
    assertThat(query("SELECT a, b FROM t ORDER BY b"))
        .isEqualTo("[{\"a\": null, \"b\": null}, {\"a\": '); DROP TABLE t; --, \"b\": 2}]");
    assertThat(execute("UPDATE t SET b = b + 1")).isEqualTo(2L);
    assertThat(execute("UPDATE t SET b = 7 WHERE a = ?", "nobody")).isEqualTo(0L);
  }

  @Test
  void transactions() {
    execute("CREATE TABLE t (n INT) ENGINE = InnoDB");
    natives.call("db_begin", db);
    execute("INSERT INTO t VALUES (1)");
    natives.call("db_rollback", db);
    assertThat(query("SELECT COUNT(*) AS n FROM t")).isEqualTo("[{\"n\": 0}]");
    natives.call("db_begin", db);
    execute("INSERT INTO t VALUES (1)");
    assertThat(natives.message("db_begin", db)).startsWith("Transaction already in progress");
    natives.call("db_commit", db);
    assertThat(query("SELECT COUNT(*) AS n FROM t")).isEqualTo("[{\"n\": 1}]");
    execute("INSERT INTO t VALUES (2)");
    Object other = natives.call("db_connect", "mysql", server.url("shop"));
    assertThat(natives.show("db_query", other, "SELECT COUNT(*) AS n FROM t"))
        .isEqualTo("[{\"n\": 2}]");
  }

  @Test
  void failuresHaveTheWordsOfTheServer() {
    assertThat(natives.message("db_query", db, "SELECT * FROM missing"))
        .isEqualTo("MySQL query error: Table 'shop.missing' doesn't exist");
    assertThat(natives.message("db_execute", db, "SELEC 1"))
        .startsWith("MySQL execution error: You have an error in your SQL syntax");
    assertThat(natives.message("db_query", db, "SELECT ?", List.of()))
        .isEqualTo("MySQL query error: Statement takes 1 parameters but 0 were supplied");
    assertThat(natives.message("db_query", db, "SELECT ?", List.of(1, 2)))
        .isEqualTo("MySQL query error: Statement takes 1 parameters but 2 were supplied");
    assertThat(natives.message("db_query", db, "SELECT 1; SELECT 2"))
        .startsWith("MySQL query error: ");
    assertThat(natives.message("db_last_insert_id", db)).isEqualTo("No last insert ID available");
  }

  @Test
  void passwordsAreChecked() {
    execute("CREATE OR REPLACE USER ann@'%' IDENTIFIED BY 'p@ss:word'");
    execute("GRANT ALL ON shop.* TO ann@'%'");
    Object ann = natives.call("db_connect", "mysql", server.url("ann:p%40ss%3Aword", "shop"));
    assertThat(natives.show("db_query", ann, "SELECT DATABASE() AS d"))
        .isEqualTo("[{\"d\": shop}]");
    assertThat(natives.message("db_connect", "mysql", server.url("ann:wrong", "shop")))
        .startsWith("Failed to connect to MySQL: Access denied for user 'ann'@");
    assertThat(natives.message("db_connect", "mysql", server.url("nowhere")))
        .isEqualTo("Failed to connect to MySQL: Unknown database 'nowhere'");
  }

  @Test
  void theServerCannotAskForFiles() {
    execute("CREATE TABLE t (line TEXT)");
    assertThat(
            natives.message(
                "db_execute", db, "LOAD DATA LOCAL INFILE '/etc/hostname' INTO TABLE t"))
        .startsWith("MySQL execution error: ");
    assertThat(query("SELECT COUNT(*) AS n FROM t")).isEqualTo("[{\"n\": 0}]");
  }

  @Test
  void pools() {
    Object pool =
        natives.call(
            "db_pool",
            "mysql",
            server.url("shop"),
            Map.of("max_connections", 1, "connection_timeout", 0));
    Object lent = natives.call("db_pool_acquire", pool);
    assertThat(natives.message("db_pool_acquire", pool))
        .isEqualTo(
            "Failed to acquire connection: Connection pool timeout: all connections are in use");
    natives.call("db_pool_release", pool, lent);
    assertThat(natives.call("db_pool_acquire", pool)).isSameAs(lent);
    natives.call("db_close", lent);
  }
}

package ruff.stdlib.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ruff.stdlib.Natives;
import ruff.value.BytesValue;

/** PostgreSQL as a program sees it, on a server that the test starts. */
class PostgresTest {
  private static EmbeddedPostgres server;
  private final Natives natives = new Natives();
  private Object db;

  @BeforeAll
  static void startServer() throws IOException {
    server = EmbeddedPostgres.builder().start();
  }

  @AfterAll
  static void stopServer() throws IOException {
    server.close();
  }

  private static String settings() {
    return "host=localhost port=" + server.getPort() + " user=postgres dbname=postgres";
  }

  @BeforeEach
  void connect() {
    db = natives.call("db_connect", "postgres", settings());
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
        "CREATE TABLE t (id SERIAL PRIMARY KEY, name TEXT, n INT, big BIGINT, small SMALLINT, f"
            + " DOUBLE PRECISION, ok BOOLEAN, raw BYTEA, num NUMERIC(10,2), at TIMESTAMP, u UUID, j"
            + " JSONB, list INT[])");
    Object changed =
        execute(
            "INSERT INTO t (name, n, big, small, f, ok, raw, num, at, u, j, list) VALUES ($1, $2,"
                + " $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
            "ann",
            5,
            Long.MAX_VALUE,
            7,
            2.5,
            true,
            new BytesValue(new byte[] {0, -1}),
            "12.50",
            "2026-01-02 03:04:05.5",
            "c0a80101-0000-4000-8000-000000000001",
            "{\"a\": 1}",
            "{1,2}");
    assertThat(changed).isEqualTo(1L);
    assertThat(query("SELECT * FROM t"))
        .isEqualTo(
            "[{\"at\": 2026-01-02 03:04:05.5, \"big\": 9223372036854775807, \"f\": 2.5, \"id\": 1,"
                + " \"j\": {\"a\": 1}, \"list\": {1,2}, \"n\": 5, \"name\": ann, \"num\": 12.5,"
                + " \"ok\": true, \"raw\": <bytes 2>, \"small\": 7, \"u\":"
                + " c0a80101-0000-4000-8000-000000000001}]");
    assertThat(natives.call("db_last_insert_id", db)).isEqualTo(1L);
  }

  @Test
  void nullStaysNullAndNothingIsMixedIntoTheStatement() {
    execute("CREATE TABLE t (a TEXT, b INT)");
    execute("INSERT INTO t VALUES ($1, $2), ($3, $2)", null, 2, "'); DROP TABLE t; --");
    assertThat(query("SELECT a, b FROM t ORDER BY a NULLS FIRST"))
        .isEqualTo("[{\"a\": null, \"b\": 2}, {\"a\": '); DROP TABLE t; --, \"b\": 2}]");
  }

  @Test
  void parametersAreTypedAsLiteralsAre() {
    assertThat(query("SELECT $1 AS a, $2 AS b, $1 AS c, $3 AS d, $4 AS e", "x", 2, 2.5, false))
        .isEqualTo("[{\"a\": x, \"b\": 2, \"c\": x, \"d\": 2.5, \"e\": false}]");
    assertThat(query("SELECT substr('abcdef', $1) AS s, $2::text::int + 1 AS n", 2, "41"))
        .isEqualTo("[{\"n\": 42, \"s\": bcdef}]");
    assertThat(query("SELECT 3000000000 + $1 AS n, '[1]'::jsonb ? 'a' AS has", 1))
        .isEqualTo("[{\"has\": false, \"n\": 3000000001}]");
  }

  @Test
  void decimalsAreNumbersAndTheRestIsText() {
    assertThat(
            query(
                "SELECT 1.5::numeric AS a, 10::numeric AS b, 'NaN'::numeric AS c, interval '1 day'"
                    + " AS d, date '2026-01-02' AS e, 1e30::numeric AS f"))
        .isEqualTo(
            "[{\"a\": 1.5, \"b\": 10, \"c\": NaN, \"d\": 1 day, \"e\": 2026-01-02, \"f\":"
                + " 1000000000000000000000000000000}]");
  }

  @Test
  void onlyTheFirstStatementRuns() {
    assertThat(query("SELECT 1 AS a; SELECT 2 AS b")).isEqualTo("[{\"a\": 1}]");
  }

  @Test
  void failuresHaveTheWordsOfTheServer() {
    execute("CREATE TABLE t (name TEXT UNIQUE)");
    execute("INSERT INTO t VALUES ('ann')");
    assertThat(natives.message("db_execute", db, "INSERT INTO t VALUES ('ann')"))
        .isEqualTo(
            "PostgreSQL execution error: duplicate key value violates unique constraint"
                + " \"t_name_key\"");
    assertThat(natives.message("db_query", db, "SELECT * FROM missing"))
        .isEqualTo("PostgreSQL query error: relation \"missing\" does not exist");
    assertThat(natives.message("db_query", db, "SELECT $2", List.of(1)))
        .isEqualTo("PostgreSQL query error: expected 2 parameters but got 1");
    Object fresh = natives.call("db_connect", "postgres", settings());
    assertThat(natives.message("db_last_insert_id", fresh))
        .isEqualTo(
            "Failed to get last insert ID: lastval is not yet defined in this session. Use"
                + " RETURNING clause instead.");
  }

  @Test
  void changedAndReturnedRowsAreCounted() {
    execute("CREATE TABLE t (n INT)");
    assertThat(execute("INSERT INTO t VALUES (1), (2), (3)")).isEqualTo(3L);
    assertThat(execute("UPDATE t SET n = 0 WHERE n > 1")).isEqualTo(2L);
    assertThat(execute("DELETE FROM t WHERE n = 0 RETURNING n")).isEqualTo(2L);
    assertThat(execute("CREATE INDEX t_n ON t (n)")).isEqualTo(0L);
  }

  @Test
  void transactions() {
    execute("CREATE TABLE t (n INT PRIMARY KEY)");
    natives.call("db_begin", db);
    execute("INSERT INTO t VALUES (1)");
    natives.call("db_rollback", db);
    natives.call("db_begin", db);
    execute("INSERT INTO t VALUES (2)");
    natives.call("db_commit", db);
    assertThat(query("SELECT n FROM t")).isEqualTo("[{\"n\": 2}]");
    assertThat(natives.message("db_commit", db))
        .isEqualTo("No transaction in progress. Use db_begin() first.");
  }

  /** The server then undoes everything, which must not pass for a success. */
  @Test
  void aTransactionWithAFailedStatementIsNotCommitted() {
    execute("CREATE TABLE t (n INT PRIMARY KEY)");
    natives.call("db_begin", db);
    execute("INSERT INTO t VALUES (1)");
    assertThat(natives.message("db_execute", db, "INSERT INTO t VALUES (1)")).contains("duplicate");
    assertThat(natives.message("db_commit", db)).startsWith("Failed to commit transaction: ");
    assertThat(query("SELECT n FROM t")).isEqualTo("[]");
    natives.call("db_begin", db);
    execute("INSERT INTO t VALUES (3)");
    natives.call("db_commit", db);
    assertThat(query("SELECT n FROM t")).isEqualTo("[{\"n\": 3}]");
  }

  @Test
  void closingUndoesAnOpenTransaction() {
    execute("CREATE TABLE t (n INT)");
    Object other = natives.call("db_connect", "postgresql", settings());
    natives.call("db_begin", other);
    natives.call("db_execute", other, "INSERT INTO t VALUES (1)");
    assertThat(natives.call("db_close", other)).isEqualTo(true);
    assertThat(natives.call("db_close", other)).isEqualTo(true);
    assertThat(query("SELECT COUNT(*) AS n FROM t")).isEqualTo("[{\"n\": 0}]");
    assertThat(natives.message("db_query", other, "SELECT 1"))
        .isEqualTo("PostgreSQL query error: the connection is closed");
  }

  @Test
  void connectionsByUrlAndTheirFailures() {
    String url = "postgresql://postgres@127.0.0.1:" + server.getPort() + "/postgres";
    Object other =
        natives.call("db_connect", "POSTGRES", url + "?application_name=my%20app&sslmode=disable");
    assertThat(
            natives.show("db_query", other, "SELECT current_setting('application_name') AS name"))
        .isEqualTo("[{\"name\": my app}]");
    assertThat(natives.message("db_connect", "postgres", url + "x"))
        .isEqualTo("Failed to connect to PostgreSQL: database \"postgresx\" does not exist");
    assertThat(natives.message("db_connect", "postgres", "host=127.0.0.1 port=1 user=a"))
        .startsWith("Failed to connect to PostgreSQL: Connection to 127.0.0.1:1 refused");
  }

  @Test
  void poolsMakeAndReuseConnections() {
    Object pool = natives.call("db_pool", "postgres", settings(), Map.of("max_connections", 2));
    assertThat(natives.show("db_pool_stats", pool))
        .isEqualTo("{\"available\": 0, \"in_use\": 0, \"max\": 2, \"total\": 0}");
    Object lent = natives.call("db_pool_acquire", pool);
    natives.call("db_begin", lent);
    natives.call("db_pool_release", pool, lent);
    assertThat(natives.call("db_pool_acquire", pool)).isSameAs(lent);
    assertThat(natives.call("db_begin", lent)).isEqualTo(true);
    assertThat(natives.show("db_pool_stats", pool))
        .isEqualTo("{\"available\": 0, \"in_use\": 1, \"max\": 2, \"total\": 1}");
    natives.call("db_close", lent);
  }
}

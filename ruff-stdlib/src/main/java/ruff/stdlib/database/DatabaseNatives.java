package ruff.stdlib.database;

import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.NativeContext;
import ruff.natives.Param;
import ruff.natives.Param.Ownership;
import ruff.policy.Capability;
import ruff.value.ArrayValue;
import ruff.value.HandleValue;
import ruff.value.RuffError;

/** Natives that connect to databases and run statements. */
public final class DatabaseNatives {
  private static final String CONNECT_ERROR =
      "db_connect requires database type ('sqlite'|'postgres'|'mysql') and connection string";
  private static final String CONNECTION =
      "{name} requires a database connection as first argument";
  private static final String SQL = "{name} requires SQL string as second argument";
  private static final String TOO_MANY =
      "{name} requires 2 or 3 arguments: connection, SQL string, optional params array";
  private static final String CLOSE_ERROR = "db_close requires a database connection";

  private DatabaseNatives() {}

  @Native(
      name = "db_connect",
      family = Family.DATABASE,
      doc =
          "Connects to a database: sqlite with the path of a file or :memory:, postgres with"
              + " settings or a URL, mysql (MariaDB too) with a URL.",
      returns = "database",
      arity = CONNECT_ERROR,
      error = CONNECT_ERROR,
      errors = {
        "Unsupported database type: K. Currently supported: 'sqlite', 'postgres'",
        "Failed to connect to SQLite: WHY",
        "Failed to connect to PostgreSQL: WHY",
        "Invalid MySQL connection string: WHY",
        "Failed to connect to MySQL: WHY"
      },
      capability = Capability.DATABASE,
      resource = "connection",
      example = "type(db_connect(\"sqlite\", \":memory:\"))",
      result = "database")
  public static HandleValue connect(NativeContext context, String kind, String connection) {
    Product product = Products.named(kind);
    if (product == null) {
      throw new RuffError(
          "Unsupported database type: " + kind + ". Currently supported: 'sqlite', 'postgres'");
    }
    try {
      DatabaseValue database =
          DatabaseValue.open(product, context.databases("db_connect"), connection);
      OpenDatabases.of(context).add(database);
      return database;
    } catch (ConnectFailure failure) {
      boolean invalid = failure.isInAddress() && product instanceof Mysql;
      throw new RuffError(
          (invalid
                  ? "Invalid MySQL connection string: "
                  : "Failed to connect to " + product.title() + ": ")
              + failure.getMessage());
    }
  }

  @Native(
      name = "db_execute",
      family = Family.DATABASE,
      doc = "Runs a statement with values for its placeholders; answers how many rows it changed.",
      returns = "int",
      tooFew = Native.MISSING,
      tooMany = TOO_MANY,
      errors = {
        "SQLite execution error: WHY",
        "PostgreSQL execution error: WHY",
        "MySQL execution error: WHY",
        "Unsupported database parameter type: TYPE"
      },
      capability = Capability.DATABASE,
      resource = Native.UNNAMED,
      example = "db_execute(db_connect(\"sqlite\", \":memory:\"), \"CREATE TABLE t (n)\")",
      result = "0")
  public static long execute(
      NativeContext context,
      @Param(type = "database", error = CONNECTION) HandleValue db,
      @Param(error = SQL) String sql,
      @Param(optional = true, ownership = Ownership.BORROWED, error = TOO_MANY) ArrayValue params) {
    return database(db, "db_execute").execute(sql, Parameters.of(params));
  }

  @Native(
      name = "db_query",
      family = Family.DATABASE,
      doc = "Runs a statement with values for its placeholders; answers its rows.",
      returns = "array of dict, the values of a row by column",
      tooFew = Native.MISSING,
      tooMany = TOO_MANY,
      errors = {
        "SQLite prepare error: WHY",
        "SQLite query error: WHY",
        "SQLite row error: WHY",
        "PostgreSQL query error: WHY",
        "MySQL query error: WHY",
        "Unsupported database parameter type: TYPE"
      },
      capability = Capability.DATABASE,
      resource = Native.UNNAMED,
      example = "db_query(db_connect(\"sqlite\", \":memory:\"), \"SELECT ? + 1 AS n\", [1])",
      result = "[{\"n\": 2}]")
  public static ArrayValue query(
      NativeContext context,
      @Param(type = "database", error = CONNECTION) HandleValue db,
      @Param(error = SQL) String sql,
      @Param(optional = true, ownership = Ownership.BORROWED, error = TOO_MANY) ArrayValue params) {
    return database(db, "db_query").query(sql, Parameters.of(params));
  }

  /** The connection that an argument must be. */
  static DatabaseValue database(HandleValue handle, String name) {
    if (handle instanceof DatabaseValue database) {
      return database;
    }
    throw new RuffError(CONNECTION.replace("{name}", name));
  }

  @Native(
      name = "db_close",
      family = Family.DATABASE,
      doc = "Closes a connection; an open transaction is undone.",
      returns = "bool true",
      arity = CLOSE_ERROR,
      error = CLOSE_ERROR,
      capability = Capability.DATABASE,
      resource = Native.UNNAMED,
      example = "db_close(db_connect(\"sqlite\", \":memory:\"))",
      result = "true")
  public static boolean close(NativeContext context, @Param(type = "database") HandleValue db) {
    if (!(db instanceof DatabaseValue database)) {
      throw new RuffError(CLOSE_ERROR);
    }
    OpenDatabases.of(context).close(database);
    return true;
  }
}

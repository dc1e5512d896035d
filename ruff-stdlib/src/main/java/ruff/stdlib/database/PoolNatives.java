package ruff.stdlib.database;

import java.util.concurrent.TimeUnit;
import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.NativeContext;
import ruff.natives.Param;
import ruff.natives.Param.Ownership;
import ruff.policy.Capability;
import ruff.value.DictValue;
import ruff.value.HandleValue;
import ruff.value.RuffError;

/** Natives for pools of connections. */
public final class PoolNatives {
  private static final String KIND = "db_pool requires database type and connection string";
  private static final String POOL = "{name} requires a database pool";
  private static final String FIRST = "db_pool_release requires a database pool as first argument";
  private static final String SECOND =
      "db_pool_release requires a database connection as second argument";
  private static final int USUAL_MINIMUM = 5;
  private static final int USUAL_MAXIMUM = 20;
  private static final int USUAL_TIMEOUT_SECONDS = 30;

  private PoolNatives() {}

  @Native(
      name = "db_pool",
      family = Family.DATABASE,
      doc =
          "A pool of connections, made when they are needed; config has min_connections (5),"
              + " max_connections (20) and connection_timeout in seconds (30).",
      returns = "databasepool",
      tooFew = KIND,
      tooMany =
          "db_pool requires 2 or 3 arguments: database type, connection string, optional config"
              + " dict",
      errors = {
        "Failed to create connection pool: min_connections cannot be greater than max_connections",
        "Unsupported database type: K. Currently supported: 'sqlite', 'postgres', 'mysql'"
      },
      capability = Capability.DATABASE,
      resource = "connection",
      example = "type(db_pool(\"sqlite\", \":memory:\"))",
      result = "databasepool")
  public static HandleValue pool(
      NativeContext context,
      @Param(error = KIND) String kind,
      @Param(error = KIND) String connection,
      @Param(
              optional = true,
              ownership = Ownership.BORROWED,
              error = "db_pool optional config argument must be a dictionary")
          DictValue config) {
    Product product = Products.named(kind);
    if (product == null) {
      throw new RuffError(
          "Unsupported database type: "
              + kind
              + ". Currently supported: 'sqlite', 'postgres', 'mysql'");
    }
    int maximum = setting(config, "max_connections", USUAL_MAXIMUM);
    int minimum = setting(config, "min_connections", Math.min(USUAL_MINIMUM, maximum));
    int timeout = setting(config, "connection_timeout", USUAL_TIMEOUT_SECONDS);
    if (minimum > maximum) {
      throw new RuffError(
          "Failed to create connection pool: min_connections cannot be greater than"
              + " max_connections");
    }
    return new PoolValue(product, connection, maximum, TimeUnit.SECONDS.toNanos(timeout));
  }

  /** A setting that is an int, not below zero; what has another type counts as not given. */
  private static int setting(DictValue config, String name, int usual) {
    return config != null && config.get(name) instanceof Long number
        ? Math.clamp(number, 0, Integer.MAX_VALUE)
        : usual;
  }

  @Native(
      name = "db_pool_acquire",
      family = Family.DATABASE,
      doc = "Lends a connection of a pool, waiting for one while all are in use.",
      returns = "database",
      arity = POOL,
      error = POOL,
      errors = {
        "Failed to acquire connection: Connection pool timeout: all connections are in use",
        "Failed to acquire connection: Failed to create SQLite connection: WHY",
        "Failed to acquire connection: Failed to create PostgreSQL connection: WHY",
        "Failed to acquire connection: Failed to create MySQL connection: WHY"
      },
      capability = Capability.DATABASE,
      resource = Native.UNNAMED,
      example = "type(db_pool_acquire(db_pool(\"sqlite\", \":memory:\")))",
      result = "database")
  public static HandleValue acquire(
      NativeContext context, @Param(type = "databasepool") HandleValue pool) {
    return of(pool, "db_pool_acquire")
        .acquire(
            context.databases("db_pool_acquire"),
            OpenDatabases.of(context),
            context.host().clock());
  }

  private static PoolValue of(HandleValue handle, String name) {
    if (handle instanceof PoolValue pool) {
      return pool;
    }
    throw new RuffError(POOL.replace("{name}", name));
  }

  @Native(
      name = "db_pool_release",
      family = Family.DATABASE,
      doc = "Gives a connection back to its pool; an open transaction is undone.",
      returns = "bool true",
      tooFew = Native.MISSING,
      tooMany = "db_pool_release requires two arguments: database pool and database connection",
      errors = "db_pool_release: connection does not belong to this pool",
      capability = Capability.DATABASE,
      resource = Native.UNNAMED,
      example =
          "try { db_pool_release(db_pool(\"sqlite\", \":memory:\"), db_connect(\"sqlite\","
              + " \":memory:\")) } except e { print(e.message) }",
      result = "db_pool_release: connection does not belong to this pool")
  public static boolean release(
      NativeContext context,
      @Param(type = "databasepool", error = FIRST) HandleValue pool,
      @Param(type = "database", error = SECOND) HandleValue db) {
    if (!(pool instanceof PoolValue known)) {
      throw new RuffError(FIRST);
    }
    if (!(db instanceof DatabaseValue database)) {
      throw new RuffError(SECOND);
    }
    known.release(database, OpenDatabases.of(context));
    return true;
  }

  @Native(
      name = "db_pool_stats",
      family = Family.DATABASE,
      doc = "How many connections a pool has.",
      returns = "dict {available, in_use, total, max} of int",
      arity = POOL,
      error = POOL,
      capability = Capability.DATABASE,
      resource = Native.UNNAMED,
      example = "db_pool_stats(db_pool(\"sqlite\", \":memory:\"))",
      result = "{\"available\": 0, \"in_use\": 0, \"max\": 20, \"total\": 0}")
  public static DictValue stats(
      NativeContext context, @Param(type = "databasepool") HandleValue pool) {
    return of(pool, "db_pool_stats").statistics();
  }

  @Native(
      name = "db_pool_close",
      family = Family.DATABASE,
      doc = "Closes the connections of a pool that nobody uses and begins anew.",
      returns = "bool true",
      arity = POOL,
      error = POOL,
      capability = Capability.DATABASE,
      resource = Native.UNNAMED,
      example = "db_pool_close(db_pool(\"sqlite\", \":memory:\"))",
      result = "true")
  public static boolean close(
      NativeContext context, @Param(type = "databasepool") HandleValue pool) {
    of(pool, "db_pool_close").close(OpenDatabases.of(context));
    return true;
  }
}

package ruff.stdlib.database;

import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.NativeContext;
import ruff.natives.Param;
import ruff.policy.Capability;
import ruff.value.HandleValue;

/** Natives about what a connection has done. */
public final class TransactionNatives {
  private static final String CONNECTION =
      "{name} requires a database connection as first argument";
  private static final String NOT_BEGUN = "No transaction in progress. Use db_begin() first.";

  private TransactionNatives() {}

  @Native(
      name = "db_begin",
      family = Family.DATABASE,
      doc = "Begins a transaction: what follows is kept by db_commit or undone by db_rollback.",
      returns = "bool true",
      arity = CONNECTION,
      error = CONNECTION,
      errors = {
        "Transaction already in progress. Commit or rollback first.",
        "Failed to begin transaction: WHY"
      },
      capability = Capability.DATABASE,
      resource = Native.UNNAMED,
      example = "db_begin(db_connect(\"sqlite\", \":memory:\"))",
      result = "true")
  public static boolean begin(NativeContext context, @Param(type = "database") HandleValue db) {
    DatabaseNatives.database(db, "db_begin").begin();
    return true;
  }

  @Native(
      name = "db_commit",
      family = Family.DATABASE,
      doc = "Keeps what was done since db_begin.",
      returns = "bool true",
      arity = CONNECTION,
      error = CONNECTION,
      errors = {NOT_BEGUN, "Failed to commit transaction: WHY"},
      capability = Capability.DATABASE,
      resource = Native.UNNAMED,
      example = "type(db_commit)",
      result = "function")
  public static boolean commit(NativeContext context, @Param(type = "database") HandleValue db) {
    DatabaseNatives.database(db, "db_commit").commit();
    return true;
  }

  @Native(
      name = "db_rollback",
      family = Family.DATABASE,
      doc = "Undoes what was done since db_begin.",
      returns = "bool true",
      arity = CONNECTION,
      error = CONNECTION,
      errors = {NOT_BEGUN, "Failed to rollback transaction: WHY"},
      capability = Capability.DATABASE,
      resource = Native.UNNAMED,
      example = "type(db_rollback)",
      result = "function")
  public static boolean rollback(NativeContext context, @Param(type = "database") HandleValue db) {
    DatabaseNatives.database(db, "db_rollback").rollback();
    return true;
  }

  @Native(
      name = "db_last_insert_id",
      family = Family.DATABASE,
      doc = "The id that the last insert of a connection made.",
      returns = "int",
      arity = CONNECTION,
      error = CONNECTION,
      errors = {
        "Failed to get last insert ID: WHY",
        "Failed to get last insert ID: WHY. Use RETURNING clause instead.",
        "No last insert ID available"
      },
      capability = Capability.DATABASE,
      resource = Native.UNNAMED,
      example = "db_last_insert_id(db_connect(\"sqlite\", \":memory:\"))",
      result = "0")
  public static long lastInsertId(NativeContext context, @Param(type = "database") HandleValue db) {
    return DatabaseNatives.database(db, "db_last_insert_id").lastInsertId();
  }
}

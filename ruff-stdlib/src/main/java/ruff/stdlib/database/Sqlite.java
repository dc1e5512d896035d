package ruff.stdlib.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import org.sqlite.JDBC;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteLimits;
import org.sqlite.SQLiteOpenMode;
import org.sqlite.core.DB;
import ruff.host.DatabaseAccess;
import ruff.host.DatabaseFile;
import ruff.value.ArrayValue;
import ruff.value.BytesValue;
import ruff.value.Ints;
import ruff.value.RuffError;

/** SQLite: files, and databases in memory that nobody else sees. */
final class Sqlite extends Product {
  private static final String IN_MEMORY = DatabaseAccess.IN_MEMORY;

  /** SQLite's own flag for refusing links anywhere in the path; the driver has no name for it. */
  private static final int NO_LINKS = 0x0100_0000;

  /** Settings that would change all connections of the process, those of other engines too. */
  private static final List<String> SHARED_SETTINGS =
      List.of("temp_store_directory", "soft_heap_limit", "hard_heap_limit");

  /**
   * What would tell where a file really lies, by itself or in a view that the file brings along;
   * who may use some files only need not know that.
   */
  private static final List<String> CONFINED_SETTINGS = List.of("database_list", "trusted_schema");

  private static final int ATTACHED = SQLiteLimits.SQLITE_LIMIT_ATTACHED.getId();

  private static final int STEPS_BETWEEN_CHECKS = 100_000;

  private static final Pattern PLAIN_VACUUM = Pattern.compile("(?i)\\s*VACUUM\\s*;?\\s*");
  private static final int BUSY_MILLIS = 5_000;
  private static final String NO_FILE = "unable to open database file: ";

  @Override
  String title() {
    return "SQLite";
  }

  @Override
  String kind() {
    return "sqlite";
  }

  @Override
  Connection open(DatabaseAccess access, String where) throws ConnectFailure {
    try {
      JDBC driver = new JDBC();
      Connection connection =
          where.equals(IN_MEMORY)
              ? access.openInMemory(driver, JDBC.PREFIX + IN_MEMORY, options(access))
              : access.openFile(driver, where, Sqlite::url, options(access));
      ProgressHandler.setHandler(connection, STEPS_BETWEEN_CHECKS, new EndWithProgram());
      if (access.isConfined()) {
        run(connection, "PRAGMA trusted_schema=OFF");
      }
      return connection;
    } catch (SQLException failure) {
      String words = words(failure);
      boolean isAboutFile = words.equals("unable to open database file");
      throw ConnectFailure.refused(isAboutFile ? NO_FILE + where : words);
    } catch (IOException impossible) {
      throw ConnectFailure.refused(NO_FILE + where);
    }
  }

  /** Ends a statement when the program that waits for it has to end. */
  private static final class EndWithProgram extends ProgressHandler {
    @Override
    protected int progress() {
      return Thread.currentThread().isInterrupted() ? 1 : 0;
    }
  }

  private static Properties options(DatabaseAccess access) {
    SQLiteConfig config = new SQLiteConfig();
    config.setOpenMode(SQLiteOpenMode.OPEN_URI);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(BUSY_MILLIS);
    if (!access.isConfined()) {
      return config.toProperties();
    }
    // A statement could open other files beside the one that was granted.
    config.setPragma(SQLiteConfig.Pragma.LIMIT_ATTACHED, "0");
    Properties options = config.toProperties();
    String mode = SQLiteConfig.Pragma.OPEN_MODE.pragmaName;
    int flags = Integer.parseInt(options.getProperty(mode)) | NO_LINKS;
    options.setProperty(mode, Integer.toString(flags));
    return options;
  }

  /** The driver takes parts of plain paths for options; in a URI every character can be written. */
  private static String url(DatabaseFile file) {
    StringBuilder url = new StringBuilder(JDBC.PREFIX).append("file:");
    for (byte unit : file.path().getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (unit & 0xFF);
      boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
      if (plain || c == '/' || c == '-' || c == '_' || c == '.') {
        url.append(c);
      } else {
        url.append('%')
            .append(Character.forDigit(c >> 4, 16))
            .append(Character.forDigit(c & 15, 16));
      }
    }
    // The memory that readers and writers share is a file beside it.
    return file.writable() ? url.toString() : url.append("?mode=ro&readonly_shm=1").toString();
  }

  /** The driver puts its own name of the error before the text and the text into parentheses. */
  @Override
  String words(SQLException failure) {
    String message = failure.getMessage();
    if (failure instanceof SQLiteException coded && message != null) {
      String frame = coded.getResultCode() + " (";
      if (message.startsWith(frame) && message.endsWith(")")) {
        return message.substring(frame.length(), message.length() - 1);
      }
    }
    return message;
  }

  @Override
  long execute(Connection connection, String sql, Parameters parameters) {
    try (PreparedStatement statement = connection.prepareStatement(checked(connection, sql))) {
      bind(statement, parameters);
      long before = changes(connection);
      if (PLAIN_VACUUM.matcher(sql).matches()
          ? vacuum(connection, statement)
          : statement.execute()) {
        return rowsGiven(statement);
      }
      return changes(connection) == before ? 0 : statement.getLargeUpdateCount();
    } catch (SQLException failure) {
      throw failed(" execution error: ", failure);
    }
  }

  /**
   * SQLite attaches a temporary file to rebuild a database, so that has to be possible for once.
   */
  private static boolean vacuum(Connection connection, PreparedStatement statement)
      throws SQLException {
    DB database = connection.unwrap(SQLiteConnection.class).getDatabase();
    int allowed = database.limit(ATTACHED, -1);
    database.limit(ATTACHED, Math.max(1, allowed));
    try {
      return statement.execute();
    } finally {
      database.limit(ATTACHED, allowed);
    }
  }

  /** Whether a connection keeps to its database; see {@link #options}. */
  private static boolean isConfined(Connection connection) throws SQLException {
    return connection.unwrap(SQLiteConnection.class).getDatabase().limit(ATTACHED, -1) == 0;
  }

  /** How many rows this connection has changed: a statement that changes none leaves it alone. */
  private static long changes(Connection connection) throws SQLException {
    return number(connection, "SELECT total_changes()");
  }

  @Override
  long rowsGiven(PreparedStatement statement) throws SQLException {
    try (ResultSet result = statement.getResultSet()) {
      if (result.next()) {
        throw new SQLException("Execute returned results - did you mean to call query?");
      }
      return 0;
    }
  }

  @Override
  ArrayValue query(Connection connection, String sql, Parameters parameters) {
    String step = " prepare error: ";
    try (PreparedStatement statement = connection.prepareStatement(checked(connection, sql))) {
      step = " query error: ";
      bind(statement, parameters);
      step = " row error: ";
      if (!statement.execute()) {
        return new ArrayValue();
      }
      try (ResultSet result = statement.getResultSet()) {
        return rows(result);
      }
    } catch (SQLException failure) {
      throw failed(step, failure);
    }
  }

  @Override
  PreparedStatement prepare(Connection connection, String sql, Parameters parameters)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(checked(connection, sql));
    bind(statement, parameters);
    return statement;
  }

  private static String checked(Connection connection, String sql) throws SQLException {
    if (SqlText.isEmpty(sql)) {
      throw new SQLException("empty statement");
    }
    String lower = sql.toLowerCase(Locale.ROOT);
    if (lower.contains("pragma")) {
      refuse(SHARED_SETTINGS, lower, " is not for programs to set");
      if (isConfined(connection)) {
        refuse(CONFINED_SETTINGS, lower, " is not for programs with limited files or databases");
      }
    }
    return sql;
  }

  private static void refuse(List<String> settings, String sql, String why) throws SQLException {
    for (String setting : settings) {
      if (sql.contains(setting)) {
        throw new SQLException(setting + why);
      }
    }
  }

  private static void bind(PreparedStatement statement, Parameters parameters) throws SQLException {
    int needed = statement.getParameterMetaData().getParameterCount();
    if (needed != parameters.count()) {
      throw new SQLException(
          "Wrong number of parameters passed to query. Got "
              + parameters.count()
              + ", needed "
              + needed);
    }
    for (int i = 0; i < needed; i++) {
      switch (parameters.get(i)) {
        case null -> statement.setNull(i + 1, java.sql.Types.NULL);
        case String text -> statement.setString(i + 1, text);
        case Long number -> statement.setLong(i + 1, number);
        case Double number -> statement.setDouble(i + 1, number);
        case Boolean truth -> statement.setLong(i + 1, truth ? 1 : 0);
        case byte[] bytes -> statement.setBytes(i + 1, bytes);
        default -> throw new IllegalStateException("no parameter");
      }
    }
  }

  @Override
  Object value(ResultSet result, ResultSetMetaData columns, int column) throws SQLException {
    return switch (result.getObject(column)) {
      case null -> null;
      case Integer number -> Ints.box(number);
      case Long number -> number;
      case byte[] bytes -> new BytesValue(bytes);
      case Object other -> other;
    };
  }

  @Override
  long lastInsertId(Connection connection) {
    try {
      return number(connection, "SELECT last_insert_rowid()");
    } catch (SQLException failure) {
      throw new RuffError("Failed to get last insert ID: " + words(failure));
    }
  }

  @Override
  void begin(Connection connection) throws SQLException {
    run(connection, "BEGIN");
  }

  @Override
  void commit(Connection connection) throws SQLException {
    run(connection, "COMMIT");
  }

  /** Somebody else may be reading the file just now; a program can try again. */
  @Override
  boolean staysOpenAfterFailedCommit() {
    return true;
  }

  @Override
  void rollback(Connection connection) throws SQLException {
    run(connection, "ROLLBACK");
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }
}

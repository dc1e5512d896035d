package ruff.stdlib.database;

import java.util.Map;
import java.util.TreeMap;

/** The two ways of PostgreSQL's own library to say where a server is. */
final class PostgresAddress {
  private static final int USUAL_PORT = 5432;
  private static final String[] SCHEMES = {"postgres://", "postgresql://"};

  private final String text;
  private int at;

  private PostgresAddress(String text) {
    this.text = text;
  }

  /** Reads a URL, or settings like {@code host=localhost user=ann}. */
  static ServerAddress parse(String text) throws ConnectFailure {
    for (String scheme : SCHEMES) {
      if (text.startsWith(scheme)) {
        return complete(ServerAddress.ofUrl(text.substring(scheme.length()), USUAL_PORT));
      }
    }
    return complete(new PostgresAddress(text).settings());
  }

  private ServerAddress settings() throws ConnectFailure {
    Map<String, String> settings = new TreeMap<>();
    skipBlanks();
    while (at < text.length()) {
      String name = name();
      settings.put(name, value());
      skipBlanks();
    }
    return withOptions(new ServerAddress("", USUAL_PORT, "", null, null, settings));
  }

  private String name() throws ConnectFailure {
    int start = at;
    while (at < text.length() && text.charAt(at) != '=' && !isBlank(text.charAt(at))) {
      at++;
    }
    String name = text.substring(start, at);
    skipBlanks();
    if (name.isEmpty() || at == text.length() || text.charAt(at) != '=') {
      throw ConnectFailure.badAddress("invalid connection string: expected a setting NAME=VALUE");
    }
    at++;
    skipBlanks();
    return name;
  }

  private String value() throws ConnectFailure {
    StringBuilder value = new StringBuilder();
    boolean quoted = at < text.length() && text.charAt(at) == '\'';
    at += quoted ? 1 : 0;
    while (at < text.length() && (quoted ? text.charAt(at) != '\'' : !isBlank(text.charAt(at)))) {
      at += text.charAt(at) == '\\' && at + 1 < text.length() ? 1 : 0;
      value.append(text.charAt(at++));
    }
    if (quoted && at == text.length()) {
      throw ConnectFailure.badAddress("invalid connection string: unterminated quoted value");
    }
    at += quoted ? 1 : 0;
    return value.toString();
  }

  private void skipBlanks() {
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isBlank(char c) {
    return c <= ' ';
  }

  /** Settings may come behind the question mark of a URL too. */
  private static ServerAddress complete(ServerAddress address) throws ConnectFailure {
    ServerAddress whole = withOptions(address);
    if (whole.user() == null || whole.user().isEmpty()) {
      throw ConnectFailure.badAddress("user missing");
    }
    String database = whole.database().isEmpty() ? whole.user() : whole.database();
    return new ServerAddress(
        ServerAddress.checked(whole.host()),
        whole.port(),
        database,
        whole.user(),
        whole.password(),
        whole.options());
  }

  private static ServerAddress withOptions(ServerAddress address) throws ConnectFailure {
    String host = address.host();
    int port = address.port();
    String database = address.database();
    String user = address.user();
    String password = address.password();
    Map<String, String> rest = new TreeMap<>();
    for (Map.Entry<String, String> option : address.options().entrySet()) {
      String value = option.getValue();
      switch (option.getKey()) {
        case "host", "hostaddr" -> host = value;
        case "port" -> port = ServerAddress.port(value);
        case "dbname" -> database = value;
        case "user" -> user = value;
        case "password" -> password = value;
        case "application_name", "connect_timeout", "options", "sslmode" ->
            rest.put(option.getKey(), value);
        case String unknown -> throw ConnectFailure.badAddress("unknown option `" + unknown + "`");
      }
    }
    return new ServerAddress(host, port, database, user, password, rest);
  }
}

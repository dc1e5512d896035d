package ruff.stdlib.database;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import ruff.policy.DatabaseServer;
import ruff.policy.Endpoint;

/**
 * Where a server is and who wants to use it.
 *
 * @param user Java null when none is named
 * @param password Java null when none is given
 * @param options further ones by name, not looked at yet
 */
record ServerAddress(
    String host,
    int port,
    String database,
    String user,
    String password,
    Map<String, String> options) {
  private static final int LARGEST_PORT = 65_535;

  DatabaseServer server() {
    return new DatabaseServer(Endpoint.unresolved(host, port), database);
  }

  /**
   * Reads {@code scheme://user:password@host:port/database?name=value}.
   *
   * @param rest what stands behind {@code ://}
   */
  static ServerAddress ofUrl(String rest, int usualPort) throws ConnectFailure {
    int question = rest.indexOf('?');
    String place = question < 0 ? rest : rest.substring(0, question);
    int slash = place.indexOf('/');
    String database = slash < 0 ? "" : decoded(place.substring(slash + 1));
    String authority = slash < 0 ? place : place.substring(0, slash);
    int at = authority.lastIndexOf('@');
    String[] who = at < 0 ? new String[0] : authority.substring(0, at).split(":", 2);
    String where = authority.substring(at + 1);
    int colon = where.endsWith("]") ? -1 : where.lastIndexOf(':');
    String host = decoded(colon < 0 ? where : where.substring(0, colon));
    if (host.startsWith("[") && host.endsWith("]")) {
      host = host.substring(1, host.length() - 1);
    }
    int port = colon < 0 ? usualPort : port(where.substring(colon + 1));
    return new ServerAddress(
        checked(host),
        port,
        database,
        who.length > 0 && !who[0].isEmpty() ? decoded(who[0]) : null,
        who.length > 1 ? decoded(who[1]) : null,
        question < 0 ? Map.of() : options(rest.substring(question + 1)));
  }

  private static Map<String, String> options(String query) throws ConnectFailure {
    Map<String, String> options = new TreeMap<>();
    for (String pair : query.split("&")) {
      if (!pair.isEmpty()) {
        String[] parts = pair.split("=", 2);
        options.put(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : "");
      }
    }
    return options;
  }

  static int port(String text) throws ConnectFailure {
    int port = 0;
    for (int i = 0; i < text.length() && port <= LARGEST_PORT; i++) {
      int digit = Character.digit(text.charAt(i), 10);
      port = digit < 0 ? LARGEST_PORT + 1 : port * 10 + digit;
    }
    if (port < 1 || port > LARGEST_PORT) {
      throw ConnectFailure.badAddress("invalid port number '" + text + "'");
    }
    return port;
  }

  /** A host that can be one: drivers would take some characters for the end of it. */
  static String checked(String host) throws ConnectFailure {
    if (host.isEmpty()) {
      return "localhost";
    }
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      if (!Character.isLetterOrDigit(c) && "-._:%".indexOf(c) < 0) {
        throw ConnectFailure.badAddress("invalid host '" + host + "'");
      }
    }
    return host;
  }

  /** A part of a URL with its percent signs resolved. */
  private static String decoded(String part) throws ConnectFailure {
    byte[] units = part.getBytes(StandardCharsets.UTF_8);
    int length = 0;
    for (int i = 0; i < units.length; i++) {
      if (units[i] == '%') {
        int high = i + 2 < units.length ? Character.digit(units[i + 1], 16) : -1;
        int low = i + 2 < units.length ? Character.digit(units[i + 2], 16) : -1;
        if (high < 0 || low < 0) {
          throw ConnectFailure.badAddress("invalid percent-encoded text '" + part + "'");
        }
        units[length++] = (byte) (high << 4 | low);
        i += 2;
      } else {
        units[length++] = units[i];
      }
    }
    return new String(units, 0, length, StandardCharsets.UTF_8);
  }
}

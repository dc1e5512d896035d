package ruff.stdlib.http;

import java.util.List;
import java.util.Locale;
import ruff.value.Callable;
import ruff.value.DictValue;

/**
 * Which requests a handler is for.
 *
 * @param method as registered
 * @param path with {@code :name} for parts that may be anything
 */
record Route(String method, String path, Callable handler) {
  /** The route for a request: an exact one wins over patterns, an earlier one over a later one. */
  static Route find(List<Route> routes, String method, String path) {
    for (Route route : routes) {
      if (route.isFor(method) && route.path.equals(path)) {
        return route;
      }
    }
    for (Route route : routes) {
      if (route.isFor(method) && route.parameters(path) != null) {
        return route;
      }
    }
    return null;
  }

  /** A page that can be fetched can be asked for its head alone. */
  private boolean isFor(String asked) {
    return isRegisteredFor(asked) || asked.equals("HEAD") && isRegisteredFor("GET");
  }

  /** As registered, or in the capital letters that were meant. */
  private boolean isRegisteredFor(String asked) {
    return method.equals(asked) || method.toUpperCase(Locale.ROOT).equals(asked);
  }

  /** What the parts with a name are in a path, or null when the path has another form. */
  DictValue parameters(String asked) {
    DictValue values = new DictValue();
    if (path.equals(asked)) {
      return values;
    }
    String[] wanted = path.split("/", -1);
    String[] given = asked.split("/", -1);
    if (wanted.length != given.length) {
      return null;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (wanted[i].startsWith(":")) {
        values.put(wanted[i].substring(1), given[i]);
      } else if (!wanted[i].equals(given[i])) {
        return null;
      }
    }
    return values;
  }
}

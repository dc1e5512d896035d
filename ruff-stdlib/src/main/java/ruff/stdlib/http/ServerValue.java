package ruff.stdlib.http;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import ruff.value.Callable;
import ruff.value.HandleValue;
import ruff.value.RuffError;

/** A server that is described and not started; never changed. */
final class ServerValue extends HandleValue {
  private final String host;
  private final int port;
  private final List<Route> routes;

  ServerValue(String host, int port, List<Route> routes) {
    this.host = host;
    this.port = port;
    this.routes = routes;
  }

  String host() {
    return host;
  }

  int port() {
    return port;
  }

  List<Route> routes() {
    return routes;
  }

  /** The same with one more route. */
  ServerValue with(Route route) {
    List<Route> more = new ArrayList<>(routes);
    more.add(route);
    return new ServerValue(host, port, List.copyOf(more));
  }

  @Override
  public ServerValue detached(UnaryOperator<Object> detach) {
    List<Route> copies = new ArrayList<>();
    boolean changed = false;
    for (Route route : routes) {
      Callable handler = (Callable) detach.apply(route.handler());
      changed |= handler != route.handler();
      copies.add(new Route(route.method(), route.path(), handler));
    }
    return changed ? new ServerValue(host, port, List.copyOf(copies)) : this;
  }

  @Override
  public RuffError noMethod(String name) {
    return new RuffError("HttpServer has no method '" + name + "'");
  }

  @Override
  public String typeName() {
    return "httpserver";
  }

  @Override
  public String display() {
    return "HttpServer(host: " + host + ", port: " + port + ")";
  }
}

package ruff.stdlib.http;

import java.io.IOException;
import java.util.List;
import ruff.host.Output;
import ruff.host.net.HttpListener;
import ruff.host.net.NetworkAccess;
import ruff.host.net.SocketErrors;
import ruff.natives.CancelSignal;
import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.NativeContext;
import ruff.natives.Param;
import ruff.natives.Param.Ownership;
import ruff.policy.Capability;
import ruff.value.Callable;
import ruff.value.HandleValue;
import ruff.value.RuffError;

/** Natives of HTTP servers. */
public final class ServerNatives {
  private static final String PORT = "http_server requires a port number";
  private static final String LISTEN = "http_listen requires host string and port number";
  private static final String ROUTE = "route() requires (method, path, handler_function)";
  private static final String SURFACE = "http_server.listen";
  private static final String LISTEN_ARITY = "HttpServer.listen expects 0 arguments, got {got}";
  private static final String START_ARITY = "HttpServer.start expects 0 arguments, got {got}";
  private static final String FAILED = "Failed to start server: OSERR";
  private static final int MAX_BODY_BYTES = 8 << 20;

  private ServerNatives() {}

  @Native(
      name = "http_server",
      family = Family.HTTP,
      doc = "Describes a server for all addresses of the machine; listen() starts it.",
      returns = "httpserver",
      arity = "http_server() expects 1 argument (port), got {got}",
      error = PORT,
      example = "http_server(8080)",
      result = "HttpServer(host: 0.0.0.0, port: 8080)")
  public static HandleValue server(long port) {
    return new ServerValue("0.0.0.0", port(port, PORT), List.of());
  }

  @Native(
      name = "http_listen",
      family = Family.HTTP,
      doc = "Describes a server for one address of the machine; listen() starts it.",
      returns = "httpserver",
      arity = "http_listen() expects 2 arguments (host, port), got {got}",
      error = LISTEN,
      errors = "http_listen requires a non-empty host string",
      capability = Capability.NETWORK_SERVER,
      resource = {"host", "port"},
      example = "http_listen(\"127.0.0.1\", 8080)",
      result = "HttpServer(host: 127.0.0.1, port: 8080)")
  public static HandleValue listenOn(String host, long port) {
    if (host.isBlank()) {
      throw new RuffError("http_listen requires a non-empty host string");
    }
    return new ServerValue(host.strip(), port(port, LISTEN), List.of());
  }

  private static int port(long port, String error) {
    if (port < 0 || port > NetworkAccess.HIGHEST_PORT) {
      throw new RuffError(error);
    }
    return (int) port;
  }

  @Native(
      name = "httpserver.route",
      family = Family.HTTP,
      doc =
          "A copy of a server with a handler for a method and a path, in which :name stands for"
              + " any part; the handler gets a dict of method, path, raw_path, body, params, query,"
              + " query_decoded, query_string and headers.",
      returns = "httpserver",
      signatures = "server.route(method: string, path: string, handler: function)",
      arity = ROUTE,
      error = ROUTE,
      example =
          "http_server(8080).route(\"GET\", \"/\", func(r) { return http_response(200, \"\") })",
      result = "HttpServer(host: 0.0.0.0, port: 8080)")
  public static HandleValue route(
      @Param(type = "httpserver") HandleValue server,
      String method,
      String path,
      Callable handler) {
    return ((ServerValue) server).with(new Route(method, path, handler));
  }

  @Native(
      name = "httpserver.listen",
      family = Family.HTTP,
      surface = SURFACE,
      doc = "Starts a server and answers requests, one after the other, until the program ends.",
      returns = "nothing, it does not return",
      signatures = "server.listen()",
      arity = LISTEN_ARITY,
      error = FAILED,
      errors = {FAILED, "HttpServer has no method 'X'"},
      capability = Capability.NETWORK_SERVER,
      resource = Native.UNNAMED,
      example = "try { http_server(8080).listen(1) } except e { print(e.message) }",
      result = "HttpServer.listen expects 0 arguments, got 1")
  public static void listen(
      NativeContext context,
      @Param(type = "httpserver", ownership = Ownership.BORROWED) HandleValue server) {
    serve(context, (ServerValue) server);
  }

  @Native(
      name = "httpserver.start",
      family = Family.HTTP,
      surface = SURFACE,
      doc = "The same as listen.",
      returns = "nothing, it does not return",
      signatures = "server.start()",
      arity = START_ARITY,
      error = FAILED,
      errors = FAILED,
      capability = Capability.NETWORK_SERVER,
      resource = Native.UNNAMED,
      example = "try { http_server(8080).start(1) } except e { print(e.message) }",
      result = "HttpServer.start expects 0 arguments, got 1")
  public static void start(
      NativeContext context,
      @Param(type = "httpserver", ownership = Ownership.BORROWED) HandleValue server) {
    serve(context, (ServerValue) server);
  }

  private static void serve(NativeContext context, ServerValue server) {
    NetworkAccess network = context.network(SURFACE);
    Output out = context.host().stdout();
    String shown = server.host().indexOf(':') >= 0 ? "[" + server.host() + "]" : server.host();
    say(out, "Starting HTTP server on " + shown + ":" + server.port() + "...");
    try (HttpListener listener = network.serve(server.host(), server.port(), MAX_BODY_BYTES)) {
      say(out, "Server listening on http://" + shown + ":" + listener.port());
      say(out, "Press Ctrl+C to stop");
      OpenServers.of(context).add(listener);
      try {
        new ServerLoop(context, server.routes()).run(listener);
      } finally {
        OpenServers.of(context).remove(listener);
      }
    } catch (IOException failure) {
      CancelSignal.check();
      throw new RuffError("Failed to start server: " + SocketErrors.text(failure));
    } catch (InterruptedException stopped) {
      throw new CancelSignal();
    }
  }

  private static void say(Output out, String line) {
    out.write(line + "\n");
    out.flush();
  }
}

package ruff.stdlib.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import ruff.host.net.HttpHeader;
import ruff.host.net.HttpListener;
import ruff.host.net.HttpVisit;
import ruff.natives.NativeContext;
import ruff.policy.DeniedException;
import ruff.value.DictValue;
import ruff.value.RuffError;

/** Answers the requests of a server, one after the other, with the handlers of the program. */
final class ServerLoop {
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int FAILED = 500;
  private static final HttpHeader PLAIN =
      new HttpHeader("Content-Type", "text/plain; charset=UTF-8");
  private static final String NO_RESPONSE =
      "Internal Server Error: route handler must return an HTTP response";
  private static final String INTERIM =
      "Internal Server Error: a response needs a status of 200 or more";

  private final NativeContext context;
  private final List<Route> routes;

  ServerLoop(NativeContext context, List<Route> routes) {
    this.context = context;
    this.routes = routes;
  }

  /** Goes on until this thread is interrupted or a handler ends the program. */
  void run(HttpListener listener) throws InterruptedException {
    while (true) {
      HttpVisit visit = listener.next();
      answer(visit);
      context.host().stdout().flush();
    }
  }

  private void answer(HttpVisit visit) {
    String target = visit.target();
    int question = target.indexOf('?');
    String path = question < 0 ? target : target.substring(0, question);
    Route route = Route.find(routes, visit.method(), path);
    if (route == null) {
      send(visit, NOT_FOUND, "Not Found");
      return;
    }
    Object result;
    try {
      result = context.call(route.handler(), request(visit, route, path));
    } catch (RuffError | DeniedException failure) {
      send(visit, FAILED, failure.getMessage());
      return;
    }
    if (result instanceof ResponseValue response) {
      send(visit, response);
    } else {
      send(visit, FAILED, NO_RESPONSE);
    }
  }

  private static void send(HttpVisit visit, int status, String text) {
    visit.answer(status, List.of(PLAIN), text.getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpVisit visit, ResponseValue response) {
    if (response.status() < OK) {
      send(visit, FAILED, INTERIM);
      return;
    }
    List<HttpHeader> headers = new ArrayList<>();
    if (HttpHeader.last(response.headers(), PLAIN.name()) == null) {
      headers.add(PLAIN);
    }
    for (HttpHeader header : response.headers()) {
      if (header.isValid()) {
        headers.add(header);
      }
    }
    visit.answer(response.status(), headers, response.body().getBytes(StandardCharsets.UTF_8));
  }

  private static DictValue request(HttpVisit visit, Route route, String path) {
    String target = visit.target();
    String query = target.length() > path.length() ? target.substring(path.length() + 1) : "";
    DictValue headers = new DictValue();
    for (HttpHeader header : visit.headers()) {
      headers.put(header.name(), header.value());
    }
    DictValue request = DictValue.ofExpectedSize(9);
    request.put("method", visit.method());
    request.put("path", path);
    request.put("raw_path", target);
    request.put("body", new String(visit.body(), StandardCharsets.UTF_8));
    request.put("params", route.parameters(path));
    request.put("query", QueryText.pairs(query, false));
    request.put("query_decoded", QueryText.pairs(query, true));
    request.put("query_string", query);
    request.put("headers", headers);
    return request;
  }
}

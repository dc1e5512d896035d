package ruff.conformance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The servers on the loopback that the examples of the library's reference page talk to. */
final class NetworkFixture {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
  private static final HttpServer WEB = web();
  private static final ServerSocket GREETER = greeter();

  private NetworkFixture() {}

  /** The address of a small web server. */
  static String base() {
    return "http://127.0.0.1:" + WEB.getAddress().getPort();
  }

  /** The port of a server that says hello and listens to whatever it is told. */
  static int port() {
    return GREETER.getLocalPort();
  }

  /** An expression for a listener with a connection that waits to be accepted. */
  static String listener() {
    String address = "\"127.0.0.1\", " + freePort();
    return """
    func() {
      let made := tcp_listen(%s)
      tcp_connect(%s)
      return made
    }()\
    """
        .formatted(address, address);
  }

  /** An expression for a socket with a datagram that waits to be received. */
  static String mailbox() {
    String address = "\"127.0.0.1\", " + freePort();
    return """
    func() {
      let made := udp_bind(%s)
      udp_send_to(made, "ping", %s)
      return made
    }()\
    """
        .formatted(address, address);
  }

  /** A port that is free for connections and datagrams at the moment. */
  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, LOOPBACK);
        DatagramSocket other = new DatagramSocket(socket.getLocalPort(), LOOPBACK)) {
      return other.getLocalPort();
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
  }

  private static HttpServer web() {
    try {
      HttpServer server = HttpServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
      server.createContext("/", exchange -> answer(exchange, 404, "not here"));
      server.createContext("/hi", exchange -> answer(exchange, 200, "hello"));
      server.createContext("/items", exchange -> answer(exchange, 201, "made"));
      server.createContext("/items/1", exchange -> answer(exchange, 200, "changed"));
      server.createContext(
          "/token", exchange -> answer(exchange, 200, "{\"access_token\":\"t1\"}"));
      server.createContext(
          "/chat",
          exchange ->
              answer(exchange, 200, "{\"choices\": [{\"message\": {\"content\": \"hello\"}}]}"));
      server.createContext(
          "/embed", exchange -> answer(exchange, 200, "{\"data\": [{\"embedding\": [1, 2.5]}]}"));
      server.start();
      return server;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      byte[] body = text.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static ServerSocket greeter() {
    try {
      ServerSocket server = new ServerSocket(0, 50, LOOPBACK);
      Thread.ofPlatform().daemon().start(() -> greetAll(server));
      return server;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void greetAll(ServerSocket server) {
    while (true) {
      try {
        Socket visitor = server.accept();
        Thread.ofPlatform().daemon().start(() -> greet(visitor));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static void greet(Socket visitor) {
    try (visitor) {
      visitor.getOutputStream().write("hello".getBytes(StandardCharsets.US_ASCII));
      visitor.getInputStream().readAllBytes();
    } catch (IOException gone) {
      // Visitors may leave as they like.
    }
  }
}

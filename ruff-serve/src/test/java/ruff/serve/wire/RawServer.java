package ruff.serve.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;

/** A server on the loopback that answers whatever bytes a test wants, however broken. */
final class RawServer implements AutoCloseable {
  /** Answers one request, given with head and body, on a connection that is closed afterwards. */
  interface Answering {
    void answer(String request, OutputStream out) throws Exception;
  }

  private final ServerSocket socket;
  private final Answering answering;
  private final List<String> requests = new CopyOnWriteArrayList<>();

  private RawServer(ServerSocket socket, Answering answering) {
    this.socket = socket;
    this.answering = answering;
    Thread.ofPlatform().daemon().start(this::acceptAll);
  }

  static RawServer answering(Answering answering) throws IOException {
    return answering(ServerSocketFactory.getDefault(), answering);
  }

  static RawServer answering(ServerSocketFactory sockets, Answering answering) throws IOException {
    InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");
    return new RawServer(sockets.createServerSocket(0, 50, loopback), answering);
  }

  /** A server that gives every request the same answer. */
  static RawServer always(String answer) throws IOException {
    return answering((_, out) -> out.write(answer.getBytes(StandardCharsets.ISO_8859_1)));
  }

  int port() {
    return socket.getLocalPort();
  }

  String url(String target) {
    return "http://127.0.0.1:" + port() + target;
  }

  /** What has come in so far, head and body of each request. */
  List<String> requests() {
    return requests;
  }

  private void acceptAll() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        Thread.ofPlatform().daemon().start(() -> serve(connection));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      String request = read(connection.getInputStream());
      requests.add(request);
      answering.answer(request, connection.getOutputStream());
    } catch (Exception gone) {
      // The client has had enough, which is what some tests are about.
    }
  }

  private static String read(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    while (!isComplete(bytes.toString(StandardCharsets.ISO_8859_1))) {
      int next = in.read();
      if (next < 0) {
        break;
      }
      bytes.write(next);
    }
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }

  private static boolean isComplete(String request) {
    int end = request.indexOf("\r\n\r\n");
    if (end < 0) {
      return false;
    }
    for (String line : request.substring(0, end).split("\r\n")) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        int length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
        return request.length() >= end + 4 + length;
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

package ruff.serve.server;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One connection to a server on this machine, byte by byte. */
final class RawClient implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 10_000;

  private final Socket socket;
  private final InputStream input;

  /**
   * An answer.
   *
   * @param headers lines as they came
   */
  record Reply(int status, String reason, List<String> headers, byte[] body) {
    /** The value of a header, or null; names in any case. */
    String header(String name) {
      for (String line : headers) {
        int colon = line.indexOf(':');
        if (line.substring(0, colon).equalsIgnoreCase(name)) {
          return line.substring(colon + 1).strip();
        }
      }
      return null;
    }

    String text() {
      return new String(body, StandardCharsets.ISO_8859_1);
    }
  }

  RawClient(int port) throws IOException {
    this(new Socket(InetAddress.getLoopbackAddress(), port));
  }

  RawClient(Socket socket) throws IOException {
    this.socket = socket;
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.setTcpNoDelay(true);
    input = socket.getInputStream();
  }

  Socket socket() {
    return socket;
  }

  RawClient send(String octets) throws IOException {
    socket.getOutputStream().write(octets.getBytes(StandardCharsets.ISO_8859_1));
    return this;
  }

  /** Sends a request for a path and reads the answer. */
  Reply get(String path) throws IOException {
    return send("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n").read(false);
  }

  /**
   * Reads one answer.
   *
   * @param headOnly whether none has a body, as answers to HEAD
   */
  Reply read(boolean headOnly) throws IOException {
    String[] status = line().split(" ", 3);
    List<String> headers = new ArrayList<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      headers.add(line);
    }
    Reply head = new Reply(Integer.parseInt(status[1]), status[2], headers, new byte[0]);
    String length = head.header("Content-Length");
    if (headOnly || length == null) {
      return head;
    }
    byte[] body = input.readNBytes(Integer.parseInt(length));
    if (body.length < Integer.parseInt(length)) {
      throw new EOFException("in the middle of a body");
    }
    return new Reply(head.status(), head.reason(), headers, body);
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int octet = input.read(); octet != '\n'; octet = input.read()) {
      if (octet < 0) {
        throw new EOFException("in the middle of a head, after " + line);
      }
      line.write(octet);
    }
    String text = line.toString(StandardCharsets.ISO_8859_1);
    if (!text.endsWith("\r")) {
      throw new IOException("a line without CR: " + text);
    }
    return text.substring(0, text.length() - 1);
  }

  /** Reads a line of a stream of events. */
  String event() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int octet = input.read(); octet != '\n'; octet = input.read()) {
      if (octet < 0) {
        throw new EOFException("the events have ended");
      }
      line.write(octet);
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  /** Whether the server has ended the connection, without another byte. */
  boolean isClosed() throws IOException {
    try {
      return input.read() < 0;
    } catch (java.net.SocketException reset) {
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

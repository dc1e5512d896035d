package ruff.serve.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import ruff.host.net.HttpHeader;
import ruff.host.net.HttpVisit;

/** One request of a server by Jetty. */
final class JettyVisit implements HttpVisit {
  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;
  private static final int FAILED = 500;

  /** How much a program may put into the head of an answer. */
  static final int MAX_HEAD_BYTES = 64 * 1024;

  /** What a line of the head needs beside name and value: a colon, a space, and its end. */
  private static final int LINE_SIGNS = 4;

  private static final List<HttpHeader> PLAIN =
      List.of(new HttpHeader("Content-Type", "text/plain; charset=UTF-8"));
  private static final byte[] TOO_LONG =
      ("Internal Server Error: the headers of the response have more than "
              + MAX_HEAD_BYTES
              + " bytes")
          .getBytes(StandardCharsets.US_ASCII);

  private final Request request;
  private final Response response;
  private final Callback callback;
  private final AtomicBoolean answered = new AtomicBoolean();
  private final AtomicBoolean ended = new AtomicBoolean();
  private final List<HttpHeader> headers;
  private byte[] body = new byte[0];

  JettyVisit(Request request, Response response, Callback callback) {
    this.request = request;
    this.response = response;
    this.callback = callback;
    this.headers = headers(request);
  }

  private static List<HttpHeader> headers(Request request) {
    List<String> names = ExactHeads.names(request);
    List<HttpHeader> headers = new ArrayList<>();
    for (HttpField field : request.getHeaders()) {
      String value = field.getValue() == null ? "" : field.getValue();
      int index = headers.size();
      boolean known = index < names.size() && names.get(index).equalsIgnoreCase(field.getName());
      String name = known ? names.get(index) : field.getName();
      headers.add(new HttpHeader(name, Octets.text(value)));
    }
    return List.copyOf(headers);
  }

  Request request() {
    return request;
  }

  void setBody(byte[] bytes) {
    body = bytes;
  }

  @Override
  public String method() {
    return request.getMethod();
  }

  @Override
  public String target() {
    return Octets.text(request.getHttpURI().getPathQuery());
  }

  @Override
  public List<HttpHeader> headers() {
    return headers;
  }

  @Override
  public byte[] body() {
    return body;
  }

  @Override
  public void answer(int status, List<HttpHeader> headers, byte[] content) {
    if (!answered.compareAndSet(false, true)) {
      return;
    }
    long head = 0;
    for (HttpHeader header : headers) {
      head += header.name().length() + Octets.of(header.value()).length() + LINE_SIGNS;
    }
    if (head > MAX_HEAD_BYTES) {
      write(FAILED, PLAIN, TOO_LONG, callback);
    } else {
      write(status, headers, content, callback);
    }
  }

  private void write(int status, List<HttpHeader> headers, byte[] content, Callback written) {
    response.setStatus(status);
    List<HttpHeader> own = new ArrayList<>(HttpHeader.lastOfEachName(headers));
    own.removeIf(HttpHeader::isFraming);
    own.forEach(header -> response.getHeaders().remove(header.name()));
    own.forEach(header -> response.getHeaders().add(header.name(), Octets.of(header.value())));
    response.getHeaders().put("Server", "ruff");
    boolean empty = status == NO_CONTENT || status == NOT_MODIFIED;
    if (!empty) {
      response.getHeaders().put("Content-Length", content.length);
    }
    boolean head = request.getMethod().equals("HEAD");
    ByteBuffer sent = empty || head ? ByteBuffer.allocate(0) : ByteBuffer.wrap(content);
    response.write(true, sent, written);
  }

  /**
   * Answers a request that does not get to the program; {@link #end} closes the connection.
   *
   * @param then what is to be done once the answer is on its way
   */
  void refuse(int status, String reason, Runnable then) {
    if (answered.compareAndSet(false, true)) {
      response.getHeaders().put("Connection", "close");
      byte[] text = reason.getBytes(StandardCharsets.US_ASCII);
      write(status, PLAIN, text, Callback.from(then, failure -> end()));
    }
  }

  /** Lets go of a request that was refused; does nothing the second time. */
  void end() {
    if (ended.compareAndSet(false, true)) {
      callback.succeeded();
    }
  }

  /** Gives up on a request whose other end is gone. */
  void fail(Throwable failure) {
    if (answered.compareAndSet(false, true)) {
      callback.failed(failure);
    }
  }
}

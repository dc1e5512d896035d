package ruff.serve.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.io.EndPoint;
import ruff.serve.http.AnswerHead;
import ruff.serve.http.AnswerHead.Persistence;
import ruff.serve.http.RequestHead;
import ruff.serve.http.Status;
import ruff.serve.site.Decision;
import ruff.serve.site.Variant;

/** The answer to one request after the other: lays it out, sends it, tells the log. */
final class Answer {
  private static final byte[] NOTHING = {};
  private static final String TEXT = "text/plain; charset=utf-8";

  private final Service service;
  private final AnswerHead lines;
  private final Outgoing outgoing;
  private String method;
  private String target;
  private long startNanos;
  private Status status;
  private long length;
  private boolean headOnly;
  private boolean closes;
  private boolean events;
  private boolean finished;

  Answer(EndPoint endPoint, Service service) {
    this.service = service;
    this.lines = new AnswerHead(service.commonFields());
    this.outgoing = new Outgoing(endPoint, service.secure());
  }

  /** Whether an answer has to read from a file while it is sent. */
  static boolean readsFile(Decision decision) {
    return switch (decision) {
      case Decision.Whole whole -> whole.variant().content() instanceof Variant.OnDisk;
      case Decision.Part part -> part.variant().content() instanceof Variant.OnDisk;
      default -> false;
    };
  }

  /** Notes what is answered. */
  void begin(String requestMethod, String requestTarget) {
    method = requestMethod;
    target = requestTarget;
    startNanos = System.nanoTime();
    events = false;
    finished = false;
    status = Status.INTERNAL_SERVER_ERROR;
    length = 0;
  }

  /**
   * Lays an answer out.
   *
   * @param last whether the connection ends with it
   */
  void prepare(Decision decision, RequestHead head, boolean last) throws IOException {
    outgoing.close();
    headOnly = head.isHead();
    closes = last;
    Persistence persistence = persistence(head, last);
    switch (decision) {
      case Decision.Refuse refuse -> refuse(refuse.status(), "", persistence);
      case Decision.Unsatisfiable range ->
          refuse(
              Status.RANGE_NOT_SATISFIABLE,
              "Content-Range: bytes */" + range.length() + "\r\n",
              persistence);
      case Decision.Unchanged unchanged -> unchanged(unchanged.variant(), persistence);
      case Decision.Whole whole -> whole(whole.variant(), persistence);
      case Decision.Part part -> part(part, persistence);
      case Decision.Folder _ -> refuse(Status.NOT_FOUND, "", persistence);
      case Decision.Document page -> text(page.status(), page.type(), page.body(), "", persistence);
      case Decision.Events _ -> events(persistence);
    }
  }

  private static Persistence persistence(RequestHead head, boolean last) {
    if (last) {
      return Persistence.CLOSED;
    }
    return head.old() ? Persistence.KEPT : Persistence.USUAL;
  }

  /** Refuses a request that has not come in whole; the connection ends. */
  void prepareLast(Status refusal) {
    headOnly = method.equals("HEAD");
    closes = true;
    refuse(refusal, "", Persistence.CLOSED);
  }

  /** Refuses what is no request, without a body; the connection ends. */
  void prepareBroken(Status refusal) {
    headOnly = false;
    closes = true;
    status = refusal;
    length = 0;
    lines.begin(refusal).fields("Cache-Control: no-store\r\n").length(0).end(Persistence.CLOSED);
    send(NOTHING, 0, 0);
  }

  private void refuse(Status refusal, String more, Persistence persistence) {
    byte[] body = refusal.phrase().getBytes(StandardCharsets.US_ASCII);
    text(refusal, TEXT, body, more, persistence);
  }

  private void text(
      Status answered, String type, byte[] body, String more, Persistence persistence) {
    status = answered;
    length = body.length;
    String allow = answered == Status.METHOD_NOT_ALLOWED ? "Allow: GET, HEAD\r\n" : "";
    lines
        .begin(answered)
        .fields("Content-Type: " + type + "\r\nCache-Control: no-store\r\n" + allow + more)
        .length(length)
        .end(persistence);
    send(body, 0, body.length);
  }

  private void unchanged(Variant variant, Persistence persistence) {
    status = Status.NOT_MODIFIED;
    length = 0;
    lines.begin(status).fields(variant.fields()).end(persistence);
    send(NOTHING, 0, 0);
  }

  private void whole(Variant variant, Persistence persistence) throws IOException {
    status = Status.OK;
    length = variant.length();
    lines.begin(status).fields(variant.fields()).length(length).end(persistence);
    send(variant, 0);
  }

  private void part(Decision.Part part, Persistence persistence) throws IOException {
    Variant variant = part.variant();
    status = Status.PARTIAL_CONTENT;
    length = part.last() - part.first() + 1;
    String range = part.first() + "-" + part.last() + "/" + variant.length();
    lines
        .begin(status)
        .fields(variant.fields())
        .fields("Content-Range: bytes " + range + "\r\n")
        .length(length)
        .end(persistence);
    send(variant, part.first());
  }

  private void events(Persistence persistence) {
    status = Status.OK;
    length = 0;
    events = !headOnly;
    lines
        .begin(status)
        .fields("Content-Type: text/event-stream\r\nCache-Control: no-store\r\n")
        .end(persistence);
    send(NOTHING, 0, 0);
  }

  private void send(Variant variant, long from) throws IOException {
    switch (variant.content()) {
      case Variant.InMemory held -> send(held.bytes(), (int) from, (int) length);
      case Variant.OnDisk stored -> {
        send(NOTHING, 0, 0);
        if (!headOnly && length > 0) {
          outgoing.setFile(stored.file(), from, length);
        }
      }
    }
  }

  private void send(byte[] body, int from, int count) {
    boolean inOne = headOnly || lines.addBody(body, from, count);
    ByteBuffer first = ByteBuffer.wrap(lines.bytes(), 0, lines.size());
    if (inOne) {
      outgoing.set(first);
    } else {
      outgoing.set(first, ByteBuffer.wrap(body, from, count).slice());
    }
  }

  /** Sends what the network takes; true when that was all. */
  boolean flush() throws IOException {
    return outgoing.flush();
  }

  ByteBuffer[] waiting() {
    return outgoing.waiting();
  }

  long unsent() {
    return outgoing.unsent();
  }

  boolean closes() {
    return closes;
  }

  /** Whether news follow on the connection. */
  boolean isEvents() {
    return events;
  }

  /** Tells the log. */
  void finish() {
    outgoing.close();
    if (service.log() == null || finished || method.isEmpty()) {
      return;
    }
    finished = true;
    long millis = (System.nanoTime() - startNanos) / 1_000_000;
    long seconds = Math.floorDiv(System.currentTimeMillis(), 1000L);
    service.log().add(new AccessLog.Entry(seconds, method, target, status.code(), length, millis));
  }
}

package ruff.serve.server;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.Callback;
import ruff.host.SystemError;
import ruff.serve.http.BodySkipper;
import ruff.serve.http.HeadOutcome;
import ruff.serve.http.HeadReader;
import ruff.serve.http.RequestHead;
import ruff.serve.http.RequestHead.Announced;
import ruff.serve.http.RequestHead.Chunked;
import ruff.serve.http.Status;
import ruff.serve.site.Decision;

/**
 * The life of one connection: a request is read, decided on and answered, then the next one.
 *
 * <p>No thread waits for a client. At any time at most one thread works on the connection: it goes
 * on until there is nothing to read or the network takes no more, and the event that ends the wait
 * brings the next thread. Only the deadline is looked at by others, who then close the connection.
 */
final class SiteConnection extends AbstractConnection {
  private enum Stage {
    /** The head of a request is awaited or coming in. */
    HEAD,
    /** The body comes in, and is judged by its length before there is an answer. */
    BODY_BEFORE_ANSWER,
    /** Another thread looks up the answer. */
    DECIDING,
    ANSWERING,
    /** The rest of a request that has been answered comes in. */
    BODY_AFTER_ANSWER,
    /** The client hears of changes until it leaves. */
    LISTENING,
    /** All has been said; what the client still sends is not looked at. */
    LEAVING
  }

  /** Where the wait for the network stands: the end of it may come before the beginning. */
  private enum Wait {
    NONE,
    BEGINNING,
    WAITING,
    OVER
  }

  private static final long SKIPPED_BYTES = 16L << 20;
  private static final long LEAVING_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final long LEAVING_BYTES = 1 << 20;
  private static final int MAX_IN_A_ROW = 64;

  private final Service service;
  private final InputBuffer input = new InputBuffer();
  private final HeadReader reader;
  private final Answer answer;
  private final Callback readable = new Readable();
  private final Callback writable = new Writable();
  private final AtomicReference<Wait> wait = new AtomicReference<>(Wait.NONE);
  private final long readNanos;
  private final long writeNanos;

  private volatile Stage stage = Stage.HEAD;
  private volatile long deadline;
  private long unsentBefore;
  private boolean begun;
  private RequestHead head;
  private BodySkipper body;
  private boolean inGate;
  private long ignored;
  private int inARow;
  private volatile EventStream events;

  SiteConnection(EndPoint endPoint, java.util.concurrent.Executor executor, Service service) {
    super(endPoint, executor);
    this.service = service;
    this.reader = new HeadReader(service.limits());
    this.answer = new Answer(endPoint, service);
    this.readNanos = TimeUnit.MILLISECONDS.toNanos(service.limits().readMillis());
    this.writeNanos = TimeUnit.MILLISECONDS.toNanos(service.limits().writeMillis());
  }

  @Override
  public void onOpen() {
    super.onOpen();
    deadline = System.nanoTime() + readNanos;
    service.deadlines().add(this);
    fillInterested(readable);
  }

  @Override
  public void onClose(Throwable cause) {
    super.onClose(cause);
    service.deadlines().remove(this);
    if (events != null) {
      service.live().remove(events);
    }
  }

  @Override
  public void onFillable() {
    advance();
  }

  /** Whether the client could send a request and does not. */
  boolean isIdle() {
    return stage == Stage.HEAD;
  }

  long remaining(long now) {
    return deadline - now;
  }

  /** Ends the connection when its time is up. Called by a thread that does nothing else. */
  void expire(long now) {
    EventStream stream = events;
    boolean late = stream == null ? now - deadline > 0 : stream.isLate(now, writeNanos);
    if (!late) {
      return;
    }
    if (stage == Stage.ANSWERING) {
      long unsent = answer.unsent();
      if (unsent != unsentBefore) {
        unsentBefore = unsent;
        deadline = now + writeNanos;
        return;
      }
    }
    if (stage != Stage.DECIDING) {
      getEndPoint().close();
    }
  }

  private void advance() {
    try {
      while (step()) {
        // Until there is nothing to do but wait.
      }
    } catch (IOException gone) {
      end();
    } catch (RuntimeException | Error defect) {
      recover();
    }
  }

  /** A defect ends the request with an answer, unless that has begun. */
  private void recover() {
    if (inGate && stage != Stage.ANSWERING) {
      refuse(Status.INTERNAL_SERVER_ERROR);
      advance();
    } else {
      end();
    }
  }

  /** Does one thing; false when there is nothing more to do for now. */
  private boolean step() throws IOException {
    return switch (stage) {
      case HEAD -> readHead();
      case BODY_BEFORE_ANSWER, BODY_AFTER_ANSWER -> skipBody();
      case DECIDING -> false;
      case ANSWERING -> sendAnswer();
      case LISTENING, LEAVING -> ignoreInput();
    };
  }

  private boolean readHead() throws IOException {
    if (input.isEmpty()) {
      return fill();
    }
    if (!begun) {
      begun = true;
      deadline = System.nanoTime() + readNanos;
    }
    return switch (reader.read(input.bytes(), input.start(), input.end())) {
      case HeadOutcome.Incomplete _ -> fill();
      case HeadOutcome.Complete complete -> {
        input.consume(complete.bytes());
        reader.reset();
        yield begin(complete.head());
      }
      case HeadOutcome.Refused refused -> {
        input.clear();
        refuse(refused);
        yield true;
      }
    };
  }

  /** Reads more; false when there is none yet, or never will be. */
  private boolean fill() throws IOException {
    int count = input.fill(getEndPoint());
    if (count > 0) {
      return true;
    }
    if (count < 0) {
      end();
    } else {
      fillInterested(readable);
    }
    return false;
  }

  /** As all methods that do a step: false when another thread goes on. */
  private boolean begin(RequestHead request) throws IOException {
    head = request;
    body = BodySkipper.of(request.body(), service.limits());
    answer.begin(request.method(), request.target());
    if (request.body() instanceof Chunked && !request.awaitsContinue()) {
      stage = Stage.BODY_BEFORE_ANSWER;
      return true;
    }
    return decide();
  }

  private boolean decide() throws IOException {
    inGate = service.gate().enter();
    if (!inGate) {
      respond(new Decision.Refuse(Status.SERVICE_UNAVAILABLE));
      return true;
    }
    boolean large =
        body.progress() == BodySkipper.Progress.TOO_LARGE
            || head.body() instanceof Announced announced
                && announced.bytes() > service.limits().bodyBytes();
    if (large) {
      respond(new Decision.Refuse(Status.PAYLOAD_TOO_LARGE));
      return true;
    }
    Decision decision = service.decisions().decideAtOnce(head);
    if (decision != null && !Answer.readsFile(decision)) {
      respond(decision);
      return true;
    }
    stage = Stage.DECIDING;
    getExecutor().execute(() -> decideAndAdvance(decision));
    return false;
  }

  /** Goes on in a thread that may wait for the file system. */
  private void decideAndAdvance(Decision known) {
    try {
      respond(known != null ? known : service.decisions().decide(head));
    } catch (IOException gone) {
      refuse(refusal(gone));
    } catch (RuntimeException | Error defect) {
      refuse(Status.INTERNAL_SERVER_ERROR);
    }
    advance();
  }

  /** What to say of a file that was found and then could not be opened. */
  private static Status refusal(IOException failure) {
    return switch (SystemError.of(failure)) {
      case NOT_FOUND, NOT_A_DIRECTORY, TOO_MANY_LINKS -> Status.NOT_FOUND;
      case PERMISSION_DENIED -> Status.FORBIDDEN;
      default -> Status.INTERNAL_SERVER_ERROR;
    };
  }

  private void refuse(Status status) {
    try {
      respond(new Decision.Refuse(status));
    } catch (IOException impossible) {
      end();
    }
  }

  /** The request is too much, or is none. */
  private void refuse(HeadOutcome.Refused refused) {
    answer.begin(refused.method(), refused.target());
    if (refused.isBroken()) {
      answer.prepareBroken(refused.status());
    } else {
      inGate = service.gate().enter();
      answer.prepareLast(inGate ? refused.status() : Status.SERVICE_UNAVAILABLE);
    }
    startAnswering();
  }

  private void respond(Decision decision) throws IOException {
    answer.prepare(decision, head, !staysOpen(decision));
    startAnswering();
  }

  private void startAnswering() {
    unsentBefore = answer.unsent();
    deadline = System.nanoTime() + writeNanos;
    stage = Stage.ANSWERING;
  }

  /** Whether another request may follow: only when the end of this one will be found. */
  private boolean staysOpen(Decision decision) {
    return head.keepAlive()
        && !(decision instanceof Decision.Events)
        && switch (body.progress()) {
          case DONE -> true;
          case BROKEN, TOO_LARGE -> false;
          // A client that waits to be asked for the body may send it or not.
          case UNFINISHED ->
              !head.awaitsContinue()
                  && head.body() instanceof Announced announced
                  && announced.bytes() <= Math.max(SKIPPED_BYTES, service.limits().bodyBytes());
        };
  }

  private boolean sendAnswer() throws IOException {
    if (!answer.flush()) {
      wait.set(Wait.BEGINNING);
      getEndPoint().write(writable, answer.waiting());
      return !wait.compareAndSet(Wait.BEGINNING, Wait.WAITING);
    }
    boolean listens = answer.isEvents();
    finishAnswer();
    deadline = System.nanoTime() + readNanos;
    if (listens) {
      listen();
    } else if (answer.closes()) {
      leave();
    } else if (body != null && body.progress() == BodySkipper.Progress.UNFINISHED) {
      stage = Stage.BODY_AFTER_ANSWER;
    } else {
      awaitRequest();
      return isFair();
    }
    return true;
  }

  /** After many requests in a row others get their turn. */
  private boolean isFair() {
    inARow = input.isEmpty() ? 0 : inARow + 1;
    if (inARow < MAX_IN_A_ROW) {
      return true;
    }
    inARow = 0;
    getExecutor().execute(this::advance);
    return false;
  }

  private void finishAnswer() {
    if (inGate) {
      inGate = false;
      service.gate().leave();
    }
    answer.finish();
  }

  private void awaitRequest() {
    head = null;
    body = null;
    begun = false;
    stage = Stage.HEAD;
  }

  private boolean skipBody() throws IOException {
    if (input.isEmpty() && !fill()) {
      return false;
    }
    input.consume(body.skip(input.bytes(), input.start(), input.end()));
    if (body.progress() == BodySkipper.Progress.UNFINISHED) {
      return true;
    }
    if (stage == Stage.BODY_AFTER_ANSWER) {
      awaitRequest();
    } else if (body.progress() == BodySkipper.Progress.BROKEN) {
      refuse(new HeadOutcome.Refused(Status.BAD_REQUEST, head.method(), head.target()));
    } else {
      return decide();
    }
    return true;
  }

  private void listen() {
    stage = Stage.LISTENING;
    events = new EventStream(getEndPoint());
    service.live().add(events);
    if (!getEndPoint().isOpen()) {
      service.live().remove(events);
    }
  }

  /** Says that nothing more comes, and lets the client read what has come. */
  private void leave() {
    stage = Stage.LEAVING;
    ignored = 0;
    deadline = System.nanoTime() + Math.min(LEAVING_NANOS, readNanos);
    getEndPoint().shutdownOutput();
  }

  private boolean ignoreInput() throws IOException {
    ignored += input.end() - input.start();
    input.clear();
    if (ignored > LEAVING_BYTES) {
      end();
      return false;
    }
    return fill();
  }

  /** Closes, whatever was going on. */
  private void end() {
    if (inGate || stage == Stage.ANSWERING) {
      finishAnswer();
    }
    stage = Stage.LEAVING;
    getEndPoint().close();
  }

  /** Brings a thread when something has come in. */
  private final class Readable implements Callback {
    @Override
    public void succeeded() {
      advance();
    }

    @Override
    public void failed(Throwable cause) {
      end();
    }

    @Override
    public InvocationType getInvocationType() {
      return InvocationType.NON_BLOCKING;
    }
  }

  /** Brings a thread when the network takes more. */
  private final class Writable implements Callback {
    @Override
    public void succeeded() {
      if (!wait.compareAndSet(Wait.BEGINNING, Wait.OVER)) {
        advance();
      }
    }

    @Override
    public void failed(Throwable cause) {
      if (!wait.compareAndSet(Wait.BEGINNING, Wait.OVER)) {
        end();
      }
    }
  }
}

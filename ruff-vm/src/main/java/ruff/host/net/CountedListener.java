package ruff.host.net;

import java.util.List;
import ruff.policy.Budget;
import ruff.policy.Loan;
import ruff.policy.Meter;

/** A server whose requests and answers count as bytes of the network. */
final class CountedListener implements HttpListener {
  private final HttpListener listener;
  private final Meter meter;
  private final Loan place;

  /**
   * @param place its place among the open files
   */
  CountedListener(HttpListener listener, Meter meter, Loan place) {
    this.listener = listener;
    this.meter = meter;
    this.place = place;
  }

  @Override
  public int port() {
    return listener.port();
  }

  @Override
  public HttpVisit next() throws InterruptedException {
    HttpVisit visit = listener.next();
    long bytes = visit.method().length() + visit.target().length();
    meter.use(Budget.NET_BYTES, bytes + size(visit.headers()) + visit.body().length);
    return new Counted(visit, meter);
  }

  private static long size(List<HttpHeader> headers) {
    long bytes = 0;
    for (HttpHeader header : headers) {
      bytes += header.name().length() + header.value().length();
    }
    return bytes;
  }

  @Override
  public void close() {
    place.close();
    listener.close();
  }

  /** A request whose answer counts. */
  private record Counted(HttpVisit visit, Meter meter) implements HttpVisit {
    @Override
    public String method() {
      return visit.method();
    }

    @Override
    public String target() {
      return visit.target();
    }

    @Override
    public List<HttpHeader> headers() {
      return visit.headers();
    }

    @Override
    public byte[] body() {
      return visit.body();
    }

    @Override
    public void answer(int status, List<HttpHeader> headers, byte[] body) {
      meter.use(Budget.NET_BYTES, size(headers) + body.length);
      visit.answer(status, headers, body);
    }
  }
}

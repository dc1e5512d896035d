package ruff.serve.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.http.HttpField;
import ruff.host.net.BodyTooLargeException;
import ruff.host.net.HttpHeader;
import ruff.host.net.HttpReply;
import ruff.host.net.HttpRequest;

/** Puts the answer to one request together, and gives up where it becomes too long. */
final class ReplyReader implements Response.Listener {
  private final HttpRequest request;
  private final CompletableFuture<HttpReply> reply = new CompletableFuture<>();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  ReplyReader(HttpRequest request) {
    this.request = request;
  }

  /** The answer, or an exception of any kind. */
  CompletableFuture<HttpReply> reply() {
    return reply;
  }

  /** No answer will come. */
  void fail(Exception reason) {
    reply.completeExceptionally(reason);
  }

  @Override
  public void onHeaders(Response response) {
    String location = response.getHeaders().get("Location");
    long announced = response.getHeaders().getLongField("Content-Length");
    if (request.isLedElsewhere(response.getStatus(), location)) {
      complete(response);
      response.abort(new IOException("the rest is not wanted"));
    } else if (announced > request.maxBodyBytes() && !request.method().equals("HEAD")) {
      refuse(response, announced);
    }
  }

  @Override
  public void onContent(Response response, ByteBuffer content) {
    if (body.size() + (long) content.remaining() > request.maxBodyBytes()) {
      refuse(response, request.maxBodyBytes() + 1);
      return;
    }
    byte[] piece = new byte[content.remaining()];
    content.get(piece);
    body.writeBytes(piece);
  }

  private void refuse(Response response, long size) {
    BodyTooLargeException large = new BodyTooLargeException(size);
    reply.completeExceptionally(large);
    response.abort(large);
  }

  @Override
  public void onComplete(Result result) {
    if (result.isFailed()) {
      reply.completeExceptionally(result.getFailure());
    } else {
      complete(result.getResponse());
    }
  }

  private void complete(Response response) {
    List<HttpHeader> headers = new ArrayList<>();
    for (HttpField field : response.getHeaders()) {
      String value = field.getValue() == null ? "" : field.getValue();
      headers.add(new HttpHeader(field.getName().toLowerCase(Locale.ROOT), Octets.text(value)));
    }
    reply.complete(new HttpReply(response.getStatus(), headers, body.toByteArray()));
  }
}

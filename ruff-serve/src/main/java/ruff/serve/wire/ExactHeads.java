package ruff.serve.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.internal.HttpConnection;

/**
 * Connections that remember how the names of headers were spelled: the library gives known ones
 * their usual form, and programs look headers up by the name that the client wrote.
 */
final class ExactHeads extends HttpConnectionFactory {
  private static final int MAX_HEAD_BYTES = 64 * 1024;

  ExactHeads(HttpConfiguration configuration) {
    super(configuration);
  }

  @Override
  public Connection newConnection(Connector connector, EndPoint endPoint) {
    HttpConnection connection =
        new HttpConnection(getHttpConfiguration(), connector, endPoint) {
          @Override
          protected HttpParser newHttpParser(HttpCompliance compliance) {
            HttpParser usual = super.newHttpParser(compliance);
            int limit = getHttpConfiguration().getRequestHeaderSize();
            HttpParser exact =
                new Parser((HttpParser.RequestHandler) usual.getHandler(), limit, compliance);
            exact.setHeaderCacheSize(usual.getHeaderCacheSize());
            exact.setHeaderCacheCaseSensitive(usual.isHeaderCacheCaseSensitive());
            return exact;
          }
        };
    return configure(connection, connector, endPoint);
  }

  /** The names of the headers of a request that has just come in, in their order. */
  static List<String> names(Request request) {
    Connection connection = request.getConnectionMetaData().getConnection();
    return connection instanceof HttpConnection known && known.getParser() instanceof Parser parser
        ? parser.names()
        : List.of();
  }

  private static final class Parser extends HttpParser {
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();

    Parser(RequestHandler handler, int maxHeaderBytes, HttpCompliance compliance) {
      super(handler, maxHeaderBytes, compliance);
    }

    @Override
    public boolean parseNext(ByteBuffer buffer) {
      if (isStart()) {
        head.reset();
      }
      boolean inHead = isStart() || inHeaderState();
      ByteBuffer before = buffer.slice();
      boolean stops = super.parseNext(buffer);
      // After a broken request the library may have emptied the buffer.
      int used = Math.max(0, before.remaining() - buffer.remaining());
      if (inHead && head.size() + used <= MAX_HEAD_BYTES) {
        byte[] bytes = new byte[used];
        before.get(bytes);
        head.writeBytes(bytes);
      }
      return stops;
    }

    List<String> names() {
      List<String> names = new ArrayList<>();
      String[] lines = head.toString(StandardCharsets.ISO_8859_1).strip().split("\r?\n");
      for (int i = 1; i < lines.length && !lines[i].isEmpty(); i++) {
        names.add(lines[i].substring(0, Math.max(0, lines[i].indexOf(':'))));
      }
      return names;
    }
  }
}

package ruff.serve.server;

import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import ruff.serve.http.Limits;
import ruff.serve.preview.LiveReload;
import ruff.serve.site.SiteOptions;

/** A server on a free port of this machine, with what it has logged. */
final class TestServer implements AutoCloseable {
  private final PreviewServer server;
  private final List<String> log = new CopyOnWriteArrayList<>();
  private final LiveReload live = new LiveReload();

  private TestServer(SiteOptions options, Limits limits, KeyStore keys) throws IOException {
    var address = new PreviewServer.Address("127.0.0.1", 0);
    var lines = new AccessLog(this::take, options.secure());
    server = PreviewServer.start(address, keys, options, limits, lines, live);
  }

  private void take(String lines) {
    lines.lines().forEach(line -> log.add(line + "\n"));
  }

  static TestServer start(Path root) throws IOException {
    return start(options(root), Limits.USUAL);
  }

  static TestServer start(SiteOptions options, Limits limits) throws IOException {
    return start(options, limits, null);
  }

  static TestServer start(SiteOptions options, Limits limits, KeyStore keys) throws IOException {
    return new TestServer(options, limits, keys);
  }

  static TestServer startSecure(Path root, KeyStore keys) throws IOException {
    SiteOptions options = new SiteOptions(root, "index.html", true, 300, true, false, false);
    return new TestServer(options, Limits.USUAL, keys);
  }

  static SiteOptions options(Path root) {
    return new SiteOptions(root, "index.html", true, 300, false, false, false);
  }

  static SiteOptions plain(Path root) {
    return new SiteOptions(root, "sub/page.html", false, 7, false, false, false);
  }

  static SiteOptions preview(Path root) {
    return new SiteOptions(root, "index.html", true, 300, false, true, true);
  }

  int port() {
    return server.port();
  }

  /** Lines as they were printed, in their order. */
  List<String> log() {
    return log;
  }

  LiveReload live() {
    return live;
  }

  @Override
  public void close() {
    server.stop();
  }
}

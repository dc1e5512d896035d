package ruff.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.CountDownLatch;
import ruff.host.SystemError;
import ruff.host.net.SocketErrors;
import ruff.serve.preview.Browser;
import ruff.serve.preview.LiveReload;
import ruff.serve.preview.SiteWatcher;
import ruff.serve.server.AccessLog;
import ruff.serve.server.PreviewServer;
import ruff.serve.site.SiteOptions;

/** {@code ruff serve}: serves a folder over HTTP until the process is killed. */
final class ServeCommand {
  private final Streams streams;

  ServeCommand(Streams streams) {
    this.streams = streams;
  }

  /** A reason not to start. */
  private static final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    Refusal(String message) {
      super(message, null, false, false);
    }
  }

  int run(ParsedArguments arguments) throws UsageException {
    ServeRequest request = ServeRequest.of(arguments);
    try {
      serve(request);
      return ExitStatus.OK;
    } catch (Refusal refusal) {
      streams.complainOfUse(refusal.getMessage());
      return ExitStatus.RUNTIME;
    }
  }

  private void serve(ServeRequest request) throws Refusal {
    if (request.fault() != null) {
      throw new Refusal(request.fault());
    }
    Path root = root(request.directory());
    KeyStore keys = keys(request);
    SiteOptions options =
        new SiteOptions(
            root,
            request.index(),
            request.hardened(),
            request.cacheSeconds(),
            request.secure(),
            request.listing(),
            request.watch());
    LiveReload live = new LiveReload();
    if (request.watch()) {
      watch(root, live);
    }
    PreviewServer server = start(request, keys, options, live);
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(server::stop));
    announce(request, root, server.port());
    waitForEver();
  }

  private Path root(String directory) throws Refusal {
    Path root;
    try {
      root = streams.host().directory().resolve(directory).toRealPath();
    } catch (InvalidPathException noName) {
      throw unresolved(directory, SystemError.NOT_FOUND);
    } catch (IOException failure) {
      throw unresolved(directory, SystemError.of(failure));
    }
    if (!Files.isDirectory(root)) {
      throw new Refusal("Serve target is not a directory: " + root);
    }
    return root;
  }

  private static Refusal unresolved(String directory, SystemError error) {
    return new Refusal("Failed to resolve serve directory '" + directory + "': " + error.text());
  }

  private KeyStore keys(ServeRequest request) throws Refusal {
    if (!request.secure()) {
      return null;
    }
    byte[] certificate = read("certificate", request.certificate());
    byte[] key = read("private key", request.key());
    try {
      return PreviewServer.keys(certificate, key);
    } catch (GeneralSecurityException unusable) {
      throw unstartable(request, unusable.getMessage());
    }
  }

  private byte[] read(String what, String file) throws Refusal {
    try {
      return Files.readAllBytes(streams.host().directory().resolve(file));
    } catch (IOException failure) {
      throw unreadable(what, SystemError.of(failure));
    } catch (InvalidPathException noName) {
      throw unreadable(what, SystemError.NOT_FOUND);
    }
  }

  private static Refusal unreadable(String what, SystemError error) {
    return new Refusal("Failed to read TLS " + what + " file: " + error.text());
  }

  private void watch(Path root, LiveReload live) throws Refusal {
    try {
      SiteWatcher.start(root, live, this::warn);
    } catch (IOException failure) {
      throw new Refusal(
          "Failed to watch serve directory '" + root + "': " + SystemError.of(failure).text());
    }
  }

  private PreviewServer start(
      ServeRequest request, KeyStore keys, SiteOptions options, LiveReload live) throws Refusal {
    AccessLog log = request.accessLog() ? new AccessLog(this::log, request.secure()) : null;
    var address = new PreviewServer.Address(request.host(), request.port());
    try {
      return PreviewServer.start(address, keys, options, request.limits(), log, live);
    } catch (IOException failure) {
      throw unstartable(request, SocketErrors.text(failure));
    }
  }

  private static Refusal unstartable(ServeRequest request, String reason) {
    String doing = request.secure() ? "start HTTPS server on " : "bind ";
    String place = request.host() + ":" + request.port();
    return new Refusal("Failed to " + doing + place + ": " + reason);
  }

  private void announce(ServeRequest request, Path root, int port) {
    String scheme = request.secure() ? "https://" : "http://";
    String address = scheme + inAddress(request.host()) + ":" + port;
    log("Serving " + root + " on " + address + "\nPress Ctrl+C to stop\n");
    if (request.open()) {
      boolean everywhere = request.host().equals("0.0.0.0") || request.host().equals("::");
      String here = scheme + (everywhere ? "localhost" : inAddress(request.host()));
      Browser.open(here + ":" + port + "/", this::warn);
    }
  }

  /** An address of IPv6 stands in brackets. */
  private static String inAddress(String host) {
    return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
  }

  private void log(String lines) {
    streams.print(lines);
    streams.host().stdout().flush();
  }

  private void warn(String message) {
    streams.complain("warning: " + message + "\n");
  }

  private static void waitForEver() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}

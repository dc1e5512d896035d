package ruff.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A browser without a window, told what to do over the protocol of its driver. It finds no other
 * machine than this one.
 */
final class Chromium implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final List<String> BROWSERS =
      List.of("chromium", "chromium-browser", "google-chrome");

  private final Process driver;
  private final HttpClient client = HttpClient.newHttpClient();
  private final String session;

  private Chromium(Path browser, Path profile) throws IOException, InterruptedException {
    driver =
        new ProcessBuilder(find("chromedriver").orElseThrow().toString(), "--port=0")
            .redirectErrorStream(true)
            .start();
    String base = "http://127.0.0.1:" + port(driver) + "/session";
    String options =
        """
        {"capabilities": {"alwaysMatch": {
          "goog:loggingPrefs": {"browser": "ALL"},
          "goog:chromeOptions": {"binary": "%s", "args": [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
            "--no-first-run", "--disable-background-networking", "--disable-component-update",
            "--disable-sync", "--autoplay-policy=no-user-gesture-required",
            "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
            "--user-data-dir=%s"]}}}}
        """
            .formatted(browser, profile);
    try {
      Map<?, ?> made = (Map<?, ?>) send("POST", base, options);
      session = base + "/" + made.get("sessionId");
    } catch (IOException | InterruptedException | RuntimeException failed) {
      driver.destroy();
      throw failed;
    }
  }

  /** Whether browser and driver are installed. */
  static boolean isInstalled() {
    return browser().isPresent() && find("chromedriver").isPresent();
  }

  /**
   * Starts a browser.
   *
   * @param profile an empty folder for its files
   */
  static Chromium start(Path profile) throws IOException, InterruptedException {
    return new Chromium(browser().orElseThrow(), profile);
  }

  private static Optional<Path> browser() {
    return BROWSERS.stream().map(Chromium::find).flatMap(Optional::stream).findFirst();
  }

  private static Optional<Path> find(String program) {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static int port(Process process) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String told = "started successfully on port ";
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      int at = line.indexOf(told);
      if (at >= 0) {
        return Integer.parseInt(line.substring(at + told.length()).replaceAll("\\D.*", ""));
      }
    }
    throw new IOException("the driver has ended");
  }

  private Object send(String method, String address, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address))
            .timeout(PATIENCE)
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body))
            .build();
    String answer = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    Object value = ((Map<?, ?>) JsonText.read(answer)).get("value");
    if (value instanceof Map<?, ?> map && map.containsKey("error")) {
      throw new IOException(String.valueOf(map.get("message")));
    }
    return value;
  }

  /** Opens a page and waits until it has loaded. */
  void open(String address) throws IOException, InterruptedException {
    send("POST", session + "/url", "{\"url\": \"" + address + "\"}");
  }

  /** Runs a script in the page; gives what it returns as text. */
  String run(String script) throws IOException, InterruptedException {
    String quoted = script.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    String body = "{\"script\": \"" + quoted + "\", \"args\": []}";
    return String.valueOf(send("POST", session + "/execute/sync", body));
  }

  /** Waits until a script gives a text. */
  void await(String script, String expected) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    String last = "";
    while (System.nanoTime() < end) {
      last = tryRun(script);
      if (last.equals(expected)) {
        return;
      }
      Thread.sleep(50);
    }
    throw new AssertionError(script + " gave " + last + ", not " + expected);
  }

  /** A page that is just being left cannot run a script. */
  private String tryRun(String script) throws InterruptedException {
    try {
      return run(script);
    } catch (IOException leaving) {
      return leaving.getMessage();
    }
  }

  /** What pages have complained about since the last call. */
  List<String> complaints() throws IOException, InterruptedException {
    List<?> entries = (List<?>) send("POST", session + "/se/log", "{\"type\": \"browser\"}");
    return entries.stream()
        .map(entry -> (Map<?, ?>) entry)
        .filter(entry -> !entry.get("level").equals("INFO") && !entry.get("level").equals("DEBUG"))
        .map(entry -> String.valueOf(entry.get("message")))
        .toList();
  }

  @Override
  public void close() {
    try {
      send("DELETE", session, null);
    } catch (IOException gone) {
      // It has ended by itself.
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      driver.destroy();
      client.close();
    }
  }
}

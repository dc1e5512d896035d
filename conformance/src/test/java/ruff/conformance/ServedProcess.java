package ruff.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** {@code ruff serve} in a process of its own, on any free port of this machine. */
final class ServedProcess implements AutoCloseable {
  private final Process process;
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final String address;

  private ServedProcess(Process process) throws IOException {
    this.process = process;
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String banner = out.readLine();
    address = banner.substring(banner.lastIndexOf("http"));
    lines.add(banner);
    Thread.ofPlatform().daemon().start(() -> out.lines().forEach(lines::add));
  }

  static ServedProcess start(Path folder, String... options) throws IOException {
    List<String> command =
        new ArrayList<>(List.of(Corpus.PROJECT.resolve("ruff").toString(), "serve", "--port", "0"));
    command.addAll(List.of(options));
    command.add(folder.toString());
    return new ServedProcess(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** Where it is, without a slash at the end. */
  String address() {
    return address;
  }

  /** What it has printed. */
  List<String> lines() {
    return lines;
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException("the server did not end");
      }
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}

package ruff.host;

import java.io.ByteArrayInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Everything outside that one engine can reach. Two engines never share a working directory or
 * environment.
 */
public record Host(
    Output stdout,
    Output stderr,
    LineInput stdin,
    HostClock clock,
    Environment environment,
    WorkingDirectory directory,
    SourceFiles sources) {

  /**
   * The process that runs the engine.
   *
   * @param flushing when standard output leaves its buffer
   * @param onOutputFailure called when a standard stream cannot be written, such as a closed pipe
   */
  public static Host system(Output.Flushing flushing, Consumer<IOException> onOutputFailure) {
    return new Host(
        new Output(new FileOutputStream(FileDescriptor.out), flushing, onOutputFailure),
        new Output(
            new FileOutputStream(FileDescriptor.err), Output.Flushing.ALWAYS, onOutputFailure),
        LineInput.ofProcess(),
        HostClock.SYSTEM,
        Environment.system(),
        WorkingDirectory.ofProcess(),
        new SourceFiles());
  }

  /**
   * Streams in memory, no environment variables, the real clock and files: for tests and embedding.
   *
   * @param input what the program reads
   * @param stdout receives UTF-8
   * @param stderr receives UTF-8
   * @param directory absolute path of the folder that relative paths start from
   */
  public static Host inMemory(
      String input, OutputStream stdout, OutputStream stderr, Path directory) {
    return new Host(
        new Output(stdout, Output.Flushing.ALWAYS, _ -> {}),
        new Output(stderr, Output.Flushing.ALWAYS, _ -> {}),
        new LineInput(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8))),
        HostClock.SYSTEM,
        Environment.of(Map.of()),
        new WorkingDirectory(directory),
        new SourceFiles());
  }

  /**
   * The same outside with streams in memory and an environment and working directory of its own,
   * which start as copies.
   *
   * @param input what the program reads
   * @param stdout receives UTF-8
   * @param stderr receives UTF-8
   */
  public Host isolated(String input, OutputStream stdout, OutputStream stderr) {
    Host streams = inMemory(input, stdout, stderr, directory.current());
    return new Host(
        streams.stdout,
        streams.stderr,
        streams.stdin,
        clock,
        Environment.of(environment.snapshot()),
        streams.directory,
        sources);
  }
}

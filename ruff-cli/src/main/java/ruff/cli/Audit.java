package ruff.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import ruff.host.Host;
import ruff.host.Output;
import ruff.host.SystemError;
import ruff.policy.Capability;
import ruff.policy.DecisionListener;

/**
 * Keeps a record of every decision: as lines of a log file, for the narrowest options, or both. A
 * log that cannot be written any more ends the process before the effect that could not be written
 * down.
 */
final class Audit implements DecisionListener {
  /** A log does not grow beyond this: a program must not fill the disk by asking. */
  private static final long MAX_BYTES = 256L << 20;

  private final Needs needs;
  private final FileChannel log;
  private final Output output;
  private final String shown;
  private final List<String> protectedPaths;
  private final Object protectedIdentity;
  private long sequence;
  private long written;

  private Audit(
      Needs needs,
      FileChannel log,
      Output output,
      String shown,
      List<String> protectedPaths,
      Object protectedIdentity) {
    this.needs = needs;
    this.log = log;
    this.output = output;
    this.shown = shown;
    this.protectedPaths = protectedPaths;
    this.protectedIdentity = protectedIdentity;
  }

  /** What the options ask for, or null for nothing. */
  static Audit of(ParsedArguments arguments, Host host) throws UsageException {
    Needs needs = arguments.has(Options.AUDIT_ONLY) ? new Needs(host.directory().current()) : null;
    String file = arguments.value(Options.AUDIT_LOG);
    if (file == null) {
      return needs == null ? null : new Audit(needs, null, host.stdout(), null, List.of(), null);
    }
    try {
      Path path = host.directory().resolve(file);
      FileChannel log =
          FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      Path real = path.toRealPath();
      List<String> names = new ArrayList<>(List.of(real.toString()));
      addLinks(path, names);
      Object identity = Files.readAttributes(real, BasicFileAttributes.class).fileKey();
      return new Audit(needs, log, host.stdout(), file, List.copyOf(names), identity);
    } catch (InvalidPathException unusable) {
      throw UsageException.file(unwritable(file, SystemError.INVALID_ARGUMENT));
    } catch (IOException failure) {
      throw UsageException.file(unwritable(file, SystemError.of(failure)));
    }
  }

  /**
   * Adds every link on the way of a path. Whoever removes one and puts a file in its place has made
   * another log under the name of this one. There is no circle: the log has been opened.
   */
  private static void addLinks(Path path, List<String> names) throws IOException {
    if (path.getParent() == null) {
      return;
    }
    addLinks(path.getParent(), names);
    if (Files.isSymbolicLink(path)) {
      Path folder = path.getParent().toRealPath();
      names.add(folder.resolve(path.getFileName()).toString());
      addLinks(folder.resolve(Files.readSymbolicLink(path)), names);
    }
  }

  private static String unwritable(String file, SystemError error) {
    return "Failed to write audit log '" + file + "': " + error.text();
  }

  @Override
  public List<String> protectedPaths() {
    return protectedPaths;
  }

  @Override
  public Object protectedIdentity() {
    return protectedIdentity;
  }

  /** What the program needed, or null when nobody asked. */
  Needs needs() {
    return needs;
  }

  @Override
  public synchronized void decided(
      Place place,
      Capability capability,
      String surface,
      String resource,
      boolean allowed,
      String rule) {
    if (needs != null) {
      needs.add(capability, resource);
    }
    if (log != null) {
      sequence++;
      write(
          Json.line(
              "seq",
              sequence,
              "time",
              Instant.now().toString(),
              "module",
              place.module(),
              "line",
              place.line(),
              "caller",
              place.function(),
              "function",
              surface,
              "capability",
              capability.label(),
              "resource",
              resource,
              "decision",
              allowed ? "allowed" : "denied",
              "rule",
              rule));
    }
  }

  private void write(String line) {
    ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
    written += bytes.remaining();
    if (written > MAX_BYTES) {
      fail(SystemError.FILE_TOO_LARGE);
    }
    try {
      while (bytes.hasRemaining()) {
        log.write(bytes);
      }
    } catch (IOException failure) {
      fail(SystemError.of(failure));
    }
  }

  /** Nothing may happen that nobody can read about. */
  private void fail(SystemError error) {
    output.flush();
    System.err.println("[RUFCLI001] [cli] error: " + unwritable(shown, error));
    ProcessEnd.now(ExitStatus.FILE);
  }
}

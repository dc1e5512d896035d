package ruff.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import ruff.host.Host;
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
  private final String shown;
  private final String protectedPath;
  private long sequence;
  private long written;

  private Audit(Needs needs, FileChannel log, String shown, String protectedPath) {
    this.needs = needs;
    this.log = log;
    this.shown = shown;
    this.protectedPath = protectedPath;
  }

  /** What the options ask for, or null for nothing. */
  static Audit of(ParsedArguments arguments, Host host) throws UsageException {
    Needs needs = arguments.has(Options.AUDIT_ONLY) ? new Needs(host.directory().current()) : null;
    String file = arguments.value(Options.AUDIT_LOG);
    if (file == null) {
      return needs == null ? null : new Audit(needs, null, null, null);
    }
    try {
      Path path = host.directory().resolve(file);
      FileChannel log =
          FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      return new Audit(needs, log, file, path.toRealPath().toString());
    } catch (InvalidPathException unusable) {
      throw UsageException.file(unwritable(file, SystemError.INVALID_ARGUMENT));
    } catch (IOException failure) {
      throw UsageException.file(unwritable(file, SystemError.of(failure)));
    }
  }

  private static String unwritable(String file, SystemError error) {
    return "Failed to write audit log '" + file + "': " + error.text();
  }

  @Override
  public String protectedPath() {
    return protectedPath;
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
    System.err.println("[RUFCLI001] [cli] error: " + unwritable(shown, error));
    ProcessEnd.now(ExitStatus.FILE);
  }
}

package ruff.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * A program that runs. Its output is read all the time, so that it never waits for a reader; its
 * own children may go on writing after its end.
 */
final class ChildProcess {
  /** How long the output of a program that was ended is still read. */
  private static final long GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private final ProcessBuilder builder;
  private final byte[] input;
  private final OutputReader stdout;
  private final OutputReader stderr;
  private final CompletableFuture<Process> started = new CompletableFuture<>();

  /**
   * @param input what the program can read, or null when the builder says that
   * @param maxOutputBytes how much of each output stream is kept
   */
  ChildProcess(ProcessBuilder builder, byte[] input, int maxOutputBytes) {
    this.builder = builder;
    this.input = input;
    this.stdout = new OutputReader(maxOutputBytes);
    this.stderr = new OutputReader(maxOutputBytes);
  }

  /**
   * Runs the program to its end.
   *
   * @throws IOException when it cannot be started, in the words of the JDK
   */
  ProcessOutcome run(long timeoutMillis) throws IOException, InterruptedException {
    Thread first = thread(this::startAndRead);
    Process process = startedProcess();
    long deadline = System.nanoTime() + nanos(timeoutMillis);
    Thread second = thread(() -> readErrors(process.getErrorStream()));
    if (input != null) {
      thread(() -> feed(process.getOutputStream(), input));
    }
    try {
      boolean ended = process.waitFor(timeoutMillis, TimeUnit.MILLISECONDS);
      if (!ended) {
        RunningChildren.endTree(process.toHandle());
        deadline = System.nanoTime() + GRACE_NANOS;
      }
      for (Thread reader : List.of(first, second)) {
        TimeUnit.NANOSECONDS.timedJoin(reader, Math.max(1, deadline - System.nanoTime()));
      }
      return outcome(ended ? process.exitValue() : -1, !ended);
    } catch (InterruptedException interrupted) {
      RunningChildren.endTree(process.toHandle());
      throw interrupted;
    } finally {
      RunningChildren.remove(process.toHandle());
    }
  }

  private ProcessOutcome outcome(int exitCode, boolean timedOut) {
    return new ProcessOutcome(
        exitCode,
        timedOut,
        stdout.bytes(),
        stdout.isTruncated(),
        stderr.bytes(),
        stderr.isTruncated());
  }

  private static long nanos(long millis) {
    return Math.min(TimeUnit.MILLISECONDS.toNanos(millis), Long.MAX_VALUE / 4);
  }

  private static Thread thread(Runnable work) {
    return Thread.ofPlatform().daemon().name("ruff-process").start(work);
  }

  /**
   * Holds the monitor of the stream from the start on: when a program ends, the JDK takes what is
   * in its pipes, first that of standard output, and closes them, though children of the program
   * may have more to write. It waits for this monitor.
   */
  private void startAndRead() {
    try {
      Process process = builder.start();
      RunningChildren.add(process.toHandle());
      InputStream output = process.getInputStream();
      synchronized (output) {
        started.complete(process);
        stdout.read(output);
      }
    } catch (IOException | RuntimeException failure) {
      started.completeExceptionally(failure);
    }
  }

  private void readErrors(InputStream errors) {
    synchronized (errors) {
      stderr.read(errors);
    }
  }

  private Process startedProcess() throws IOException, InterruptedException {
    try {
      return started.get();
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof IOException cause
          ? cause
          : new IOException(failed.getCause());
    } catch (InterruptedException interrupted) {
      started.thenAccept(process -> RunningChildren.endTree(process.toHandle()));
      throw interrupted;
    }
  }

  private static void feed(OutputStream input, byte[] bytes) {
    try (input) {
      input.write(bytes);
    } catch (IOException notWanted) {
      // A program need not read all that it could.
    }
  }
}

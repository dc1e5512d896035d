package ruff.host;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * A file that is written beside the place that it is going to take. It takes the place as one step,
 * so that nobody ever sees a part of it, or is deleted when it is closed before.
 */
public final class Draft implements Closeable {
  private final FileTree files;
  private final Path target;
  private final Path file;
  private final FileChannel channel;
  private boolean open = true;

  Draft(FileTree files, Path target) throws IOException {
    this.files = files;
    this.target = target;
    this.file = target.resolveSibling(".ruff-" + Long.toHexString(StrongRandom.nextLong()));
    this.channel =
        files.open(file, Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW));
  }

  /** Takes over the permission bits of the file that it replaces. */
  void takeMode() throws IOException {
    files.setMode(file, files.attributes(target).permissions());
  }

  /** What to write to; closing it does nothing. */
  public OutputStream output() {
    return new OutputStream() {
      @Override
      public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        OpenFile.writeAll(channel, bytes, from, length);
      }
    };
  }

  /** Puts the file in its place; a link there is replaced, not followed. */
  public void commit() throws IOException {
    channel.close();
    files.move(file, target);
    open = false;
  }

  @Override
  public void close() throws IOException {
    if (open) {
      open = false;
      channel.close();
      files.delete(file);
    }
  }
}

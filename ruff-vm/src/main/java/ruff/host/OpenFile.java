package ruff.host;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import ruff.policy.Loan;

/** A file that is open; the policy was asked when it was opened. */
public final class OpenFile implements Closeable {
  /** The largest array that can be made. */
  private static final int MAX_ARRAY = Integer.MAX_VALUE - 8;

  private final FileChannel channel;
  private final Loan place;

  /**
   * @param place its place among the open files
   */
  OpenFile(FileChannel channel, Loan place) {
    this.channel = channel;
    this.place = place;
  }

  /** The size that the file system gives, in bytes; 0 for files that are no real ones. */
  public long size() throws IOException {
    return channel.size();
  }

  /** The bytes from here on, as many as there are, but not more than {@code count}. */
  public byte[] read(long count) throws IOException {
    int limit = (int) Math.min(count, MAX_ARRAY);
    long expected = Math.min(channel.size() - channel.position(), limit);
    if (expected > 0) {
      byte[] bytes = readExpected((int) expected);
      if (bytes != null) {
        return bytes;
      }
    }
    return input().readNBytes(limit);
  }

  /** That many bytes, or null and back to where it was when there are fewer. */
  private byte[] readExpected(int count) throws IOException {
    long start = channel.position();
    ByteBuffer buffer = ByteBuffer.allocate(count);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        channel.position(start);
        return null;
      }
    }
    return buffer.array();
  }

  /** {@link #read} from a position, which may be behind the end. */
  public byte[] readAt(long position, long count) throws IOException {
    channel.position(position);
    return read(count);
  }

  public void write(byte[] bytes) throws IOException {
    writeAll(channel, bytes, 0, bytes.length);
  }

  static void writeAll(FileChannel channel, byte[] bytes, int from, int length) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(bytes, from, length);
    while (rest.hasRemaining()) {
      channel.write(rest);
    }
  }

  /** {@link #write} at a position; a gap behind the end is filled with zeros. */
  public void writeAt(long position, byte[] bytes) throws IOException {
    channel.position(position);
    write(bytes);
  }

  /** Cuts the file, or fills it up with zeros, to a size in bytes. */
  public void resize(long size) throws IOException {
    if (size <= channel.size()) {
      channel.truncate(size);
    } else {
      writeAt(size - 1, new byte[1]);
    }
  }

  /** What is still to be read. Closing it closes the file. */
  public InputStream input() {
    return new FilterInputStream(Channels.newInputStream(channel)) {
      @Override
      public long transferTo(OutputStream target) throws IOException {
        return in.transferTo(target);
      }

      @Override
      public byte[] readNBytes(int count) throws IOException {
        return in.readNBytes(count);
      }

      @Override
      public void close() throws IOException {
        OpenFile.this.close();
      }
    };
  }

  /** Writes from here on. Closing it closes the file. */
  public OutputStream output() {
    return new FilterOutputStream(Channels.newOutputStream(channel)) {
      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
      }

      @Override
      public void close() throws IOException {
        OpenFile.this.close();
      }
    };
  }

  /** The file for libraries that jump about in it. */
  public SeekableByteChannel channel() {
    return channel;
  }

  @Override
  public void close() throws IOException {
    place.close();
    channel.close();
  }
}

package ruff.serve.server;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.eclipse.jetty.io.EndPoint;

/**
 * An answer on its way out: bytes in memory, then perhaps a part of a file. Without encryption the
 * system copies from the file to the network by itself.
 */
final class Outgoing {
  private static final int PIECE = 64 << 10;
  private static final ByteBuffer[] NOTHING = {};

  private final EndPoint endPoint;
  private final SocketChannel socket;
  private ByteBuffer[] buffers = NOTHING;
  private FileChannel file;
  private ByteBuffer piece;
  private long position;
  private long left;

  Outgoing(EndPoint endPoint, boolean secure) {
    this.endPoint = endPoint;
    this.socket =
        !secure && endPoint.getTransport() instanceof SocketChannel channel ? channel : null;
  }

  void set(ByteBuffer... content) {
    buffers = content;
  }

  /** Sends a part of a file behind what is in memory. */
  void setFile(Path path, long from, long length) throws IOException {
    file = FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    position = from;
    left = length;
  }

  /** Sends as much as the network takes now; true when that was all. */
  boolean flush() throws IOException {
    while (true) {
      if (isWaiting() && !endPoint.flush(buffers)) {
        return false;
      }
      buffers = NOTHING;
      if (left == 0) {
        return true;
      }
      if (socket == null || !transfer()) {
        readPiece();
      }
    }
  }

  private boolean isWaiting() {
    for (ByteBuffer buffer : buffers) {
      if (buffer.hasRemaining()) {
        return true;
      }
    }
    return false;
  }

  /** Lets the system copy; false when the network is not ready for more. */
  private boolean transfer() throws IOException {
    long sent = file.transferTo(position, left, socket);
    position += sent;
    left -= sent;
    if (sent == 0 && position >= file.size()) {
      throw new EOFException("the file has become shorter");
    }
    return left == 0 || sent > 0;
  }

  private void readPiece() throws IOException {
    if (piece == null) {
      piece = ByteBuffer.allocate((int) Math.min(PIECE, left));
    }
    piece.clear().limit((int) Math.min(piece.capacity(), left));
    int count = file.read(piece, position);
    if (count <= 0) {
      throw new EOFException("the file has become shorter");
    }
    piece.flip();
    position += count;
    left -= count;
    buffers = new ByteBuffer[] {piece};
  }

  /** What is waiting for the network. */
  ByteBuffer[] waiting() {
    return buffers;
  }

  /** Becomes smaller with every byte that goes out. */
  long unsent() {
    long sum = left;
    for (ByteBuffer buffer : buffers) {
      sum += buffer.remaining();
    }
    return sum;
  }

  void close() {
    buffers = NOTHING;
    left = 0;
    if (file != null) {
      try {
        file.close();
      } catch (IOException ignored) {
        // It was only read from.
      }
      file = null;
    }
  }
}

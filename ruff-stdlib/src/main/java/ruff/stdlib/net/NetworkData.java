package ruff.stdlib.net;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import ruff.host.net.SocketErrors;
import ruff.value.BytesValue;
import ruff.value.RuffError;

/** What goes through sockets, and the words for what goes wrong there. */
final class NetworkData {
  /** How much can be received in one call. */
  static final int MAX_SIZE = 8 << 20;

  private static final String TIMED_OUT =
      " timed out after 30000ms read/30000ms write timeout policy: ";

  private NetworkData() {}

  /** The bytes of a text or of bytes. */
  static byte[] bytes(Object data) {
    return data instanceof BytesValue bytes
        ? bytes.data()
        : data.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** A text where the bytes are one, else the bytes. */
  static Object value(byte[] data) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(data)).toString();
    } catch (CharacterCodingException notText) {
      return new BytesValue(data);
    }
  }

  /** Checks how much a function is to receive. */
  static int size(String function, long size) {
    if (size <= 0) {
      throw new RuffError(function + " size must be positive");
    }
    if (size > MAX_SIZE) {
      throw new RuffError(
          function
              + " size exceeds maximum network body size ("
              + size
              + " bytes > "
              + MAX_SIZE
              + " bytes)");
    }
    return (int) size;
  }

  /**
   * The error for an operation that failed.
   *
   * @param operation such as {@code Failed to send data over TCP}
   */
  static RuffError failed(String operation, IOException failure) {
    boolean late = failure instanceof SocketTimeoutException;
    return new RuffError(operation + (late ? TIMED_OUT : ": ") + SocketErrors.text(failure));
  }
}

package ruff.stdlib.crypto;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Bytes as a text: what is not UTF-8 is never mended silently. */
public final class PlainText {
  /** Bytes are not UTF-8; the message says where. */
  public static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    Malformed(String reason) {
      super(reason, null, false, false);
    }
  }

  private PlainText() {}

  /**
   * @throws Malformed such as {@code invalid utf-8 sequence of 1 bytes from index 0}
   */
  public static String of(byte[] bytes) throws Malformed {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      throw new Malformed(reason(bytes, in.position()));
    }
    return out.flip().toString();
  }

  private static String reason(byte[] bytes, int index) {
    int first = bytes[index] & 0xFF;
    int width = first < 0xC2 || first > 0xF4 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    for (int i = 1; i < width; i++) {
      if (index + i == bytes.length) {
        return "incomplete utf-8 byte sequence from index " + index;
      }
      if (!continues(first, i, bytes[index + i] & 0xFF)) {
        return invalid(i, index);
      }
    }
    return invalid(1, index);
  }

  private static String invalid(int count, int index) {
    return "invalid utf-8 sequence of " + count + " bytes from index " + index;
  }

  /** Whether a byte may follow; right behind some first bytes not all values mean a character. */
  private static boolean continues(int first, int place, int next) {
    int least = 0x80;
    int most = 0xBF;
    if (place == 1) {
      least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : least;
      most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : most;
    }
    return next >= least && next <= most;
  }
}

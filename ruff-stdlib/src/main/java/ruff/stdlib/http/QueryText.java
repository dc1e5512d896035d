package ruff.stdlib.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import ruff.value.DictValue;

/** The pairs of a query. */
final class QueryText {
  private static final int HEX = 16;

  private QueryText() {}

  /** The pairs, of equal keys the last one; a pair without a key does not count. */
  static DictValue pairs(String query, boolean decoded) {
    DictValue pairs = new DictValue();
    for (String piece : query.split("&")) {
      int sign = piece.indexOf('=');
      String key = sign < 0 ? piece : piece.substring(0, sign);
      String value = sign < 0 ? "" : piece.substring(sign + 1);
      if (!key.isEmpty()) {
        pairs.put(decoded ? decoded(key) : key, decoded ? decoded(value) : value);
      }
    }
    return pairs;
  }

  /** With blanks for plus signs and bytes for percent signs; as it is when that gives no text. */
  private static String decoded(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] != '%') {
        out.write(bytes[i] == '+' ? ' ' : bytes[i]);
        continue;
      }
      int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], HEX) : -1;
      int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], HEX) : -1;
      if (high < 0 || low < 0) {
        return text;
      }
      out.write(high << 4 | low);
      i += 2;
    }
    try {
      ByteBuffer all = ByteBuffer.wrap(out.toByteArray());
      return StandardCharsets.UTF_8.newDecoder().decode(all).toString();
    } catch (CharacterCodingException notText) {
      return text;
    }
  }
}

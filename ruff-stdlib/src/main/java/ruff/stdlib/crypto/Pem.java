package ruff.stdlib.crypto;

import ruff.stdlib.encoding.Base64Text;
import ruff.stdlib.encoding.InvalidBase64;

/** The text form of keys: base64 in lines between a BEGIN and an END line. */
final class Pem {
  /** A text holds no such key; the message says why. */
  static final class Invalid extends Exception {
    private static final long serialVersionUID = 1L;

    Invalid(String reason) {
      super(reason, null, false, false);
    }
  }

  private static final int COLUMNS = 64;
  private static final String DASHES = "-----";

  private Pem() {}

  /**
   * @param label such as {@code PUBLIC KEY}
   */
  static String write(String label, byte[] content) {
    String base64 = Base64Text.encode(content);
    StringBuilder out = new StringBuilder(base64.length() + base64.length() / COLUMNS + 80);
    out.append(begin(label)).append('\n');
    for (int i = 0; i < base64.length(); i += COLUMNS) {
      out.append(base64, i, Math.min(i + COLUMNS, base64.length())).append('\n');
    }
    return out.append(end(label)).append('\n').toString();
  }

  /** The content of the first block with a label; text before it is passed over. */
  static byte[] read(String label, String text) throws Invalid {
    int start = text.indexOf(begin(label));
    if (start < 0) {
      throw new Invalid("PEM text has no line " + begin(label));
    }
    int from = start + begin(label).length();
    int to = text.indexOf(end(label), from);
    if (to < 0) {
      throw new Invalid("PEM text has no line " + end(label));
    }
    try {
      return Base64Text.decode(withoutSpace(text.substring(from, to)));
    } catch (InvalidBase64 invalid) {
      throw new Invalid("PEM Base64 error: " + invalid.getMessage());
    }
  }

  private static String begin(String label) {
    return DASHES + "BEGIN " + label + DASHES;
  }

  private static String end(String label) {
    return DASHES + "END " + label + DASHES;
  }

  private static String withoutSpace(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit != '\n' && unit != '\r' && unit != ' ' && unit != '\t') {
        out.append(unit);
      }
    }
    return out.toString();
  }
}

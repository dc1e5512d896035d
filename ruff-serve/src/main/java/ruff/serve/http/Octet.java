package ruff.serve.http;

/** Classes of bytes in heads of messages. */
final class Octet {
  private static final boolean[] TOKEN = new boolean[128];
  private static final boolean[] HOST = new boolean[128];

  static {
    for (char c = '0'; c < 127; c++) {
      boolean alphanumeric = c <= '9' || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
      TOKEN[c] = alphanumeric;
      HOST[c] = alphanumeric;
    }
    for (char c : "!#$%&'*+-.^_`|~".toCharArray()) {
      TOKEN[c] = true;
    }
    for (char c : "-._~%!$&'()*+,;=:[]".toCharArray()) {
      HOST[c] = true;
    }
  }

  private Octet() {}

  /** May stand in a method or in the name of a header. */
  static boolean isToken(byte octet) {
    return octet >= 0 && TOKEN[octet];
  }

  /** May stand in a target. */
  static boolean isVisible(byte octet) {
    return octet > ' ' && octet < 127;
  }

  /** May stand in the value of a header. */
  static boolean isText(byte octet) {
    return (octet >= ' ' && octet < 127) || octet == '\t';
  }

  static boolean isBlank(byte octet) {
    return octet == ' ' || octet == '\t';
  }

  /** May stand in the name of a host with its port. */
  static boolean isHost(char character) {
    return character < 128 && HOST[character];
  }
}

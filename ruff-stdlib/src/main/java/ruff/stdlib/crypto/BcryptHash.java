package ruff.stdlib.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ruff.host.StrongRandom;

/**
 * The parts of a bcrypt hash. All prefixes mean the same way of hashing: they name bugs of old
 * programs that nobody has to imitate.
 */
record BcryptHash(int cost, byte[] salt, byte[] digest) {
  private static final int COST = 12;
  private static final int LEAST_COST = 4;
  private static final int MOST_COST = 31;
  private static final int SALT_BYTES = 16;

  /** The last byte of what is encrypted is left out. */
  private static final int DIGEST_BYTES = 23;

  /** What lies behind it in a password has no influence on the hash. */
  private static final int PASSWORD_BYTES = 72;

  /** Six bits each, in an order of its own. */
  private static final String LETTERS =
      "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private static final Pattern FORM =
      Pattern.compile("\\$2[abxy]\\$(\\d\\d)\\$([./A-Za-z0-9]{22})([./A-Za-z0-9]{31})");

  /** The parts of a hash, or null for a text that is none. */
  static BcryptHash read(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return null;
    }
    int cost = Integer.parseInt(form.group(1));
    if (cost < LEAST_COST || cost > MOST_COST) {
      return null;
    }
    return new BcryptHash(
        cost, decode(form.group(2), SALT_BYTES), decode(form.group(3), DIGEST_BYTES));
  }

  /** The text of a new hash of a password. */
  static String make(String password) {
    byte[] salt = StrongRandom.bytes(SALT_BYTES);
    return "$2b$" + COST + "$" + encode(salt) + encode(digest(COST, salt, password));
  }

  /** Whether this is a hash of a password; the answer takes as long either way. */
  boolean matches(String password) {
    return MessageDigest.isEqual(digest, digest(cost, salt, password));
  }

  private static byte[] digest(int cost, byte[] salt, String password) {
    byte[] text = password.getBytes(StandardCharsets.UTF_8);
    // A zero byte ends the password where it does not fill all the room.
    byte[] key = Arrays.copyOf(text, Math.min(text.length + 1, PASSWORD_BYTES));
    return Arrays.copyOf(EksBlowfish.hash(cost, salt, key), DIGEST_BYTES);
  }

  private static String encode(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (int bit = 0; bit < bytes.length * Byte.SIZE; bit += 6) {
      int first = bit / Byte.SIZE;
      int pair = (bytes[first] & 0xFF) << 8;
      pair |= first + 1 < bytes.length ? bytes[first + 1] & 0xFF : 0;
      text.append(LETTERS.charAt(pair >> 10 - bit % Byte.SIZE & 63));
    }
    return text.toString();
  }

  private static byte[] decode(String text, int length) {
    byte[] bytes = new byte[length];
    int bits = 0;
    int known = 0;
    int at = 0;
    for (int i = 0; i < text.length() && at < length; i++) {
      bits = bits << 6 | LETTERS.indexOf(text.charAt(i));
      known += 6;
      if (known >= Byte.SIZE) {
        known -= Byte.SIZE;
        bytes[at] = (byte) (bits >> known);
        at++;
      }
    }
    return bytes;
  }
}

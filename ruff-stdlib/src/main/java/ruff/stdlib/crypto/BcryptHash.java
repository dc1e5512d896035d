package ruff.stdlib.crypto;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import at.favre.lib.crypto.bcrypt.Radix64Encoder;
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

  /** A hash that costs more takes more than a second, the most costly ones days. */
  private static final int MOST_QUICK_COST = 14;

  private static final int SALT_BYTES = 16;

  /** What lies behind it in a password has no influence on the hash. */
  private static final int PASSWORD_BYTES = 72;

  private static final Pattern FORM =
      Pattern.compile("\\$2[abxy]\\$(\\d\\d)\\$([./A-Za-z0-9]{22})([./A-Za-z0-9]{31})");

  private static final BCrypt.Version VERSION =
      new BCrypt.Version(
          new byte[] {'2', 'b'},
          true,
          true,
          PASSWORD_BYTES,
          BCrypt.Version.VERSION_2B.formatter,
          BCrypt.Version.VERSION_2B.parser);

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
    Radix64Encoder letters = new Radix64Encoder.Default();
    byte[] salt = letters.decode(form.group(2).getBytes(StandardCharsets.US_ASCII));
    byte[] digest = letters.decode(form.group(3).getBytes(StandardCharsets.US_ASCII));
    return new BcryptHash(cost, salt, digest);
  }

  /** The text of a new hash of a password. */
  static String make(String password) {
    byte[] hash = hasher().hash(COST, StrongRandom.bytes(SALT_BYTES), bytes(password));
    return new String(hash, StandardCharsets.US_ASCII);
  }

  /** Whether this is a hash of a password; the answer takes as long either way. */
  boolean matches(String password) {
    return cost <= MOST_QUICK_COST
        ? isHashOf(password)
        : CostlyComparison.run(() -> isHashOf(password));
  }

  private boolean isHashOf(String password) {
    byte[] other = hasher().hashRaw(cost, salt, bytes(password)).rawHash;
    return MessageDigest.isEqual(digest, other);
  }

  private static BCrypt.Hasher hasher() {
    return BCrypt.with(VERSION, LongPasswordStrategies.none());
  }

  private static byte[] bytes(String password) {
    byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
    return bytes.length <= PASSWORD_BYTES ? bytes : Arrays.copyOf(bytes, PASSWORD_BYTES);
  }
}

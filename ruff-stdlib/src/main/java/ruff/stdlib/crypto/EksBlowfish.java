package ruff.stdlib.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import ruff.natives.CancelSignal;

/**
 * Blowfish with the costly set-up of bcrypt: its tables begin as the digits of pi and are encrypted
 * with themselves, under password and salt by turns, 2 to the cost times. A program that has to end
 * does not wait for that.
 */
final class EksBlowfish {
  private static final int ROUNDS = 16;
  private static final int KEYS = ROUNDS + 2;
  private static final int BOX = 256;
  private static final int[] NO_SALT = new int[4];
  private static final int ENCRYPTIONS = 64;
  private static final byte[] MESSAGE =
      "OrpheanBeholderScryDoubt".getBytes(StandardCharsets.US_ASCII);

  /** Made when first needed: that takes some milliseconds. */
  private static final class Beginning {
    static final int[] WORDS = DigitsOfPi.words(KEYS + 4 * BOX);
  }

  private final int[] keys = Arrays.copyOf(Beginning.WORDS, KEYS);
  private final int[] boxes = Arrays.copyOfRange(Beginning.WORDS, KEYS, Beginning.WORDS.length);
  private int left;
  private int right;

  private EksBlowfish() {}

  /**
   * The hash of a password.
   *
   * @param password not empty
   * @param salt 16 bytes
   * @return 24 bytes
   */
  static byte[] hash(int cost, byte[] salt, byte[] password) {
    int[] key = words(password, KEYS);
    int[] saltKey = words(salt, KEYS);
    EksBlowfish cipher = new EksBlowfish();
    cipher.expand(key, Arrays.copyOf(saltKey, NO_SALT.length));
    for (long turn = 0; turn < 1L << cost; turn++) {
      CancelSignal.check();
      cipher.expand(key, NO_SALT);
      cipher.expand(saltKey, NO_SALT);
    }
    return cipher.encrypt(MESSAGE);
  }

  /** Bytes as numbers, from the start again when there are no more. */
  private static int[] words(byte[] bytes, int count) {
    int[] words = new int[count];
    int at = 0;
    for (int i = 0; i < count; i++) {
      for (int part = 0; part < Integer.BYTES; part++) {
        words[i] = words[i] << Byte.SIZE | bytes[at] & 0xFF;
        at = (at + 1) % bytes.length;
      }
    }
    return words;
  }

  private void expand(int[] key, int[] salt) {
    for (int i = 0; i < KEYS; i++) {
      keys[i] ^= key[i];
    }
    left = 0;
    right = 0;
    int at = replace(keys, salt, 0);
    replace(boxes, salt, at);
  }

  /** Puts what comes out of the cipher into its own table. */
  private int replace(int[] table, int[] salt, int saltStart) {
    int at = saltStart;
    for (int i = 0; i < table.length; i += 2) {
      left ^= salt[at];
      right ^= salt[at + 1];
      at ^= 2;
      encrypt();
      table[i] = left;
      table[i + 1] = right;
    }
    return at;
  }

  /** Encrypts the two halves in place. */
  private void encrypt() {
    int[] k = keys;
    int[] s = boxes;
    int a = left ^ k[0];
    int b = right;
    for (int i = 1; i <= ROUNDS; i += 2) {
      b ^= mix(s, a) ^ k[i];
      a ^= mix(s, b) ^ k[i + 1];
    }
    left = b ^ k[KEYS - 1];
    right = a;
  }

  private static int mix(int[] s, int word) {
    int sum = s[word >>> 24] + s[BOX + (word >>> 16 & 0xFF)];
    return (sum ^ s[2 * BOX + (word >>> 8 & 0xFF)]) + s[3 * BOX + (word & 0xFF)];
  }

  private byte[] encrypt(byte[] message) {
    ByteBuffer blocks = ByteBuffer.wrap(message.clone());
    for (int at = 0; at < message.length; at += 2 * Integer.BYTES) {
      left = blocks.getInt(at);
      right = blocks.getInt(at + Integer.BYTES);
      for (int i = 0; i < ENCRYPTIONS; i++) {
        encrypt();
      }
      blocks.putInt(at, left).putInt(at + Integer.BYTES, right);
    }
    return blocks.array();
  }
}

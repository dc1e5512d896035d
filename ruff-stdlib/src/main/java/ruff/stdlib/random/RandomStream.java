package ruff.stdlib.random;

import ruff.host.StrongRandom;

/**
 * A stream of random bits: the key stream of ChaCha with 12 rounds, a 64-bit block counter from 0
 * and nonce 0. The same key gives the same stream, on every machine and in every version.
 *
 * <p>Not safe for use by several threads at once.
 */
final class RandomStream {
  private static final int ROUNDS = 12;
  private static final int WORDS = 16;

  /** The constants that begin every block: "expand 32-byte k". */
  private static final int[] PREFIX = {0x61707865, 0x3320646e, 0x79622d32, 0x6b206574};

  private static final long MULTIPLIER = 6364136223846793005L;
  private static final long INCREMENT = 0xA17654E46FBE17F3L;

  private final int[] key;
  private final int[] block = new int[WORDS];
  private long counter;
  private int used = WORDS;

  private RandomStream(int[] key) {
    this.key = key;
  }

  /** The stream that belongs to a seed. */
  static RandomStream seeded(long seed) {
    int[] key = new int[8];
    long state = seed;
    for (int i = 0; i < key.length; i++) {
      state = state * MULTIPLIER + INCREMENT;
      int mixed = (int) (((state >>> 18) ^ state) >>> 27);
      key[i] = Integer.rotateRight(mixed, (int) (state >>> 59));
    }
    return new RandomStream(key);
  }

  /** A stream that nobody can foretell. */
  static RandomStream unpredictable() {
    int[] key = new int[8];
    for (int i = 0; i < key.length; i++) {
      key[i] = StrongRandom.nextInt();
    }
    return new RandomStream(key);
  }

  long nextLong() {
    long low = nextWord() & 0xFFFFFFFFL;
    return low | (long) nextWord() << 32;
  }

  /** A float from 0 up to 1, exclusive. */
  double nextDouble() {
    return (nextLong() >>> 11) * 0x1p-53;
  }

  /** An int between two others, both included; every one is equally likely. */
  long between(long low, long high) {
    long span = high - low + 1;
    if (span == 0) {
      return nextLong();
    }
    long zone = (span << Long.numberOfLeadingZeros(span)) - 1;
    while (true) {
      long drawn = nextLong();
      if (Long.compareUnsigned(drawn * span, zone) <= 0) {
        return low + Math.unsignedMultiplyHigh(drawn, span);
      }
    }
  }

  private int nextWord() {
    if (used == WORDS) {
      makeBlock();
      used = 0;
    }
    return block[used++];
  }

  private void makeBlock() {
    int[] start = new int[WORDS];
    System.arraycopy(PREFIX, 0, start, 0, PREFIX.length);
    System.arraycopy(key, 0, start, PREFIX.length, key.length);
    start[12] = (int) counter;
    start[13] = (int) (counter >>> 32);
    counter++;
    System.arraycopy(start, 0, block, 0, WORDS);
    for (int round = 0; round < ROUNDS; round += 2) {
      for (int column = 0; column < 4; column++) {
        mix(column, column + 4, column + 8, column + 12);
      }
      for (int diagonal = 0; diagonal < 4; diagonal++) {
        mix(diagonal, 4 + (diagonal + 1) % 4, 8 + (diagonal + 2) % 4, 12 + (diagonal + 3) % 4);
      }
    }
    for (int i = 0; i < WORDS; i++) {
      block[i] += start[i];
    }
  }

  private void mix(int a, int b, int c, int d) {
    block[a] += block[b];
    block[d] = Integer.rotateLeft(block[d] ^ block[a], 16);
    block[c] += block[d];
    block[b] = Integer.rotateLeft(block[b] ^ block[c], 12);
    block[a] += block[b];
    block[d] = Integer.rotateLeft(block[d] ^ block[a], 8);
    block[c] += block[d];
    block[b] = Integer.rotateLeft(block[b] ^ block[c], 7);
  }
}

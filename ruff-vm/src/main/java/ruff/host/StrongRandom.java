package ruff.host;

import java.security.SecureRandom;

/** Random bits that nobody can foretell, from the operating system. */
public final class StrongRandom {
  private static final SecureRandom SOURCE = new SecureRandom();

  private StrongRandom() {}

  public static long nextLong() {
    return SOURCE.nextLong();
  }

  public static int nextInt() {
    return SOURCE.nextInt();
  }

  /** As many random bytes. */
  public static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    SOURCE.nextBytes(bytes);
    return bytes;
  }
}

package ruff.host;

import java.security.SecureRandom;
import ruff.natives.CancelSignal;

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

  /** The same source for long searches: reading from it ends them when the program is to end. */
  public static SecureRandom interruptible() {
    return new SecureRandom() {
      private static final long serialVersionUID = 1L;

      @Override
      public void nextBytes(byte[] bytes) {
        CancelSignal.check();
        SOURCE.nextBytes(bytes);
      }
    };
  }

  /** As many random bytes. */
  public static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    SOURCE.nextBytes(bytes);
    return bytes;
  }
}

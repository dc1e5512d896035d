package ruff.interpreter;

import java.lang.management.ManagementFactory;

/**
 * How deep calls may be nested on virtual threads: their stacks are as large as the JVM makes those
 * of threads by default, which the option {@code -Xss} sets.
 */
final class VirtualStacks {
  private static final String OPTION = "-Xss";
  private static final long DEFAULT_BYTES = 1L << 20;
  private static final long BYTES_PER_CALL = 2048;
  private static final int DEPTH = measure();

  private VirtualStacks() {}

  static int depth() {
    return DEPTH;
  }

  private static int measure() {
    long bytes = DEFAULT_BYTES;
    for (String option : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
      if (option.startsWith(OPTION)) {
        bytes = bytes(option.substring(OPTION.length()));
      }
    }
    return (int) Math.min(Strand.MAX_DEPTH, bytes / BYTES_PER_CALL);
  }

  /** The size that a text such as {@code 256m} means; the JVM has accepted it. */
  private static long bytes(String size) {
    int digits = 0;
    while (digits < size.length() && Character.isDigit(size.charAt(digits))) {
      digits++;
    }
    long number = Long.parseLong(size.substring(0, digits));
    return switch (size.substring(digits)) {
      case "g", "G" -> number << 30;
      case "m", "M" -> number << 20;
      case "k", "K" -> number << 10;
      default -> number;
    };
  }
}

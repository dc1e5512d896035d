package ruff.policy;

import java.math.BigDecimal;
import java.util.Locale;

/** Something that a program may use up, with the option that limits it. */
public enum Budget {
  TIME("--max-time", "TIME", "time in milliseconds", "End the program after TIME: 500ms, 2s, 1m"),
  STEPS("--max-steps", "N", "steps", "End it after N function calls and turns of loops"),
  MEMORY("--max-memory", "SIZE", "live heap in bytes", "End it when SIZE is in use: 64m, 1g"),
  OUTPUT("--max-output", "SIZE", "output in bytes", "End it when it prints more than SIZE"),
  /** Counts starts, not what runs at a time: a program that starts tasks for ever has to end. */
  TASKS("--max-tasks", "N", "tasks", "End it when it starts more than N tasks"),
  OPEN_FILES(
      "--max-open-files",
      "N",
      "open files",
      "End it when more than N files and connections are open"),
  NET_BYTES("--max-net-bytes", "SIZE", "network bytes", "End it when it sends and gets more");

  private final String flag;
  private final String value;
  private final String unit;
  private final String help;

  Budget(String flag, String value, String unit, String help) {
    this.flag = flag;
    this.value = value;
    this.unit = unit;
    this.help = help;
  }

  public String flag() {
    return flag;
  }

  /** The name of the option's value in help texts: {@code N}, {@code SIZE} or {@code TIME}. */
  public String value() {
    return value;
  }

  public String unit() {
    return unit;
  }

  public String help() {
    return help;
  }

  /** The text that a program ends with. */
  public String message(long limit) {
    return "Budget exceeded: " + unit + " limited to " + limit + "; rerun with a larger " + flag;
  }

  /**
   * Reads a limit: a number, for sizes with {@code k}, {@code m} or {@code g} behind it, for times
   * with {@code ms}, {@code s}, {@code m} or {@code h}.
   *
   * @return above or equal to zero, or -1 for anything else
   */
  public long parse(String text) {
    int end = 0;
    while (end < text.length() && "0123456789.".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    long factor = factor(text.substring(end).toLowerCase(Locale.ROOT));
    try {
      BigDecimal number = new BigDecimal(text.substring(0, end));
      return factor < 0 ? -1 : number.multiply(BigDecimal.valueOf(factor)).longValueExact();
    } catch (ArithmeticException | NumberFormatException noWholeNumber) {
      return -1;
    }
  }

  private long factor(String suffix) {
    if (suffix.isEmpty()) {
      return 1;
    }
    return switch (value) {
      case "TIME" ->
          switch (suffix) {
            case "ms" -> 1;
            case "s" -> 1_000;
            case "m" -> 60_000;
            case "h" -> 3_600_000;
            default -> -1;
          };
      case "SIZE" ->
          switch (suffix) {
            case "b" -> 1;
            case "k", "kb", "kib" -> 1L << 10;
            case "m", "mb", "mib" -> 1L << 20;
            case "g", "gb", "gib" -> 1L << 30;
            default -> -1;
          };
      default -> -1;
    };
  }
}

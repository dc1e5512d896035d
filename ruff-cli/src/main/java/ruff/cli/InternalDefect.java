package ruff.cli;

/** The one line that a defect of Ruff itself prints in place of a Java stack trace. */
final class InternalDefect {
  private static final String CODE = "RUFINT001";

  private InternalDefect() {}

  /**
   * @param where what is known of the defect
   */
  static String text(String where) {
    return "["
        + CODE
        + "] [vm] internal error: "
        + where.replace('\n', ' ')
        + " (a defect of Ruff; please report this line with the program that causes it)\n";
  }

  /** The kind of a Java exception and the place that threw it. */
  static String where(Throwable defect) {
    StackTraceElement[] trace = defect.getStackTrace();
    String kind = defect.getClass().getSimpleName();
    return trace.length == 0 ? kind : kind + " in " + trace[0];
  }
}

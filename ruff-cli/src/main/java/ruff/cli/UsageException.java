package ruff.cli;

/** A command line that makes no sense. */
final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String tip;
  private final boolean coded;
  private final int status;

  private UsageException(String message, String tip, boolean coded, int status) {
    super(message, null, false, false);
    this.tip = tip;
    this.coded = coded;
    this.status = status;
  }

  /**
   * @param message without the leading {@code error:}
   * @param tip a remedy in one line, or null
   */
  static UsageException of(String message, String tip) {
    return new UsageException(message, tip, false, ExitStatus.USAGE);
  }

  static UsageException of(String message) {
    return of(message, null);
  }

  /** A value that parses but cannot be used; shown as a diagnostic, without the usage line. */
  static UsageException diagnostic(String message) {
    return new UsageException(message, null, true, ExitStatus.USAGE);
  }

  /** A file that an option names and that cannot be used. */
  static UsageException file(String message) {
    return new UsageException(message, null, true, ExitStatus.FILE);
  }

  /** What the program that has started this process may not do. */
  static UsageException denied(String message) {
    return new UsageException(message, null, true, ExitStatus.RUNTIME);
  }

  static UsageException missing(String operand) {
    return of("the following required arguments were not provided:\n  <" + operand + ">");
  }

  static UsageException invalidValue(String value, Option option, String reason) {
    return of("invalid value '" + value + "' for '" + option.usage() + "': " + reason);
  }

  static UsageException conflict(Option one, Option other) {
    return of("the argument '" + one.usage() + "' cannot be used with '" + other.usage() + "'");
  }

  static UsageException tooMany(String word) {
    return of("unexpected argument '" + word + "' found");
  }

  String tip() {
    return tip;
  }

  int status() {
    return status;
  }

  /** True when it is to be shown as a diagnostic with a code. */
  boolean coded() {
    return coded;
  }
}

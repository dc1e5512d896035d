package ruff.cli;

/** What the process tells its caller. A program that calls {@code exit(n)} gives its own. */
final class ExitStatus {
  static final int OK = 0;

  /** A gate was not met: failing tests, unformatted files, lint errors. */
  static final int GATE = 1;

  /** The command line makes no sense. */
  static final int USAGE = 2;

  /** The source does not lex or parse. */
  static final int SYNTAX = 3;

  /** A compile error or an uncaught runtime error. */
  static final int RUNTIME = 4;

  /** A file cannot be read or written. */
  static final int FILE = 5;

  /** A defect of Ruff itself. */
  static final int INTERNAL = 6;

  /** Standard output was closed by its reader; what a shell reports for a broken pipe. */
  static final int BROKEN_PIPE = 141;

  private ExitStatus() {}
}

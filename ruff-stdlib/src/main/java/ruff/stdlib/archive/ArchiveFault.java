package ruff.stdlib.archive;

/** What is wrong with an archive. */
final class ArchiveFault {
  private ArchiveFault() {}

  /** The words of an exception about damaged data. */
  static String words(Exception broken) {
    String message = broken.getMessage();
    return message == null || message.isBlank() ? "damaged data" : message.strip();
  }
}

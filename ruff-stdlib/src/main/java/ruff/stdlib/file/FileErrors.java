package ruff.stdlib.file;

import java.io.IOException;
import ruff.host.SystemError;
import ruff.natives.CancelSignal;
import ruff.value.RuffError;

/** The errors of functions that work on files. */
public final class FileErrors {
  private FileErrors() {}

  /** Such as {@code Cannot read file 'a.txt': No such file or directory (os error 2)}. */
  static RuffError cannot(String action, String path, IOException failure) {
    return failed("Cannot " + action, path, failure);
  }

  /** The beginning of a message, the path in quotes, and the words of the system. */
  public static RuffError failed(String beginning, String path, IOException failure) {
    return new RuffError(beginning + " '" + path + "': " + words(failure));
  }

  /**
   * Such as {@code No such file or directory (os error 2)}. Who is interrupted while he reads or
   * writes finds his file closed; that is the end of the program, not an error of the file.
   */
  public static String words(IOException failure) {
    CancelSignal.check();
    return SystemError.of(failure).text();
  }
}

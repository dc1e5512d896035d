package ruff.host;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What the operating system says about a failed call, in the words that programs see. */
public enum SystemError {
  NOT_PERMITTED(1, "Operation not permitted"),
  NOT_FOUND(2, "No such file or directory"),
  IO(5, "Input/output error"),
  NO_DEVICE(6, "No such device or address"),
  ARGUMENTS_TOO_LONG(7, "Argument list too long"),
  NOT_EXECUTABLE(8, "Exec format error"),
  BAD_DESCRIPTOR(9, "Bad file descriptor"),
  TRY_AGAIN(11, "Resource temporarily unavailable"),
  PERMISSION_DENIED(13, "Permission denied"),
  BUSY(16, "Device or resource busy"),
  EXISTS(17, "File exists"),
  CROSS_DEVICE(18, "Invalid cross-device link"),
  NOT_A_DIRECTORY(20, "Not a directory"),
  IS_A_DIRECTORY(21, "Is a directory"),
  INVALID_ARGUMENT(22, "Invalid argument"),
  TOO_MANY_OPEN(24, "Too many open files"),
  TEXT_FILE_BUSY(26, "Text file busy"),
  FILE_TOO_LARGE(27, "File too large"),
  NO_SPACE(28, "No space left on device"),
  READ_ONLY(30, "Read-only file system"),
  BROKEN_PIPE(32, "Broken pipe"),
  NAME_TOO_LONG(36, "File name too long"),
  NOT_EMPTY(39, "Directory not empty"),
  TOO_MANY_LINKS(40, "Too many levels of symbolic links"),
  MESSAGE_TOO_LONG(90, "Message too long"),
  ADDRESS_IN_USE(98, "Address already in use"),
  ADDRESS_UNAVAILABLE(99, "Cannot assign requested address"),
  NETWORK_UNREACHABLE(101, "Network is unreachable"),
  CONNECTION_RESET(104, "Connection reset by peer"),
  NOT_CONNECTED(107, "Transport endpoint is not connected"),
  TIMED_OUT(110, "Connection timed out"),
  CONNECTION_REFUSED(111, "Connection refused"),
  NO_ROUTE(113, "No route to host");

  private final int number;
  private final String words;

  SystemError(int number, String words) {
    this.number = number;
    this.words = words;
  }

  /** Such as {@code No such file or directory (os error 2)}. */
  public String text() {
    return words + " (os error " + number + ")";
  }

  /** The error of a number in decimal digits; any other input or output error when unknown. */
  static SystemError ofNumber(String digits) {
    for (SystemError error : values()) {
      if (Integer.toString(error.number).equals(digits)) {
        return error;
      }
    }
    return IO;
  }

  /** Such as {@code No such file or directory}. */
  String words() {
    return words;
  }

  /** The error behind an exception: by its kind, else by the words of the system in its message. */
  public static SystemError of(IOException exception) {
    return switch (exception) {
      case NoSuchFileException _ -> NOT_FOUND;
      case FileAlreadyExistsException _ -> EXISTS;
      case DirectoryNotEmptyException _ -> NOT_EMPTY;
      case NotDirectoryException _ -> NOT_A_DIRECTORY;
      case AccessDeniedException _ -> PERMISSION_DENIED;
      case FileSystemLoopException _ -> TOO_MANY_LINKS;
      case FileSystemException named -> ofWords(named.getReason());
      case ClosedChannelException _ -> BAD_DESCRIPTOR;
      case SocketTimeoutException _ -> TRY_AGAIN;
      case SocketException reset when "Connection reset".equals(reset.getMessage()) ->
          CONNECTION_RESET;
      default -> ofWords(exception.getMessage());
    };
  }

  private static SystemError ofWords(String message) {
    if (message != null) {
      for (SystemError error : values()) {
        if (message.contains(error.words)) {
          return error;
        }
      }
    }
    return IO;
  }
}

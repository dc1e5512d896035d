package ruff.host.net;

import java.io.IOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import ruff.host.SystemError;

/** The words for failures of sockets. */
public final class SocketErrors {
  private SocketErrors() {}

  /** Such as {@code Connection refused (os error 111)}. */
  public static String text(IOException failure) {
    boolean ownWords =
        failure instanceof UnknownHostException
            || failure instanceof SocketException
                && "invalid port value".equals(failure.getMessage());
    return ownWords ? failure.getMessage() : SystemError.of(failure).text();
  }
}

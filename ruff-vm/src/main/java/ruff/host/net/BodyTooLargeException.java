package ruff.host.net;

import java.io.IOException;

/** A message has a longer body than is taken. */
public final class BodyTooLargeException extends IOException {
  private static final long serialVersionUID = 1L;

  private final long size;

  /**
   * @param size as announced, or one more than the limit where that was found out while reading
   */
  public BodyTooLargeException(long size) {
    this.size = size;
  }

  public long size() {
    return size;
  }
}

package ruff.serve.http;

import ruff.serve.http.RequestHead.Announced;
import ruff.serve.http.RequestHead.Body;
import ruff.serve.http.RequestHead.Chunked;

/** Reads the body of a request to its end without keeping it. */
public abstract sealed class BodySkipper {
  /** How far it has come. */
  public enum Progress {
    UNFINISHED,
    DONE,
    /** Longer than the limit. */
    TOO_LARGE,
    /** Not what a body looks like. */
    BROKEN
  }

  /** For a body of that length; one that is announced is skipped however long it is. */
  public static BodySkipper of(Body body, Limits limits) {
    return switch (body) {
      case Announced announced -> new Counted(announced.bytes());
      case Chunked _ -> new Pieces(limits);
    };
  }

  /** Takes bytes; gives how many of them belonged to the body. */
  public abstract int skip(byte[] bytes, int from, int to);

  public abstract Progress progress();

  private static final class Counted extends BodySkipper {
    private long left;

    Counted(long length) {
      left = length;
    }

    @Override
    public int skip(byte[] bytes, int from, int to) {
      int taken = (int) Math.min(left, to - from);
      left -= taken;
      return taken;
    }

    @Override
    public Progress progress() {
      return left == 0 ? Progress.DONE : Progress.UNFINISHED;
    }
  }

  /** Sizes in hexadecimal digits before each piece, an empty piece, then perhaps more headers. */
  private static final class Pieces extends BodySkipper {
    private enum Expected {
      SIZE,
      EXTENSION,
      SIZE_END,
      DATA,
      DATA_RETURN,
      DATA_END,
      TRAILER_START,
      TRAILER,
      TRAILER_END,
      LAST_END
    }

    private static final int MAX_SIZE_DIGITS = 15;

    private final Limits limits;
    private Expected expected = Expected.SIZE;
    private Progress progress = Progress.UNFINISHED;
    private long size;
    private int digits;
    private long total;
    private long extras;

    Pieces(Limits limits) {
      this.limits = limits;
    }

    @Override
    public Progress progress() {
      return progress;
    }

    @Override
    public int skip(byte[] bytes, int from, int to) {
      int at = from;
      while (at < to && progress == Progress.UNFINISHED) {
        if (expected == Expected.DATA) {
          int taken = (int) Math.min(size, to - at);
          size -= taken;
          at += taken;
          expected = size == 0 ? Expected.DATA_RETURN : Expected.DATA;
        } else {
          take(bytes[at]);
          at++;
        }
      }
      return at - from;
    }

    private void take(byte octet) {
      switch (expected) {
        case SIZE -> takeSize(octet);
        case EXTENSION -> takeText(octet, Expected.SIZE_END);
        case SIZE_END -> require(octet, '\n', size == 0 ? Expected.TRAILER_START : Expected.DATA);
        case DATA_RETURN -> require(octet, '\r', Expected.DATA_END);
        case DATA_END -> {
          digits = 0;
          require(octet, '\n', Expected.SIZE);
        }
        case TRAILER_START -> takeTrailerStart(octet);
        case TRAILER -> takeText(octet, Expected.TRAILER_END);
        case TRAILER_END -> require(octet, '\n', Expected.TRAILER_START);
        case LAST_END -> {
          require(octet, '\n', Expected.LAST_END);
          progress = progress == Progress.UNFINISHED ? Progress.DONE : progress;
        }
        case DATA -> throw new IllegalStateException();
      }
    }

    private void takeSize(byte octet) {
      int digit = octet < 0 ? -1 : Character.digit(octet, 16);
      if (digit >= 0 && digits < MAX_SIZE_DIGITS) {
        size = digits == 0 ? digit : size * 16 + digit;
        digits++;
        return;
      }
      if (digits == 0 || digit >= 0 || (octet != '\r' && octet != ';')) {
        progress = Progress.BROKEN;
        return;
      }
      total += size;
      if (total > limits.bodyBytes()) {
        progress = Progress.TOO_LARGE;
      }
      expected = octet == ';' ? Expected.EXTENSION : Expected.SIZE_END;
    }

    private void takeTrailerStart(byte octet) {
      if (octet == '\r') {
        expected = Expected.LAST_END;
      } else if (Octet.isToken(octet)) {
        expected = Expected.TRAILER;
        takeText(octet, Expected.TRAILER_END);
      } else {
        progress = Progress.BROKEN;
      }
    }

    /** Text up to the end of its line; all of it together is bounded like the headers. */
    private void takeText(byte octet, Expected behind) {
      extras++;
      if (octet == '\r') {
        expected = behind;
      } else if (!Octet.isText(octet)) {
        progress = Progress.BROKEN;
      } else if (extras > limits.headerBytes()) {
        progress = Progress.TOO_LARGE;
      }
    }

    private void require(byte octet, char character, Expected next) {
      if (octet == character) {
        expected = next;
      } else {
        progress = Progress.BROKEN;
      }
    }
  }
}

package ruff.stdlib.image;

/** What readers and writers of QOI files agree about. */
final class QoiCode {
  static final String MAGIC = "qoif";
  static final int INDEX = 0x00;
  static final int DIFF = 0x40;
  static final int LUMA = 0x80;
  static final int RUN = 0xC0;
  static final int RGB = 0xFE;
  static final int RGBA = 0xFF;
  static final int LONGEST_RUN = 62;
  static final byte[] END = {0, 0, 0, 0, 0, 0, 0, 1};

  /** Opaque black, which the first pixel is compared with. */
  static final int START = 0x000000FF;

  private QoiCode() {}

  /** Where a colour is remembered: red, green, blue and alpha from the highest byte on. */
  static int place(int colour) {
    int sum =
        (colour >>> 24) * 3
            + (colour >> 16 & 0xFF) * 5
            + (colour >> 8 & 0xFF) * 7
            + (colour & 0xFF) * 11;
    return sum % 64;
  }

  /** A colour from its parts, of which the lowest eight bits count. */
  static int colour(int red, int green, int blue, int alpha) {
    return (red & 0xFF) << 24 | (green & 0xFF) << 16 | (blue & 0xFF) << 8 | alpha & 0xFF;
  }
}

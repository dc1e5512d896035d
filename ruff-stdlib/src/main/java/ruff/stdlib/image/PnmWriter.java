package ruff.stdlib.image;

/** Writes files of the portable any-map family in their binary forms. */
final class PnmWriter {
  private PnmWriter() {}

  /** P6. */
  static byte[] colour(Picture picture) {
    return plain("P6", picture.withChannels(3));
  }

  /** P5. */
  static byte[] gray(Picture picture) {
    return plain("P5", picture.withChannels(1));
  }

  private static byte[] plain(String kind, Picture picture) {
    String head = kind + "\n" + picture.width() + " " + picture.height() + "\n255\n";
    return new ByteWriter().ascii(head).all(picture.samples()).toBytes();
  }

  /** P4: dark pixels are set bits. */
  static byte[] bits(Picture original) {
    Picture picture = original.withChannels(1);
    int row = (picture.width() + 7) / 8;
    byte[] bits = new byte[row * picture.height()];
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        if (picture.at(x, y, 0) < 128) {
          bits[y * row + x / 8] |= (byte) (0x80 >> x % 8);
        }
      }
    }
    String head = "P4\n" + picture.width() + " " + picture.height() + "\n";
    return new ByteWriter().ascii(head).all(bits).toBytes();
  }

  /** P7, which has all kinds of channels. */
  static byte[] any(Picture picture) {
    String kind =
        switch (picture.channels()) {
          case 1 -> "GRAYSCALE";
          case 2 -> "GRAYSCALE_ALPHA";
          case 3 -> "RGB";
          default -> "RGB_ALPHA";
        };
    String head =
        "P7\nWIDTH %d\nHEIGHT %d\nDEPTH %d\nMAXVAL 255\nTUPLTYPE %s\nENDHDR\n"
            .formatted(picture.width(), picture.height(), picture.channels(), kind);
    return new ByteWriter().ascii(head).all(picture.samples()).toBytes();
  }
}

package ruff.stdlib.image;

/** Writes BMP files: gray with a palette, colours with 24 bits, alpha with 32 bits and masks. */
final class BmpWriter {
  private static final int FILE_HEADER = 14;
  private static final int PLAIN_HEADER = 40;
  private static final int MASKS_HEADER = 108;
  private static final int PALETTE = 256;
  private static final int BIT_FIELDS = 3;
  private static final int SRGB = 0x73524742;

  private BmpWriter() {}

  static byte[] write(Picture original) {
    Picture picture = original.channels() == 2 ? original.withChannels(4) : original;
    int channels = picture.channels();
    int row = (picture.width() * channels + 3) / 4 * 4;
    int header = channels == 4 ? MASKS_HEADER : PLAIN_HEADER;
    int offset = FILE_HEADER + header + (channels == 1 ? PALETTE * 4 : 0);
    int size = row * picture.height();
    ByteWriter out = new ByteWriter();
    out.ascii("BM").fourBytes(offset + size).fourBytes(0).fourBytes(offset);
    out.fourBytes(header).fourBytes(picture.width()).fourBytes(picture.height());
    out.twoBytes(1).twoBytes(channels * 8);
    out.fourBytes(channels == 4 ? BIT_FIELDS : 0).fourBytes(size).zeros(8);
    out.fourBytes(channels == 1 ? PALETTE : 0).fourBytes(channels == 1 ? PALETTE : 0);
    if (channels == 1) {
      for (int i = 0; i < PALETTE; i++) {
        out.byteValue(i).byteValue(i).byteValue(i).byteValue(0);
      }
    } else if (channels == 4) {
      out.fourBytes(0xFF0000).fourBytes(0xFF00).fourBytes(0xFF).fourBytes(0xFF000000);
      out.fourBytes(SRGB).zeros(MASKS_HEADER - PLAIN_HEADER - 20);
    }
    return out.all(rows(picture, row)).toBytes();
  }

  /** The rows from the bottom, blue before green before red. */
  private static byte[] rows(Picture picture, int row) {
    byte[] rows = new byte[row * picture.height()];
    int channels = picture.channels();
    for (int y = 0; y < picture.height(); y++) {
      int to = (picture.height() - 1 - y) * row;
      for (int x = 0; x < picture.width(); x++) {
        int from = (y * picture.width() + x) * channels;
        for (int i = 0; i < channels; i++) {
          int source = i < 3 && channels > 1 ? 2 - i : i;
          rows[to++] = picture.samples()[from + source];
        }
      }
    }
    return rows;
  }
}

package ruff.stdlib.image;

/** Reads QOI files. */
final class QoiReader {
  private final ByteReader in;
  private final int[] seen = new int[64];
  private int colour = QoiCode.START;
  private int run;

  QoiReader(byte[] bytes) {
    this.in = new ByteReader(bytes);
  }

  Picture read() throws InvalidImage {
    if (!in.passes(QoiCode.MAGIC)) {
      throw new InvalidImage("Format error decoding QOI: no QOI file");
    }
    long width = in.fourBytesHighFirst() & 0xFFFFFFFFL;
    long height = in.fourBytesHighFirst() & 0xFFFFFFFFL;
    int channels = in.byteValue() == 4 ? 4 : 3;
    in.skip(1);
    Picture.check(width, height, channels);
    Picture picture = Picture.blank((int) width, (int) height, channels);
    byte[] samples = picture.samples();
    for (int to = 0; to < samples.length; to += channels) {
      next();
      for (int i = 0; i < channels; i++) {
        samples[to + i] = (byte) (colour >> 24 - 8 * i);
      }
    }
    return picture;
  }

  private void next() throws InvalidImage {
    if (run > 0) {
      run--;
      return;
    }
    int code = in.byteValue();
    switch (code) {
      case QoiCode.RGB -> colour = plain(colour & 0xFF);
      case QoiCode.RGBA -> colour = plain(0) | in.byteValue();
      default -> change(code);
    }
    seen[QoiCode.place(colour)] = colour;
  }

  private int plain(int alpha) throws InvalidImage {
    return in.byteValue() << 24 | in.byteValue() << 16 | in.byteValue() << 8 | alpha;
  }

  private void change(int code) throws InvalidImage {
    switch (code & 0xC0) {
      case QoiCode.INDEX -> colour = seen[code];
      case QoiCode.DIFF -> add((code >> 4 & 3) - 2, (code >> 2 & 3) - 2, (code & 3) - 2);
      case QoiCode.LUMA -> {
        int green = (code & 63) - 32;
        int rest = in.byteValue();
        add(green - 8 + (rest >> 4), green, green - 8 + (rest & 15));
      }
      default -> run = code & 63;
    }
  }

  private void add(int red, int green, int blue) {
    colour =
        QoiCode.colour((colour >>> 24) + red, (colour >> 16) + green, (colour >> 8) + blue, colour);
  }
}

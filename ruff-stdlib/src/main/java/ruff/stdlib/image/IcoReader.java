package ruff.stdlib.image;

/** Reads ICO files: the picture with the most bits per pixel, of these the largest. */
final class IcoReader {
  private static final String PNG_MAGIC = "\u0089PNG";
  private static final int PLAIN_HEADER = 40;

  private final ByteReader in;
  private int width;
  private int height;
  private int bits;

  private IcoReader(byte[] bytes) {
    this.in = new ByteReader(bytes);
  }

  static Picture read(byte[] bytes) throws InvalidImage {
    byte[] best = new IcoReader(bytes).best();
    if (new ByteReader(best).passes(PNG_MAGIC)) {
      return LibraryReader.read(ImageFormat.PNG, best);
    }
    return new IcoReader(best).bitmap();
  }

  private static InvalidImage invalid(String reason) {
    return new InvalidImage("Format error decoding ICO: " + reason);
  }

  private byte[] best() throws InvalidImage {
    in.skip(4);
    int count = in.twoBytes();
    long bestRank = -1;
    int size = 0;
    int place = 0;
    for (int i = 0; i < count; i++) {
      long area = (long) orLargest(in.byteValue()) * orLargest(in.byteValue());
      in.skip(4);
      long rank = in.twoBytes() * 100_000L + area;
      int entrySize = in.fourBytes();
      int entryPlace = in.fourBytes();
      if (rank > bestRank) {
        bestRank = rank;
        size = entrySize;
        place = entryPlace;
      }
    }
    if (bestRank < 0) {
      throw invalid("there is no picture in it");
    }
    in.moveTo(place);
    return in.take(size);
  }

  private static int orLargest(int stored) {
    return stored == 0 ? 256 : stored;
  }

  /** A bitmap whose stated height counts the mask of transparent pixels too. */
  private Picture bitmap() throws InvalidImage {
    int headerSize = in.fourBytes();
    width = in.fourBytes();
    height = in.fourBytes() / 2;
    in.skip(2);
    bits = in.twoBytes();
    int compression = in.fourBytes();
    in.skip(12);
    int colours = in.fourBytes();
    Picture.check(width, height, 4);
    boolean known = bits == 1 || bits == 4 || bits == 8 || bits == 24 || bits == 32;
    if (!known || compression != 0 || headerSize < PLAIN_HEADER) {
      throw invalid("unsupported kind of bitmap");
    }
    in.moveTo(headerSize);
    int[] palette = bits > 8 ? new int[0] : palette(colours == 0 ? 1 << bits : colours);
    Picture picture = Picture.blank(width, height, 4);
    for (int y = height - 1; y >= 0; y--) {
      readRow(picture, y, palette);
    }
    if (bits != 32) {
      readMask(picture);
    }
    return picture;
  }

  private int[] palette(int size) throws InvalidImage {
    int[] palette = new int[Math.min(size, 1 << bits)];
    for (int i = 0; i < palette.length; i++) {
      palette[i] = in.fourBytes();
    }
    return palette;
  }

  private byte[] row(int rowBits) throws InvalidImage {
    return in.take((int) (((long) width * rowBits + 31) / 32 * 4));
  }

  private void readRow(Picture picture, int y, int[] palette) throws InvalidImage {
    byte[] row = row(bits);
    for (int x = 0; x < width; x++) {
      int to = (y * width + x) * 4;
      byte[] samples = picture.samples();
      if (bits > 8) {
        int from = x * bits / 8;
        samples[to] = row[from + 2];
        samples[to + 1] = row[from + 1];
        samples[to + 2] = row[from];
        samples[to + 3] = bits == 32 ? row[from + 3] : (byte) 0xFF;
      } else {
        int perByte = 8 / bits;
        int shift = 8 - bits - x % perByte * bits;
        int index = row[x / perByte] >> shift & (1 << bits) - 1;
        int colour = index < palette.length ? palette[index] : 0;
        samples[to] = (byte) (colour >> 16);
        samples[to + 1] = (byte) (colour >> 8);
        samples[to + 2] = (byte) colour;
        samples[to + 3] = (byte) 0xFF;
      }
    }
  }

  private void readMask(Picture picture) throws InvalidImage {
    for (int y = height - 1; y >= 0; y--) {
      byte[] row = row(1);
      for (int x = 0; x < width; x++) {
        if ((row[x / 8] & 0x80 >> x % 8) != 0) {
          picture.samples()[(y * width + x) * 4 + 3] = 0;
        }
      }
    }
  }
}

package ruff.stdlib.image;

/**
 * The area that a GIF file is shown in, and where its first frame lies on it.
 *
 * @param left where the frame begins
 * @param top where the frame begins
 */
record GifScreen(int width, int height, int left, int top) {
  private static final int SIZES = 6;
  private static final int HEADER = 13;
  private static final int EXTENSION = 0x21;
  private static final int FRAME = 0x2C;
  private static final int HAS_PALETTE = 0x80;

  static GifScreen of(byte[] file) throws InvalidImage {
    ByteReader in = new ByteReader(file);
    in.moveTo(SIZES);
    int width = in.twoBytes();
    int height = in.twoBytes();
    int flags = in.byteValue();
    in.moveTo(HEADER + ((flags & HAS_PALETTE) == 0 ? 0 : 3L << (flags & 7) + 1));
    for (int block = in.byteValue(); block != FRAME; block = in.byteValue()) {
      if (block != EXTENSION) {
        throw new InvalidImage("Format error decoding GIF: there is no picture in it");
      }
      in.skip(1);
      for (int size = in.byteValue(); size > 0; size = in.byteValue()) {
        in.skip(size);
      }
    }
    return new GifScreen(width, height, in.twoBytes(), in.twoBytes());
  }

  /** The whole area: the frame, and nothing where it does not reach. */
  Picture with(Picture frame) throws InvalidImage {
    if (left == 0 && top == 0 && width <= frame.width() && height <= frame.height()) {
      return frame;
    }
    Picture.check(width, height, 4);
    Picture screen = Picture.blank(width, height, 4);
    Picture opaque = frame.withChannels(4);
    int rows = Math.min(frame.height(), height - top);
    int columns = Math.min(frame.width(), width - left);
    for (int y = 0; y < rows && columns > 0; y++) {
      int from = y * frame.width() * 4;
      int to = ((top + y) * width + left) * 4;
      System.arraycopy(opaque.samples(), from, screen.samples(), to, columns * 4);
    }
    return screen;
  }
}

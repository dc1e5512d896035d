package ruff.stdlib.image;

/** Reads TGA files: gray, colours or a palette, plain or run-length coded. */
final class TgaReader {
  private static final int PALETTE = 1;
  private static final int COLOURS = 2;
  private static final int GRAY = 3;
  private static final int RUN_LENGTH = 8;
  private static final int FROM_TOP = 0x20;
  private static final int FROM_RIGHT = 0x10;

  private final ByteReader in;
  private int kind;
  private int bits;
  private int alphaBits;
  private int[] palette = {};
  private int paletteStart;

  TgaReader(byte[] bytes) {
    this.in = new ByteReader(bytes);
  }

  Picture read() throws InvalidImage {
    int idLength = in.byteValue();
    int hasPalette = in.byteValue();
    int type = in.byteValue();
    kind = type & ~RUN_LENGTH;
    paletteStart = in.twoBytes();
    int paletteLength = in.twoBytes();
    int paletteBits = in.byteValue();
    in.skip(4);
    int width = in.twoBytes();
    int height = in.twoBytes();
    bits = in.byteValue();
    int descriptor = in.byteValue();
    alphaBits = descriptor & 15;
    Picture.check(width, height, 4);
    checkKind();
    in.skip(idLength);
    if (hasPalette != 0) {
      readPalette(paletteLength, paletteBits);
    }
    int[] colours = colours(width * height, (type & RUN_LENGTH) != 0);
    return picture(width, height, colours, descriptor);
  }

  private void checkKind() throws InvalidImage {
    boolean known =
        switch (kind) {
          case PALETTE -> bits == 8;
          case GRAY -> bits == 8 || bits == 16;
          case COLOURS -> bits == 15 || bits == 16 || bits == 24 || bits == 32;
          default -> false;
        };
    if (!known) {
      throw new InvalidImage("Format error decoding TGA: unsupported kind of picture");
    }
  }

  private void readPalette(int length, int entryBits) throws InvalidImage {
    palette = new int[Math.min(length, in.left())];
    for (int i = 0; i < palette.length; i++) {
      palette[i] = colour(entryBits);
    }
  }

  private int[] colours(int count, boolean compressed) throws InvalidImage {
    int[] colours = new int[count];
    int done = 0;
    while (done < count) {
      int head = compressed ? in.byteValue() : Math.min(count - done, 128) - 1;
      int length = Math.min((head & 0x7F) + 1, count - done);
      boolean repeats = head >= 0x80;
      int colour = 0;
      for (int i = 0; i < length; i++) {
        colour = repeats && i > 0 ? colour : next();
        colours[done++] = colour;
      }
    }
    return colours;
  }

  private int next() throws InvalidImage {
    return switch (kind) {
      case PALETTE -> {
        int index = in.byteValue() - paletteStart;
        if (index < 0 || index >= palette.length) {
          throw new InvalidImage("Format error decoding TGA: no such colour in the palette");
        }
        yield palette[index];
      }
      case GRAY -> in.byteValue() * 0x010101 | (bits == 16 ? in.byteValue() : 0xFF) << 24;
      default -> colour(bits);
    };
  }

  /** The next colour: alpha, red, green and blue from the highest byte on. */
  private int colour(int colourBits) throws InvalidImage {
    if (colourBits == 15 || colourBits == 16) {
      int packed = in.twoBytes();
      int red = wide(packed >> 10);
      return 0xFF000000 | red << 16 | wide(packed >> 5) << 8 | wide(packed);
    }
    int colour = in.twoBytes() | in.byteValue() << 16;
    return colour | (colourBits == 32 ? in.byteValue() : 0xFF) << 24;
  }

  private static int wide(int fiveBits) {
    int value = fiveBits & 31;
    return value << 3 | value >> 2;
  }

  private int channels() {
    if (kind == GRAY) {
      return bits == 16 ? 2 : 1;
    }
    return alphaBits > 0 && bits == 32 ? 4 : 3;
  }

  private Picture picture(int width, int height, int[] colours, int descriptor) {
    int channels = channels();
    int plain = channels - 1 | 1;
    Picture picture = Picture.blank(width, height, channels);
    byte[] samples = picture.samples();
    int to = 0;
    for (int y = 0; y < height; y++) {
      int row = (descriptor & FROM_TOP) != 0 ? y : height - 1 - y;
      for (int x = 0; x < width; x++) {
        int column = (descriptor & FROM_RIGHT) != 0 ? width - 1 - x : x;
        int colour = colours[row * width + column];
        for (int i = 0; i < plain; i++) {
          samples[to++] = (byte) (colour >> 16 - 8 * i);
        }
        if (channels > plain) {
          samples[to++] = (byte) (colour >>> 24);
        }
      }
    }
    return picture;
  }
}

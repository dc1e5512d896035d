package ruff.stdlib.image;

/**
 * Writes WebP files without loss, in the simplest way the format has: each channel of each pixel by
 * a prefix code of its own.
 */
final class WebpWriter {
  private static final int LARGEST = 16_384;
  private static final int SIGNATURE = 0x2F;
  private static final int LONGEST_CODE = 15;
  private static final int LONGEST_LENGTH_CODE = 7;

  /** Green, with which lengths of repetitions share a code that has none here. */
  private static final int GREEN_SYMBOLS = 256 + 24;

  private static final int SYMBOLS = 256;

  /** The order in which the lengths of the codes for lengths are written. */
  private static final int[] LENGTH_ORDER = {
    17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
  };

  /** The channels of a pixel in the order in which they are written. */
  private static final int[] CHANNEL_ORDER = {1, 0, 2, 3};

  private final BitWriter out = new BitWriter();
  private final Picture picture;

  private WebpWriter(Picture picture) {
    this.picture = picture;
  }

  static byte[] write(Picture picture) throws InvalidImage {
    if (picture.width() > LARGEST || picture.height() > LARGEST) {
      throw new InvalidImage("Format error encoding WEBP: the picture is too large");
    }
    byte[] data = new WebpWriter(picture.withChannels(4)).encode(picture.hasAlpha());
    int padding = data.length & 1;
    ByteWriter file = new ByteWriter();
    file.ascii("RIFF").fourBytes(12 + data.length + padding).ascii("WEBP");
    return file.ascii("VP8L").fourBytes(data.length).all(data).zeros(padding).toBytes();
  }

  private byte[] encode(boolean alpha) {
    out.write(SIGNATURE, 8);
    out.write(picture.width() - 1, 14);
    out.write(picture.height() - 1, 14);
    out.write(alpha ? 1 : 0, 1);
    // Version, no transform, no colour cache, one set of codes for the whole picture.
    out.write(0, 3 + 1 + 1 + 1);
    PrefixCode[] codes = new PrefixCode[CHANNEL_ORDER.length];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = PrefixCode.of(frequencies(CHANNEL_ORDER[i]), LONGEST_CODE);
      writeCode(codes[i]);
    }
    // No repetitions, so no distances.
    writeCode(PrefixCode.of(new int[] {1}, LONGEST_CODE));
    byte[] samples = picture.samples();
    for (int pixel = 0; pixel < samples.length; pixel += codes.length) {
      for (int i = 0; i < codes.length; i++) {
        codes[i].write(out, samples[pixel + CHANNEL_ORDER[i]] & 0xFF);
      }
    }
    return out.finish();
  }

  private int[] frequencies(int channel) {
    int[] frequencies = new int[channel == 1 ? GREEN_SYMBOLS : SYMBOLS];
    byte[] samples = picture.samples();
    for (int i = channel; i < samples.length; i += CHANNEL_ORDER.length) {
      frequencies[samples[i] & 0xFF]++;
    }
    return frequencies;
  }

  private void writeCode(PrefixCode code) {
    if (code.used() <= 2) {
      writeShortCode(code);
    } else {
      writeLongCode(code);
    }
  }

  /** One or two symbols, named one by one. */
  private void writeShortCode(PrefixCode code) {
    out.write(1, 1);
    out.write(code.used() - 1, 1);
    out.write(1, 1);
    for (int symbol = 0; symbol < code.lengths().length; symbol++) {
      if (code.lengths()[symbol] > 0) {
        out.write(symbol, 8);
      }
    }
  }

  /** The lengths of all symbols, in a code of their own. */
  private void writeLongCode(PrefixCode code) {
    int[] frequencies = new int[LENGTH_ORDER.length];
    for (int length : code.lengths()) {
      frequencies[length]++;
    }
    // A second symbol at least: readers differ about codes of one.
    frequencies[0]++;
    frequencies[1]++;
    PrefixCode lengths = PrefixCode.of(frequencies, LONGEST_LENGTH_CODE);
    out.write(0, 1);
    out.write(LENGTH_ORDER.length - 4, 4);
    for (int length : LENGTH_ORDER) {
      out.write(lengths.lengths()[length], 3);
    }
    out.write(0, 1);
    for (int length : code.lengths()) {
      lengths.write(out, length);
    }
  }
}

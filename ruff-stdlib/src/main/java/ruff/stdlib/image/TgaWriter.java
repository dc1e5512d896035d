package ruff.stdlib.image;

/** Writes TGA files without compression, rows from the top. */
final class TgaWriter {
  private static final int COLOURS = 2;
  private static final int GRAY = 3;
  private static final int FROM_TOP = 0x20;
  private static final int LARGEST = 65_535;

  private TgaWriter() {}

  static byte[] write(Picture original) throws InvalidImage {
    if (original.width() > LARGEST || original.height() > LARGEST) {
      throw new InvalidImage("Format error encoding TGA: the picture is too large");
    }
    Picture picture = original.channels() == 2 ? original.withChannels(4) : original;
    int channels = picture.channels();
    ByteWriter out = new ByteWriter();
    out.byteValue(0).byteValue(0).byteValue(channels == 1 ? GRAY : COLOURS).zeros(9);
    out.twoBytes(picture.width()).twoBytes(picture.height());
    out.byteValue(channels * 8).byteValue(FROM_TOP | (channels == 4 ? 8 : 0));
    byte[] samples = picture.samples().clone();
    if (channels > 1) {
      for (int pixel = 0; pixel < samples.length; pixel += channels) {
        byte red = samples[pixel];
        samples[pixel] = samples[pixel + 2];
        samples[pixel + 2] = red;
      }
    }
    return out.all(samples).toBytes();
  }
}

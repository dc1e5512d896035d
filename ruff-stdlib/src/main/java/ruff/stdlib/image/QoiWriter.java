package ruff.stdlib.image;

/** Writes QOI files. */
final class QoiWriter {
  private final ByteWriter out = new ByteWriter();
  private final int[] seen = new int[64];
  private int last = QoiCode.START;
  private int run;

  private QoiWriter() {}

  static byte[] write(Picture original) {
    return new QoiWriter().encode(original.withChannels(original.hasAlpha() ? 4 : 3));
  }

  private byte[] encode(Picture picture) {
    int channels = picture.channels();
    out.ascii(QoiCode.MAGIC).fourBytesHighFirst(picture.width());
    out.fourBytesHighFirst(picture.height()).byteValue(channels).byteValue(0);
    byte[] samples = picture.samples();
    for (int i = 0; i < samples.length; i += channels) {
      int alpha = channels == 4 ? samples[i + 3] : 0xFF;
      add(QoiCode.colour(samples[i], samples[i + 1], samples[i + 2], alpha));
    }
    endRun();
    return out.all(QoiCode.END).toBytes();
  }

  private void add(int colour) {
    if (colour == last) {
      run++;
      if (run == QoiCode.LONGEST_RUN) {
        endRun();
      }
      return;
    }
    endRun();
    int place = QoiCode.place(colour);
    if (seen[place] == colour) {
      out.byteValue(QoiCode.INDEX | place);
    } else {
      seen[place] = colour;
      addNew(colour);
    }
    last = colour;
  }

  private void endRun() {
    if (run > 0) {
      out.byteValue(QoiCode.RUN | run - 1);
      run = 0;
    }
  }

  private void addNew(int colour) {
    if ((colour & 0xFF) != (last & 0xFF)) {
      out.byteValue(QoiCode.RGBA).fourBytesHighFirst(colour);
      return;
    }
    int red = (byte) ((colour >> 24) - (last >> 24));
    int green = (byte) ((colour >> 16) - (last >> 16));
    int blue = (byte) ((colour >> 8) - (last >> 8));
    if (isWithin(red, 2) && isWithin(green, 2) && isWithin(blue, 2)) {
      out.byteValue(QoiCode.DIFF | red + 2 << 4 | green + 2 << 2 | blue + 2);
    } else if (isWithin(green, 32) && isWithin(red - green, 8) && isWithin(blue - green, 8)) {
      out.byteValue(QoiCode.LUMA | green + 32);
      out.byteValue(red - green + 8 << 4 | blue - green + 8);
    } else {
      out.byteValue(QoiCode.RGB).byteValue(colour >> 24).byteValue(colour >> 16);
      out.byteValue(colour >> 8);
    }
  }

  /** Whether a number lies from {@code -limit} on below {@code limit}. */
  private static boolean isWithin(int number, int limit) {
    return number >= -limit && number < limit;
  }
}

package ruff.stdlib.image;

/** Changes the colours of pictures, one pixel at a time. Alpha stays. */
final class Colours {
  private Colours() {}

  static Picture gray(Picture picture) {
    return picture.withChannels(picture.hasAlpha() ? 2 : 1);
  }

  /**
   * Adds to every channel.
   *
   * @param amount -255 to 255
   */
  static Picture brighter(Picture picture, int amount) {
    byte[] table = new byte[256];
    for (int i = 0; i < table.length; i++) {
      table[i] = (byte) Math.clamp(i + amount, 0, 255);
    }
    return mapped(picture, table);
  }

  /**
   * Moves every channel away from the middle, or towards it.
   *
   * @param percent how far, below zero towards the middle
   */
  static Picture contrast(Picture picture, float percent) {
    float part = (100f + percent) / 100f;
    float factor = part * part;
    byte[] table = new byte[256];
    for (int i = 0; i < table.length; i++) {
      float moved = ((i / 255f - 0.5f) * factor + 0.5f) * 255f;
      table[i] = (byte) (int) Math.clamp(moved, 0f, 255f);
    }
    return mapped(picture, table);
  }

  /** With red, green, blue and an alpha channel that knows all and nothing only. */
  static Picture clearOrOpaque(Picture picture) {
    Picture result = picture.withChannels(4);
    byte[] samples = result == picture ? picture.samples().clone() : result.samples();
    for (int i = 3; i < samples.length; i += 4) {
      samples[i] = (byte) ((samples[i] & 0xFF) < 128 ? 0 : 0xFF);
    }
    return new Picture(picture.width(), picture.height(), 4, samples);
  }

  private static Picture mapped(Picture picture, byte[] table) {
    Picture result =
        new Picture(
            picture.width(), picture.height(), picture.channels(), picture.samples().clone());
    byte[] samples = result.samples();
    int channels = picture.channels();
    for (int pixel = 0; pixel < samples.length; pixel += channels) {
      for (int i = pixel; i < pixel + picture.colours(); i++) {
        samples[i] = table[samples[i] & 0xFF];
      }
    }
    return result;
  }
}

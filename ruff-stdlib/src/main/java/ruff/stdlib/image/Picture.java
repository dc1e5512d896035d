package ruff.stdlib.image;

/**
 * Pixels of eight bits per channel. Never changed once it is complete.
 *
 * @param channels 1 gray, 2 gray and alpha, 3 red, green and blue, 4 these and alpha
 * @param samples row by row from the top, the channels of a pixel next to each other; alpha is not
 *     multiplied into the others
 */
record Picture(int width, int height, int channels, byte[] samples) {
  /** The most memory that the pixels of a picture may take, in bytes. */
  static final long MAX_BYTES = 512L << 20;

  /** A black picture to be filled. */
  static Picture blank(int width, int height, int channels) {
    return new Picture(
        width, height, channels, new byte[Math.multiplyExact(width * channels, height)]);
  }

  /** Checks the measures that a file states, before memory is taken for them. */
  static void check(long width, long height, int channels) throws InvalidImage {
    if (width < 1 || height < 1) {
      throw new InvalidImage("the picture is empty");
    }
    if (!fits(width, height, channels)) {
      throw new InvalidImage("Memory limit exceeded");
    }
  }

  static boolean fits(long width, long height, int channels) {
    return width <= MAX_BYTES && height <= MAX_BYTES && width * height <= MAX_BYTES / channels;
  }

  boolean isGray() {
    return channels <= 2;
  }

  boolean hasAlpha() {
    return channels == 2 || channels == 4;
  }

  /** Channels without alpha. */
  int colours() {
    return isGray() ? 1 : 3;
  }

  /** One channel of a pixel, 0 to 255. */
  int at(int x, int y, int channel) {
    return samples[(y * width + x) * channels + channel] & 0xFF;
  }

  /**
   * The same picture with other channels: colours become gray by their brightness, alpha that is
   * not wanted is dropped, alpha that was not there is opaque.
   */
  Picture withChannels(int wanted) {
    if (wanted == channels) {
      return this;
    }
    Picture result = blank(width, height, wanted);
    int pixels = width * height;
    for (int i = 0; i < pixels; i++) {
      convert(i * channels, result, i * wanted);
    }
    return result;
  }

  private void convert(int from, Picture result, int to) {
    byte[] out = result.samples;
    if (result.isGray()) {
      out[to] = isGray() ? samples[from] : (byte) brightness(from);
    } else {
      for (int i = 0; i < 3; i++) {
        out[to + i] = samples[isGray() ? from : from + i];
      }
    }
    if (result.hasAlpha()) {
      out[to + result.channels - 1] = hasAlpha() ? samples[from + channels - 1] : (byte) 0xFF;
    }
  }

  private int brightness(int at) {
    int red = samples[at] & 0xFF;
    int green = samples[at + 1] & 0xFF;
    int blue = samples[at + 2] & 0xFF;
    return (2126 * red + 7152 * green + 722 * blue) / 10_000;
  }
}

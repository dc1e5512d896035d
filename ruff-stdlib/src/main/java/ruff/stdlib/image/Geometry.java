package ruff.stdlib.image;

/** Moves the pixels of pictures around. */
final class Geometry {
  private Geometry() {}

  /** Where a pixel of the result comes from, as its index in the original. */
  @FunctionalInterface
  private interface Origin {
    int of(int x, int y);
  }

  private static Picture moved(Picture original, int width, int height, Origin origin) {
    Picture result = Picture.blank(width, height, original.channels());
    int channels = original.channels();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int from = origin.of(x, y) * channels;
        int to = (y * width + x) * channels;
        System.arraycopy(original.samples(), from, result.samples(), to, channels);
      }
    }
    return result;
  }

  /** A part of a picture; it lies inside. */
  static Picture crop(Picture picture, int left, int top, int width, int height) {
    return moved(picture, width, height, (x, y) -> (top + y) * picture.width() + left + x);
  }

  /** Turns clockwise by 90 degrees. */
  static Picture rotate90(Picture picture) {
    int width = picture.width();
    int height = picture.height();
    return moved(picture, height, width, (x, y) -> (height - 1 - x) * width + y);
  }

  static Picture rotate180(Picture picture) {
    int last = picture.width() * picture.height() - 1;
    int width = picture.width();
    return moved(picture, width, picture.height(), (x, y) -> last - (y * width + x));
  }

  /** Turns clockwise by 270 degrees. */
  static Picture rotate270(Picture picture) {
    int width = picture.width();
    return moved(picture, picture.height(), width, (x, y) -> x * width + width - 1 - y);
  }

  /** Mirrors left and right. */
  static Picture flipHorizontally(Picture picture) {
    int width = picture.width();
    return moved(picture, width, picture.height(), (x, y) -> y * width + width - 1 - x);
  }

  /** Mirrors top and bottom. */
  static Picture flipVertically(Picture picture) {
    int width = picture.width();
    int height = picture.height();
    return moved(picture, width, height, (x, y) -> (height - 1 - y) * width + x);
  }
}

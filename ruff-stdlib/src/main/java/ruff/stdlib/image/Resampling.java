package ruff.stdlib.image;

import ruff.natives.CancelSignal;

/**
 * Makes pictures larger, smaller or softer: every pixel becomes a weighted mean of pixels near by.
 */
final class Resampling {
  /** The weight of a pixel by its distance. */
  @FunctionalInterface
  private interface Kernel {
    double weight(double distance);
  }

  /**
   * What goes into one pixel of the result.
   *
   * @param first the index of the first pixel
   * @param weights one for each pixel from there; they sum up to one
   */
  private record Window(int first, float[] weights) {}

  /**
   * How one line of pixels becomes another.
   *
   * @param support how far the kernel reaches, in pixels of the smaller picture
   */
  private record Sampling(int before, int after, Kernel kernel, double support) {
    /** What goes into one pixel. */
    Window window(int index) {
      double ratio = (double) before / after;
      double scale = Math.max(ratio, 1);
      double centre = (index + 0.5) * ratio;
      double reach = support * scale;
      int first = Math.clamp((long) Math.floor(centre - reach), 0, before - 1);
      int end = Math.clamp((long) Math.ceil(centre + reach), first + 1, before);
      return window(first, end, centre - 0.5, scale);
    }

    private Window window(int first, int end, double centre, double scale) {
      double[] exact = new double[end - first];
      double sum = 0;
      for (int k = 0; k < exact.length; k++) {
        exact[k] = kernel.weight((first + k - centre) / scale);
        sum += exact[k];
      }
      float[] weights = new float[exact.length];
      for (int k = 0; k < weights.length; k++) {
        weights[k] = (float) (exact[k] / sum);
      }
      return new Window(first, weights);
    }
  }

  /** How many columns are worked on at a time. */
  private static final int STRIP = 4096;

  /** Below this a blur changes nothing that eight bits could show. */
  private static final double SMALLEST_SIGMA = 0.01;

  private static final int LANCZOS_SUPPORT = 3;

  /** Above this the kernel of a blur is so wide that boxes take its place. */
  private static final double LARGEST_KERNEL = 24;

  private static final int BOXES = 3;

  private Resampling() {}

  /** The picture in another size, which fits into memory. */
  static Picture resize(Picture picture, int width, int height) {
    if (width == picture.width() && height == picture.height()) {
      return picture;
    }
    Kernel kernel = Resampling::lanczos;
    Picture tall =
        vertically(picture, new Sampling(picture.height(), height, kernel, LANCZOS_SUPPORT));
    return horizontally(tall, new Sampling(picture.width(), width, kernel, LANCZOS_SUPPORT));
  }

  private static double lanczos(double distance) {
    if (distance == 0) {
      return 1;
    }
    if (Math.abs(distance) >= LANCZOS_SUPPORT) {
      return 0;
    }
    double angle = Math.PI * distance;
    return LANCZOS_SUPPORT * Math.sin(angle) * Math.sin(angle / LANCZOS_SUPPORT) / (angle * angle);
  }

  /**
   * Softens a picture.
   *
   * @param sigma the standard deviation of the Gaussian curve, in pixels, above zero
   */
  static Picture blur(Picture picture, double sigma) {
    if (sigma > LARGEST_KERNEL) {
      return boxes(picture, sigma);
    }
    double width = Math.max(sigma, SMALLEST_SIGMA);
    Kernel gauss = distance -> Math.exp(-distance * distance / (2 * width * width));
    double support = Math.max(1, 2 * width);
    Picture soft =
        vertically(picture, new Sampling(picture.height(), picture.height(), gauss, support));
    return horizontally(soft, new Sampling(picture.width(), picture.width(), gauss, support));
  }

  /**
   * Three boxes one after the other come close to a Gaussian curve, in time that ignores its width.
   */
  private static Picture boxes(Picture picture, double sigma) {
    double width = Math.sqrt(12 * sigma * sigma / BOXES + 1);
    int longest = Math.max(picture.width(), picture.height());
    int radius = (int) Math.min(longest, Math.round((width - 1) / 2));
    Picture result = picture;
    for (int i = 0; i < BOXES; i++) {
      result = Geometry.rotate90(boxed(Geometry.rotate90(boxed(result, radius)), radius));
      result = Geometry.rotate180(result);
    }
    return result;
  }

  /** Means of the pixels to both sides. */
  private static Picture boxed(Picture picture, int radius) {
    Picture result = Picture.blank(picture.width(), picture.height(), picture.channels());
    int channels = picture.channels();
    long[] sums = new long[picture.width() + 1];
    for (int y = 0; y < picture.height(); y++) {
      CancelSignal.check();
      for (int channel = 0; channel < channels; channel++) {
        for (int x = 0; x < picture.width(); x++) {
          sums[x + 1] = sums[x] + picture.at(x, y, channel);
        }
        for (int x = 0; x < picture.width(); x++) {
          int from = Math.max(0, x - radius);
          int to = Math.min(picture.width(), x + radius + 1);
          long mean = (sums[to] - sums[from] + (to - from) / 2) / (to - from);
          result.samples()[(y * picture.width() + x) * channels + channel] = (byte) mean;
        }
      }
    }
    return result;
  }

  private static Picture vertically(Picture picture, Sampling rows) {
    Picture result = Picture.blank(picture.width(), rows.after, picture.channels());
    int row = picture.width() * picture.channels();
    for (int y = 0; y < rows.after; y++) {
      CancelSignal.check();
      Window window = rows.window(y);
      for (int x = 0; x < row; x++) {
        int from = window.first * row + x;
        result.samples()[y * row + x] = mean(picture.samples(), from, row, window.weights);
      }
    }
    return result;
  }

  /** Goes by strips of the picture, so that there are never many windows at a time. */
  private static Picture horizontally(Picture picture, Sampling columns) {
    Picture result = Picture.blank(columns.after, picture.height(), picture.channels());
    for (int x = 0; x < columns.after; x += STRIP) {
      Window[] windows = new Window[Math.min(STRIP, columns.after - x)];
      for (int i = 0; i < windows.length; i++) {
        windows[i] = columns.window(x + i);
      }
      for (int y = 0; y < picture.height(); y++) {
        CancelSignal.check();
        fillRow(picture, y, windows, result, (y * columns.after + x) * picture.channels());
      }
    }
    return result;
  }

  private static void fillRow(Picture picture, int y, Window[] windows, Picture result, int start) {
    int channels = picture.channels();
    int to = start;
    for (Window window : windows) {
      int from = (y * picture.width() + window.first) * channels;
      for (int channel = 0; channel < channels; channel++) {
        result.samples()[to++] = mean(picture.samples(), from + channel, channels, window.weights);
      }
    }
  }

  private static byte mean(byte[] samples, int from, int step, float[] weights) {
    float sum = 0;
    int at = from;
    for (float weight : weights) {
      sum += weight * (samples[at] & 0xFF);
      at += step;
    }
    return (byte) Math.clamp(Math.round(sum), 0, 255);
  }
}

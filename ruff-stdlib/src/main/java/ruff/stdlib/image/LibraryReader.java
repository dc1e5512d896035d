package ruff.stdlib.image;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Reads the formats that libraries know. Of several pictures in a file the first one counts. */
final class LibraryReader {
  /** No reader needs to see more behind the end. */
  private static final int LOOK_AHEAD = 64;

  private LibraryReader() {}

  static Picture read(ImageFormat format, byte[] bytes) throws InvalidImage {
    ImageReader reader = null;
    try (ImageInputStream input =
        new FileBytes(bytes, format == ImageFormat.WEBP ? LOOK_AHEAD : 0)) {
      reader = reader(format);
      reader.setInput(input, false, true);
      Picture.check(reader.getWidth(0), reader.getHeight(0), 4);
      return suited(format, of(reader.read(0)), bytes);
    } catch (IOException damaged) {
      throw new InvalidImage(words(damaged, format));
    } catch (RuntimeException damaged) {
      // Readers trust what a file says about itself, and fail in any way when it lies.
      throw new InvalidImage("Format error decoding " + format + ": damaged data");
    } finally {
      if (reader != null) {
        reader.dispose();
      }
    }
  }

  private static Picture suited(ImageFormat format, Picture picture, byte[] bytes)
      throws InvalidImage {
    if (format == ImageFormat.GIF) {
      return GifScreen.of(bytes).with(picture);
    }
    return format == ImageFormat.WEBP && !WebpHeader.hasAlpha(bytes)
        ? picture.withChannels(picture.colours())
        : picture;
  }

  private static String words(IOException damaged, ImageFormat format) {
    String message = damaged.getMessage();
    return "Format error decoding "
        + format
        + ": "
        + (message == null || message.isBlank() ? "damaged data" : message);
  }

  private static ImageReader reader(ImageFormat format) throws IOException {
    if (format == ImageFormat.WEBP) {
      return new WebPImageReaderSpi().createReaderInstance(null);
    }
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.name());
    if (!readers.hasNext()) {
      throw new IOException("no reader");
    }
    return readers.next();
  }

  private static Picture of(BufferedImage image) throws InvalidImage {
    ColorModel model = image.getColorModel();
    if (model.getColorSpace().getType() == ColorSpace.TYPE_CMYK) {
      return ofInks(image.getRaster());
    }
    if (model.getComponentSize(0) > 16) {
      throw new InvalidImage(
          "pictures with " + model.getComponentSize(0) + "-bit samples are not supported");
    }
    boolean plain =
        model instanceof ComponentColorModel
            && !model.isAlphaPremultiplied()
            && model.getNumComponents() <= 4;
    return plain ? ofComponents(image.getRaster(), model) : ofColours(image);
  }

  /** Takes the samples as they are: a profile in the file is not applied. */
  private static Picture ofComponents(Raster raster, ColorModel model) {
    int channels = model.getNumComponents();
    Picture picture = Picture.blank(raster.getWidth(), raster.getHeight(), channels);
    int[] row = new int[raster.getWidth() * channels];
    int largest = (1 << model.getComponentSize(0)) - 1;
    int to = 0;
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, row);
      for (int sample : row) {
        picture.samples()[to++] =
            (byte) (largest == 255 ? sample : (sample * 255L + largest / 2) / largest);
      }
    }
    return picture;
  }

  /** Four inks to what they leave of the light. */
  private static Picture ofInks(Raster raster) {
    int width = raster.getWidth();
    Picture picture = Picture.blank(width, raster.getHeight(), 3);
    int[] row = new int[width * 4];
    int to = 0;
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
      for (int i = 0; i < row.length; i += 4) {
        int light = 255 - row[i + 3];
        for (int ink = 0; ink < 3; ink++) {
          picture.samples()[to++] = (byte) (((255 - row[i + ink]) * light + 127) / 255);
        }
      }
    }
    return picture;
  }

  private static Picture ofColours(BufferedImage image) {
    int width = image.getWidth();
    int channels = image.getColorModel().hasAlpha() ? 4 : 3;
    Picture picture = Picture.blank(width, image.getHeight(), channels);
    int[] row = new int[width];
    int to = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      for (int colour : row) {
        picture.samples()[to] = (byte) (colour >> 16);
        picture.samples()[to + 1] = (byte) (colour >> 8);
        picture.samples()[to + 2] = (byte) colour;
        if (channels == 4) {
          picture.samples()[to + 3] = (byte) (colour >>> 24);
        }
        to += channels;
      }
    }
    return picture;
  }
}

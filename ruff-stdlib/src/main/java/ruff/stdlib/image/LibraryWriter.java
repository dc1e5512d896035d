package ruff.stdlib.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes the formats that the JDK knows. */
final class LibraryWriter {
  private static final float JPEG_QUALITY = 0.75f;

  private LibraryWriter() {}

  static byte[] write(ImageFormat format, Picture picture) throws InvalidImage {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format.name()).next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam options = writer.getDefaultWriteParam();
      if (format == ImageFormat.JPEG) {
        options.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        options.setCompressionQuality(JPEG_QUALITY);
      }
      writer.setOutput(output);
      writer.write(null, new IIOImage(image(suited(format, picture)), null, null), options);
    } catch (IOException | RuntimeException refused) {
      throw new InvalidImage("Format error encoding " + format + ": " + refused.getMessage());
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** The picture with channels that the format has. */
  private static Picture suited(ImageFormat format, Picture picture) {
    return switch (format) {
      case JPEG -> picture.withChannels(picture.colours());
      case GIF -> picture.hasAlpha() ? Colours.clearOrOpaque(picture) : picture.withChannels(3);
      case TIFF -> picture.channels() == 2 ? picture.withChannels(4) : picture;
      default -> picture;
    };
  }

  private static BufferedImage image(Picture picture) {
    return switch (picture.channels()) {
      case 1 -> gray(picture);
      case 2 -> grayWithAlpha(picture);
      case 3 -> colours(picture, BufferedImage.TYPE_3BYTE_BGR);
      default -> colours(picture, BufferedImage.TYPE_4BYTE_ABGR);
    };
  }

  private static BufferedImage gray(Picture picture) {
    BufferedImage image =
        new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_BYTE_GRAY);
    System.arraycopy(picture.samples(), 0, samples(image), 0, picture.samples().length);
    return image;
  }

  private static BufferedImage grayWithAlpha(Picture picture) {
    ColorModel model =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_GRAY),
            true,
            false,
            ColorModel.TRANSLUCENT,
            DataBuffer.TYPE_BYTE);
    DataBuffer data = new DataBufferByte(picture.samples(), picture.samples().length);
    WritableRaster raster =
        Raster.createInterleavedRaster(
            data,
            picture.width(),
            picture.height(),
            picture.width() * 2,
            2,
            new int[] {0, 1},
            null);
    return new BufferedImage(model, raster, false, null);
  }

  /** The channels of these kinds of images stand in opposite order. */
  private static BufferedImage colours(Picture picture, int type) {
    BufferedImage image = new BufferedImage(picture.width(), picture.height(), type);
    byte[] to = samples(image);
    byte[] from = picture.samples();
    int channels = picture.channels();
    for (int pixel = 0; pixel < from.length; pixel += channels) {
      for (int i = 0; i < channels; i++) {
        to[pixel + channels - 1 - i] = from[pixel + i];
      }
    }
    return image;
  }

  private static byte[] samples(BufferedImage image) {
    return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
  }
}

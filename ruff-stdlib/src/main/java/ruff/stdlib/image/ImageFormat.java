package ruff.stdlib.image;

import java.util.Locale;
import ruff.stdlib.file.Paths;

/** The formats of picture files, told apart by the extension of the file's name alone. */
enum ImageFormat {
  PNG,
  JPEG,
  BMP,
  GIF,
  TIFF,
  WEBP,
  TGA,
  QOI,
  ICO,
  /** Of the portable any-map family, by its extensions. */
  PPM,
  PGM,
  PBM,
  PNM,
  PAM;

  /** The format of a file. */
  static ImageFormat of(String path) throws InvalidImage {
    String extension = extension(path);
    return switch (extension) {
      case "" -> throw new InvalidImage("The image format could not be determined");
      case "jpg", "jpeg" -> JPEG;
      case "tif", "tiff" -> TIFF;
      case "png" -> PNG;
      case "bmp" -> BMP;
      case "gif" -> GIF;
      case "webp" -> WEBP;
      case "tga" -> TGA;
      case "qoi" -> QOI;
      case "ico" -> ICO;
      case "ppm" -> PPM;
      case "pgm" -> PGM;
      case "pbm" -> PBM;
      case "pnm" -> PNM;
      case "pam" -> PAM;
      case "ff" -> throw unsupported("Farbfeld");
      case "hdr" -> throw unsupported("Hdr");
      case "exr" -> throw unsupported("OpenExr");
      case "dds" -> throw unsupported("Dds");
      case "avif" -> throw unsupported("Avif");
      default ->
          throw new InvalidImage(
              "The file extension `.\""
                  + Paths.pathExtension(path)
                  + "\"` was not recognized as an image format");
    };
  }

  private static InvalidImage unsupported(String name) {
    return new InvalidImage("The image format " + name + " is not supported");
  }

  /** The extension of a file's name in lower case, empty when there is none. */
  static String extension(String path) {
    return Paths.pathExtension(path).toLowerCase(Locale.ROOT);
  }

  /** The picture in a file's bytes. */
  Picture read(byte[] bytes) throws InvalidImage {
    return switch (this) {
      case PNG, JPEG, BMP, GIF, TIFF, WEBP -> LibraryReader.read(this, bytes);
      case TGA -> new TgaReader(bytes).read();
      case QOI -> new QoiReader(bytes).read();
      case ICO -> IcoReader.read(bytes);
      case PPM, PGM, PBM, PNM, PAM -> new PnmReader(bytes).read();
    };
  }

  /** The bytes of a file with a picture. */
  byte[] write(Picture picture) throws InvalidImage {
    return switch (this) {
      case PNG, JPEG, GIF, TIFF -> LibraryWriter.write(this, picture);
      case BMP -> BmpWriter.write(picture);
      case WEBP -> WebpWriter.write(picture);
      case TGA -> TgaWriter.write(picture);
      case QOI -> QoiWriter.write(picture);
      case ICO -> IcoWriter.write(picture);
      case PPM -> PnmWriter.colour(picture);
      case PGM -> PnmWriter.gray(picture);
      case PBM -> PnmWriter.bits(picture);
      case PNM -> picture.isGray() ? PnmWriter.gray(picture) : PnmWriter.colour(picture);
      case PAM -> PnmWriter.any(picture);
    };
  }
}

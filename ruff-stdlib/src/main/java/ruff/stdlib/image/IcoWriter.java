package ruff.stdlib.image;

/** Writes ICO files with one picture, stored as PNG with alpha. */
final class IcoWriter {
  private static final int LARGEST = 256;
  private static final int HEADER = 22;

  private IcoWriter() {}

  static byte[] write(Picture picture) throws InvalidImage {
    check("width", picture.width());
    check("height", picture.height());
    byte[] png = LibraryWriter.write(ImageFormat.PNG, picture.withChannels(4));
    ByteWriter out = new ByteWriter();
    out.twoBytes(0).twoBytes(1).twoBytes(1);
    out.byteValue(picture.width()).byteValue(picture.height()).twoBytes(0);
    out.twoBytes(1).twoBytes(32).fourBytes(png.length).fourBytes(HEADER);
    return out.all(png).toBytes();
  }

  private static void check(String what, int size) throws InvalidImage {
    if (size > LARGEST) {
      throw new InvalidImage(
          "Format error encoding ICO: the image %s must be `1..=256`, instead %s %d was provided"
              .formatted(what, what, size));
    }
  }
}

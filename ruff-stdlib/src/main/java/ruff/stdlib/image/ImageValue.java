package ruff.stdlib.image;

import ruff.value.HandleValue;
import ruff.value.Ints;
import ruff.value.RuffError;

/** A picture of a program. */
final class ImageValue extends HandleValue {
  private final Picture picture;
  private final String format;

  /**
   * @param format the extension of the file that it comes from, in lower case
   */
  ImageValue(Picture picture, String format) {
    this.picture = picture;
    this.format = format;
  }

  Picture picture() {
    return picture;
  }

  /** Another picture made from this one. */
  ImageValue with(Picture changed) {
    return new ImageValue(changed, format);
  }

  @Override
  public Object field(String name) {
    return switch (name) {
      case "width" -> Ints.box(picture.width());
      case "height" -> Ints.box(picture.height());
      case "format" -> format;
      default -> throw new RuffError("Image has no field '" + name + "'");
    };
  }

  @Override
  public RuffError noMethod(String name) {
    return new RuffError("Image has no method '" + name + "'");
  }

  @Override
  public String typeName() {
    return "image";
  }

  @Override
  public String display() {
    return "<image " + picture.width() + "x" + picture.height() + ">";
  }
}

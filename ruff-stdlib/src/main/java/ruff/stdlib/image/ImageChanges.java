package ruff.stdlib.image;

import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.Param;
import ruff.value.HandleValue;
import ruff.value.RuffError;
import ruff.value.Text;

/** Methods of pictures that give changed ones. Further arguments are ignored. */
public final class ImageChanges {
  private static final String IMAGE = "{name} requires an image";
  private static final String SIZES = "resize requires numeric width and height";
  private static final String PART = "crop requires numeric x, y, width, and height";

  private ImageChanges() {}

  private static ImageValue image(HandleValue handle) {
    return (ImageValue) handle;
  }

  @Native(
      name = "image.resize",
      family = Family.IMAGE,
      doc = "A picture in another size; in the mode \"fit\" its shape is kept inside of that size.",
      signatures = "image.resize(width: number, height: number, mode?: string)",
      returns = "image",
      tooFew = "resize requires at least width and height arguments",
      errors = {
        "resize width and height must be at least 1",
        "resize result exceeds the maximum image size (536870912 bytes)"
      },
      example = "type(load_image(\"p.ppm\").resize(1, 1))",
      result = "image")
  public static HandleValue resize(
      @Param(type = "image", error = IMAGE) HandleValue image,
      @Param(truncates = true, error = SIZES) long width,
      @Param(truncates = true, error = SIZES) long height,
      Object... mode) {
    if (width < 1 || height < 1) {
      throw new RuffError("resize width and height must be at least 1");
    }
    Picture picture = image(image).picture();
    long newWidth = width;
    long newHeight = height;
    if (mode.length > 0 && Text.isText(mode[0]) && Text.of(mode[0]).equals("fit")) {
      double ratio = Math.min((double) width / picture.width(), (double) height / picture.height());
      newWidth = Math.max(1, Math.round(picture.width() * ratio));
      newHeight = Math.max(1, Math.round(picture.height() * ratio));
    }
    if (!Picture.fits(newWidth, newHeight, 4) || !Picture.fits(picture.width(), newHeight, 4)) {
      throw new RuffError("resize result exceeds the maximum image size (536870912 bytes)");
    }
    return image(image).with(Resampling.resize(picture, (int) newWidth, (int) newHeight));
  }

  @Native(
      name = "image.crop",
      family = Family.IMAGE,
      doc = "A part of a picture, no larger than there is.",
      signatures = "image.crop(x: number, y: number, width: number, height: number)",
      returns = "image",
      tooFew = "crop requires x, y, width, and height arguments",
      errors = "crop region is outside the image",
      example = "type(load_image(\"p.ppm\").crop(0, 0, 1, 1))",
      result = "image")
  public static HandleValue crop(
      @Param(type = "image", error = IMAGE) HandleValue image,
      @Param(truncates = true, error = PART) long x,
      @Param(truncates = true, error = PART) long y,
      @Param(truncates = true, error = PART) long width,
      @Param(truncates = true, error = PART) long height,
      Object... ignored) {
    Picture picture = image(image).picture();
    int left = Math.clamp(x, 0, picture.width());
    int top = Math.clamp(y, 0, picture.height());
    int partWidth = Math.clamp(width, 0, picture.width() - left);
    int partHeight = Math.clamp(height, 0, picture.height() - top);
    if (partWidth == 0 || partHeight == 0) {
      throw new RuffError("crop region is outside the image");
    }
    return image(image).with(Geometry.crop(picture, left, top, partWidth, partHeight));
  }

  @Native(
      name = "image.rotate",
      family = Family.IMAGE,
      doc = "A picture turned clockwise by 90, 180 or 270 degrees.",
      signatures = "image.rotate(degrees: number)",
      returns = "image",
      tooFew = "rotate requires a degrees argument",
      errors = "rotate only supports 90, 180, or 270 degrees",
      example = "type(load_image(\"p.ppm\").rotate(90))",
      result = "image")
  public static HandleValue rotate(
      @Param(type = "image", error = IMAGE) HandleValue image,
      @Param(truncates = true, error = "rotate requires a numeric degrees argument") long degrees,
      Object... ignored) {
    Picture picture = image(image).picture();
    if (degrees == 90) {
      return image(image).with(Geometry.rotate90(picture));
    } else if (degrees == 180) {
      return image(image).with(Geometry.rotate180(picture));
    } else if (degrees == 270) {
      return image(image).with(Geometry.rotate270(picture));
    }
    throw new RuffError("rotate only supports 90, 180, or 270 degrees");
  }

  @Native(
      name = "image.flip",
      family = Family.IMAGE,
      doc = "A picture mirrored: \"horizontal\" swaps left and right, \"vertical\" top and bottom.",
      signatures = "image.flip(direction: string)",
      returns = "image",
      tooFew = "flip requires a direction argument ('horizontal' or 'vertical')",
      errors = "flip direction must be 'horizontal' or 'vertical'",
      example = "type(load_image(\"p.ppm\").flip(\"vertical\"))",
      result = "image")
  public static HandleValue flip(
      @Param(type = "image", error = IMAGE) HandleValue image,
      @Param(error = "flip requires a string direction argument") String direction,
      Object... ignored) {
    Picture picture = image(image).picture();
    return switch (direction) {
      case "horizontal" -> image(image).with(Geometry.flipHorizontally(picture));
      case "vertical" -> image(image).with(Geometry.flipVertically(picture));
      default -> throw new RuffError("flip direction must be 'horizontal' or 'vertical'");
    };
  }

  @Native(
      name = "image.to_grayscale",
      family = Family.IMAGE,
      doc = "A picture in shades of gray; alpha is kept.",
      signatures = "image.to_grayscale()",
      returns = "image",
      example = "type(load_image(\"p.ppm\").to_grayscale())",
      result = "image")
  public static HandleValue toGrayscale(
      @Param(type = "image", error = IMAGE) HandleValue image, Object... ignored) {
    return image(image).with(Colours.gray(image(image).picture()));
  }

  @Native(
      name = "image.blur",
      family = Family.IMAGE,
      doc = "A softer picture; sigma is the standard deviation of the Gaussian curve in pixels.",
      signatures = "image.blur(sigma: number)",
      returns = "image",
      tooFew = "blur requires a sigma argument",
      errors = "blur sigma must be positive",
      example = "type(load_image(\"p.ppm\").blur(1.0))",
      result = "image")
  public static HandleValue blur(
      @Param(type = "image", error = IMAGE) HandleValue image,
      @Param(error = "blur requires a numeric sigma argument") double sigma,
      Object... ignored) {
    if (!(sigma > 0)) {
      throw new RuffError("blur sigma must be positive");
    }
    return image(image).with(Resampling.blur(image(image).picture(), sigma));
  }

  @Native(
      name = "image.adjust_brightness",
      family = Family.IMAGE,
      doc = "A picture with 50 times the factor added to each colour.",
      signatures = "image.adjust_brightness(factor: number)",
      returns = "image",
      tooFew = "adjust_brightness requires a factor argument",
      example = "type(load_image(\"p.ppm\").adjust_brightness(0.5))",
      result = "image")
  public static HandleValue adjustBrightness(
      @Param(type = "image", error = IMAGE) HandleValue image,
      @Param(error = "adjust_brightness requires a numeric factor argument") double factor,
      Object... ignored) {
    int amount = Math.clamp((long) (factor * 50), -255, 255);
    return image(image).with(Colours.brighter(image(image).picture(), amount));
  }

  @Native(
      name = "image.adjust_contrast",
      family = Family.IMAGE,
      doc = "A picture with more contrast, or less with a percentage below zero.",
      signatures = "image.adjust_contrast(percent: number)",
      returns = "image",
      tooFew = "adjust_contrast requires a factor argument",
      example = "type(load_image(\"p.ppm\").adjust_contrast(10))",
      result = "image")
  public static HandleValue adjustContrast(
      @Param(type = "image", error = IMAGE) HandleValue image,
      @Param(error = "adjust_contrast requires a numeric factor argument") double percent,
      Object... ignored) {
    return image(image).with(Colours.contrast(image(image).picture(), (float) percent));
  }
}

package ruff.stdlib.image;

import java.io.IOException;
import ruff.host.FileAccess;
import ruff.host.OpenFile;
import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.NativeContext;
import ruff.natives.Param;
import ruff.policy.Capability;
import ruff.stdlib.file.FileErrors;
import ruff.value.HandleValue;
import ruff.value.RuffError;

/** Natives that load and save pictures. */
public final class ImageFiles {
  private static final String LOAD_ERROR = "load_image requires a string path argument";

  private ImageFiles() {}

  @Native(
      name = "load_image",
      family = Family.IMAGE,
      doc =
          "Loads a picture; the extension of the file's name tells its format: png, jpg, bmp, gif,"
              + " tiff, webp, tga, qoi, ico, ppm, pgm, pbm, pnm, pam.",
      returns = "image",
      arity = LOAD_ERROR,
      error = LOAD_ERROR,
      errors = "Cannot load image 'P': WHY",
      capability = Capability.FILESYSTEM_READ,
      resource = "path",
      example = "type(load_image(\"p.ppm\"))",
      result = "image")
  public static HandleValue load(NativeContext context, String path) {
    try {
      Picture picture = read(context.files("load_image"), path);
      return new ImageValue(picture, ImageFormat.extension(path));
    } catch (InvalidImage invalid) {
      throw new RuffError("Cannot load image '" + path + "': " + invalid.getMessage());
    }
  }

  private static Picture read(FileAccess files, String path) throws InvalidImage {
    try (OpenFile file = files.open(path)) {
      ImageFormat format = ImageFormat.of(path);
      byte[] bytes = file.read(Picture.MAX_BYTES + 1);
      if (bytes.length > Picture.MAX_BYTES) {
        throw new InvalidImage("Memory limit exceeded");
      }
      return format.read(bytes);
    } catch (IOException failure) {
      throw new InvalidImage(FileErrors.words(failure));
    }
  }

  @Native(
      name = "image.save",
      surface = "save",
      family = Family.IMAGE,
      doc = "Saves a picture, replacing what was there, in the format that the extension names.",
      signatures = "image.save(path: string)",
      returns = "bool true",
      tooFew = "save requires a path argument",
      errors = {"Failed to save image: WHY", "Image has no method 'X'"},
      capability = Capability.FILESYSTEM_WRITE,
      resource = "path",
      example = "load_image(\"p.ppm\").save(\"o.png\")",
      result = "true")
  public static boolean save(
      NativeContext context,
      @Param(type = "image", error = "save requires a string path argument") HandleValue image,
      @Param(error = "save requires a string path argument") String path,
      Object... ignored) {
    try {
      byte[] bytes = ImageFormat.of(path).write(((ImageValue) image).picture());
      context.files("save").replaceWhole(path, bytes);
      return true;
    } catch (InvalidImage invalid) {
      throw new RuffError("Failed to save image: " + invalid.getMessage());
    } catch (IOException failure) {
      throw new RuffError("Failed to save image: " + FileErrors.words(failure));
    }
  }
}

package ruff.stdlib.archive;

import java.io.IOException;
import ruff.host.FileAccess;
import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.NativeContext;
import ruff.natives.Param;
import ruff.policy.Capability;
import ruff.stdlib.file.FileErrors;
import ruff.value.ArrayValue;
import ruff.value.HandleValue;

/** Natives for zip files. */
public final class ZipNatives {
  private static final String CREATE_ERROR = "zip_create requires a string path argument";
  private static final String ADD_ERROR = "{name} requires (ZipArchive, string_path) arguments";
  private static final String CLOSE_ERROR = "zip_close requires a ZipArchive argument";
  private static final String CLOSED = "Zip archive has been closed";
  private static final String UNZIP_ERROR =
      "unzip requires (string_zip_path, string_output_dir) arguments";

  private ZipNatives() {}

  @Native(
      name = "zip_create",
      family = Family.ARCHIVE,
      doc = "Begins a zip file, replacing what was there.",
      returns = "ziparchive",
      arity = CREATE_ERROR,
      error = CREATE_ERROR,
      errors = "Failed to create zip file 'P': OSERR",
      capability = Capability.FILESYSTEM_WRITE,
      resource = "path",
      example = "type(zip_create(\"z0.zip\"))",
      result = "ziparchive")
  public static HandleValue create(NativeContext context, String path) {
    FileAccess files = context.files("zip_create");
    try {
      ZipValue archive =
          new ZipValue(path, files.outputPath(path), files.replace(path), context.host().clock());
      OpenArchives.of(context).add(archive);
      return archive;
    } catch (IOException failure) {
      throw FileErrors.failed("Failed to create zip file", path, failure);
    }
  }

  @Native(
      name = "zip_add_file",
      family = Family.ARCHIVE,
      doc = "Puts a file into a zip file, deflated, under its base name.",
      returns = "bool true",
      arity = ADD_ERROR,
      error = ADD_ERROR,
      errors = {
        "Failed to read source file 'P': OSERR",
        "Failed to start zip entry 'N': invalid Zip archive: Duplicate filename: N",
        CLOSED
      },
      capability = Capability.FILESYSTEM_WRITE,
      resource = "path",
      example = "zip_add_file(zip_create(\"z1.zip\"), \"abc.txt\")",
      result = "true")
  public static boolean addFile(
      NativeContext context,
      @Param(type = "ziparchive", error = ADD_ERROR) HandleValue archive,
      String path) {
    ArchiveValue zip = ArchiveValue.open(archive, ZipValue.class, ADD_ERROR, "zip_add_file");
    new ArchiveInput(context.files("zip_add_file"), zip, "Failed to start zip entry").addFile(path);
    return true;
  }

  @Native(
      name = "zip_add_dir",
      family = Family.ARCHIVE,
      doc = "Puts all that is in a folder into a zip file, names relative to the folder.",
      returns = "bool true",
      arity = ADD_ERROR,
      error = ADD_ERROR,
      errors = {
        "Failed to read directory: OSERR",
        "Failed to read 'P': OSERR",
        "Failed to start file 'N': invalid Zip archive: Duplicate filename: N",
        CLOSED
      },
      capability = Capability.FILESYSTEM_WRITE,
      resource = "path",
      example = "zip_add_dir(zip_create(\"z2.zip\"), \"sub\")",
      result = "true")
  public static boolean addDir(
      NativeContext context,
      @Param(type = "ziparchive", error = ADD_ERROR) HandleValue archive,
      String path) {
    ArchiveValue zip = ArchiveValue.open(archive, ZipValue.class, ADD_ERROR, "zip_add_dir");
    new ArchiveInput(context.files("zip_add_dir"), zip, "Failed to start file").addFolder(path);
    return true;
  }

  @Native(
      name = "zip_close",
      family = Family.ARCHIVE,
      doc = "Completes a zip file; those left open are completed at the program's end.",
      returns = "bool true",
      arity = CLOSE_ERROR,
      error = CLOSE_ERROR,
      errors = "Zip archive has already been closed",
      capability = Capability.FILESYSTEM_WRITE,
      resource = Native.UNNAMED,
      example = "zip_close(zip_create(\"z3.zip\"))",
      result = "true")
  public static boolean close(
      NativeContext context, @Param(type = "ziparchive") HandleValue archive) {
    OpenArchives.of(context).finish(ArchiveValue.of(archive, ZipValue.class, CLOSE_ERROR));
    return true;
  }

  @Native(
      name = "unzip",
      family = Family.ARCHIVE,
      doc =
          "Takes a zip file out into a folder: at most 1024 entries of 16 MiB each and 64 MiB in"
              + " all, and never outside of the folder.",
      returns = "array of string, the paths of the files",
      arity = UNZIP_ERROR,
      error = UNZIP_ERROR,
      errors = {
        "Failed to open file 'P': OSERR",
        "Failed to open zip archive 'P': WHY",
        "Failed to create output directory 'P': OSERR",
        "Archive contains N entries which exceeds maximum entry count (1024)",
        "Archive entry 'NAME' exceeds maximum per-entry size (N bytes > 16777216 bytes)",
        "Archive extraction exceeds maximum total extraction size (N bytes > 67108864 bytes)",
        "Unsafe archive entry 'NAME': REASON",
        "Unsafe archive entry: empty path is not allowed",
        "Failed to read zip entry I: WHY",
        "Failed to extract file 'NAME': WHY"
      },
      capability = Capability.FILESYSTEM_WRITE,
      resource = {"archive_path", "output_dir"},
      example = "unzip(\"pack.zip\", \"un\")",
      result = "[un/abc.txt]")
  public static ArrayValue unzip(NativeContext context, String archivePath, String outputDir) {
    FileAccess files = context.files("unzip");
    try (ZipContents contents = ZipContents.open(files, archivePath)) {
      return contents.extract(new OutputFolder(files, outputDir));
    }
  }
}

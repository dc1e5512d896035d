package ruff.stdlib.archive;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import ruff.host.FileAccess;
import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.NativeContext;
import ruff.natives.Param;
import ruff.policy.Capability;
import ruff.stdlib.file.FileErrors;
import ruff.value.ArrayValue;
import ruff.value.HandleValue;

/** Natives for tar files, which are compressed when their name ends with .gz or .tgz. */
public final class TarNatives {
  private static final String CREATE_ERROR = "tar_create requires a string path argument";
  private static final String ADD_ERROR = "{name} requires (TarArchive, string_path) arguments";
  private static final String CLOSE_ERROR = "tar_close requires a TarArchive argument";
  private static final String CLOSED = "Tar archive has been closed";
  private static final String UNTAR_ERROR =
      "untar requires (string_tar_path, string_output_dir) arguments";

  private TarNatives() {}

  @Native(
      name = "tar_create",
      family = Family.ARCHIVE,
      doc =
          "Begins a tar file, replacing what was there; it is compressed when its name ends with"
              + " .gz or .tgz.",
      returns = "tararchive",
      arity = CREATE_ERROR,
      error = CREATE_ERROR,
      errors = "Failed to create tar file 'P': OSERR",
      capability = Capability.FILESYSTEM_WRITE,
      resource = "path",
      example = "type(tar_create(\"t0.tar\"))",
      result = "tararchive")
  public static HandleValue create(NativeContext context, String path) {
    FileAccess files = context.files("tar_create");
    try {
      String file = files.outputPath(path);
      OutputStream plain = files.replace(path).output();
      OutputStream target =
          GzipData.isCompressed(path)
              ? GzipData.compressing(plain)
              : new BufferedOutputStream(plain);
      TarValue archive = new TarValue(path, file, target, context.host().clock());
      OpenArchives.of(context).add(archive);
      return archive;
    } catch (IOException failure) {
      throw FileErrors.failed("Failed to create tar file", path, failure);
    }
  }

  @Native(
      name = "tar_add_file",
      family = Family.ARCHIVE,
      doc = "Puts a file into a tar file under its base name.",
      returns = "bool true",
      arity = ADD_ERROR,
      error = ADD_ERROR,
      errors = {
        "Failed to read source file 'P': OSERR",
        "Failed to start tar entry 'N': Duplicate filename: N",
        CLOSED
      },
      capability = Capability.FILESYSTEM_WRITE,
      resource = "path",
      example = "tar_add_file(tar_create(\"t1.tar\"), \"abc.txt\")",
      result = "true")
  public static boolean addFile(
      NativeContext context,
      @Param(type = "tararchive", error = ADD_ERROR) HandleValue archive,
      String path) {
    ArchiveValue tar = ArchiveValue.open(archive, TarValue.class, ADD_ERROR, "tar_add_file");
    new ArchiveInput(context.files("tar_add_file"), tar, "Failed to start tar entry").addFile(path);
    return true;
  }

  @Native(
      name = "tar_add_dir",
      family = Family.ARCHIVE,
      doc = "Puts all that is in a folder into a tar file, names relative to the folder.",
      returns = "bool true",
      arity = ADD_ERROR,
      error = ADD_ERROR,
      errors = {
        "Failed to read directory: OSERR",
        "Failed to read 'P': OSERR",
        "Failed to start tar entry 'N': Duplicate filename: N",
        CLOSED
      },
      capability = Capability.FILESYSTEM_WRITE,
      resource = "path",
      example = "tar_add_dir(tar_create(\"t2.tar\"), \"sub\")",
      result = "true")
  public static boolean addDir(
      NativeContext context,
      @Param(type = "tararchive", error = ADD_ERROR) HandleValue archive,
      String path) {
    ArchiveValue tar = ArchiveValue.open(archive, TarValue.class, ADD_ERROR, "tar_add_dir");
    new ArchiveInput(context.files("tar_add_dir"), tar, "Failed to start tar entry")
        .addFolder(path);
    return true;
  }

  @Native(
      name = "tar_close",
      family = Family.ARCHIVE,
      doc = "Completes a tar file; those left open are completed at the program's end.",
      returns = "bool true",
      arity = CLOSE_ERROR,
      error = CLOSE_ERROR,
      errors = "Tar archive has already been closed",
      capability = Capability.FILESYSTEM_WRITE,
      resource = Native.UNNAMED,
      example = "tar_close(tar_create(\"t3.tar\"))",
      result = "true")
  public static boolean close(
      NativeContext context, @Param(type = "tararchive") HandleValue archive) {
    OpenArchives.of(context).finish(ArchiveValue.of(archive, TarValue.class, CLOSE_ERROR));
    return true;
  }

  @Native(
      name = "untar",
      family = Family.ARCHIVE,
      doc =
          "Takes a tar file, compressed by gzip or not, out into a folder, with the rules and"
              + " limits of unzip; links of all kinds are refused.",
      returns = "array of string, the paths of the files",
      arity = UNTAR_ERROR,
      error = UNTAR_ERROR,
      errors = {
        "Failed to open file 'P': OSERR",
        "Failed to open tar archive 'P': WHY",
        "Failed to create output directory 'P': OSERR",
        "Archive contains N entries which exceeds maximum entry count (1024)",
        "Archive entry 'NAME' exceeds maximum per-entry size (N bytes > 16777216 bytes)",
        "Archive extraction exceeds maximum total extraction size (N bytes > 67108864 bytes)",
        "Unsafe archive entry 'NAME': REASON",
        "Unsafe archive entry: empty path is not allowed",
        "Failed to extract file 'NAME': WHY"
      },
      capability = Capability.FILESYSTEM_WRITE,
      resource = {"archive_path", "output_dir"},
      example = "untar(\"pack.tar\", \"ut\")",
      result = "[ut/abc.txt]")
  public static ArrayValue untar(NativeContext context, String archivePath, String outputDir) {
    FileAccess files = context.files("untar");
    return new TarContents(files, archivePath).extract(new OutputFolder(files, outputDir));
  }
}

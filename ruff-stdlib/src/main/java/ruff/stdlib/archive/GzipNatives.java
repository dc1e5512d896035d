package ruff.stdlib.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import ruff.host.Draft;
import ruff.host.FileAccess;
import ruff.host.OpenFile;
import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.NativeContext;
import ruff.policy.Capability;
import ruff.stdlib.file.FileErrors;
import ruff.value.RuffError;

/** Natives for single files compressed by gzip. The new file is there when it is complete. */
public final class GzipNatives {
  private static final String ERROR = "{name} requires (string_source, string_dest) arguments";
  private static final String OPEN_FAILED = "Failed to open file 'P': OSERR";
  private static final String CREATE_FAILED = "Failed to create file 'P': OSERR";
  private static final int CHUNK = 65_536;

  private GzipNatives() {}

  @Native(
      name = "gzip_file",
      family = Family.ARCHIVE,
      doc = "Writes a file compressed to another one, replacing what was there.",
      returns = "bool true",
      arity = ERROR,
      error = ERROR,
      errors = {OPEN_FAILED, "Failed to read file 'P': OSERR", CREATE_FAILED},
      capability = Capability.FILESYSTEM_WRITE,
      resource = {"source", "dest"},
      example = "gzip_file(\"abc.txt\", \"abc.txt.gz\")",
      result = "true")
  public static boolean gzipFile(NativeContext context, String source, String dest) {
    FileAccess files = context.files("gzip_file");
    try (OpenFile from = open(files, source);
        Draft draft = create(files, dest)) {
      try (OutputStream to = GzipData.compressing(draft.output())) {
        copy(source, from.input(), to);
      }
      draft.commit();
      return true;
    } catch (IOException failure) {
      throw FileErrors.failed("Failed to create file", dest, failure);
    }
  }

  private static void copy(String source, InputStream from, OutputStream to) throws IOException {
    byte[] chunk = new byte[CHUNK];
    for (int count = read(source, from, chunk); count >= 0; count = read(source, from, chunk)) {
      to.write(chunk, 0, count);
    }
  }

  private static int read(String source, InputStream from, byte[] chunk) {
    try {
      return from.read(chunk);
    } catch (IOException failure) {
      throw FileErrors.failed("Failed to read file", source, failure);
    }
  }

  @Native(
      name = "gunzip_file",
      family = Family.ARCHIVE,
      doc = "Writes what a gzip file holds, at most 16 MiB, to a file, replacing what was there.",
      returns = "bool true",
      arity = ERROR,
      error = ERROR,
      errors = {
        OPEN_FAILED,
        "Failed to read gzip file 'P': WHY",
        "Archive entry 'NAME' exceeds maximum per-entry size (N bytes > 16777216 bytes)",
        CREATE_FAILED
      },
      capability = Capability.FILESYSTEM_WRITE,
      resource = {"source", "dest"},
      example = "gunzip_file(\"abc.gz\", \"ungz.txt\")",
      result = "true")
  public static boolean gunzipFile(NativeContext context, String source, String dest) {
    FileAccess files = context.files("gunzip_file");
    try (OpenFile from = open(files, source);
        InputStream data = decompressing(source, from);
        Draft draft = create(files, dest)) {
      expand(source, dest, data, draft.output());
      draft.commit();
      return true;
    } catch (IOException failure) {
      throw FileErrors.failed("Failed to create file", dest, failure);
    }
  }

  private static InputStream decompressing(String source, OpenFile file) {
    try {
      return GzipData.decompressing(file.input());
    } catch (IOException broken) {
      throw damaged(source, broken);
    }
  }

  private static void expand(String source, String dest, InputStream from, OutputStream to)
      throws IOException {
    byte[] chunk = new byte[CHUNK];
    long size = 0;
    for (int count = expanded(source, from, chunk);
        count >= 0;
        count = expanded(source, from, chunk)) {
      size += count;
      ExtractionLimits.checkEntry(dest, size);
      to.write(chunk, 0, count);
    }
  }

  private static int expanded(String source, InputStream from, byte[] chunk) {
    try {
      return from.read(chunk);
    } catch (IOException broken) {
      throw damaged(source, broken);
    }
  }

  private static RuffError damaged(String source, IOException broken) {
    return new RuffError(
        "Failed to read gzip file '" + source + "': " + ArchiveFault.words(broken));
  }

  private static OpenFile open(FileAccess files, String path) {
    try {
      return files.openSource(path);
    } catch (IOException failure) {
      throw FileErrors.failed("Failed to open file", path, failure);
    }
  }

  private static Draft create(FileAccess files, String path) {
    try {
      return files.draft(path);
    } catch (IOException failure) {
      throw FileErrors.failed("Failed to create file", path, failure);
    }
  }
}

package ruff.stdlib.file;

import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.NativeContext;
import ruff.natives.Param;
import ruff.policy.Capability;
import ruff.value.BytesValue;
import ruff.value.RuffError;

/** Natives that read and write parts of files, of any size. */
public final class FileParts {
  private static final String READ_ERROR =
      "{name} requires path (string), offset (int), and count (int) arguments";
  private static final String OFFSET_ERROR = "{name} offset must be non-negative";
  private static final String COUNT_ERROR = "{name} count must be non-negative";
  private static final String COPY_ERROR =
      "io_copy_range requires source (string), dest (string), offset (int), and count (int)"
          + " arguments";

  private FileParts() {}

  @Native(
      name = "io_read_bytes",
      family = Family.FILE,
      doc = "The first bytes of a file, fewer when it is shorter.",
      returns = "bytes",
      arity = "io_read_bytes requires two arguments: path and count",
      errors = {"Cannot open file 'P': OSERR", "Cannot read N bytes from 'P': OSERR"},
      capability = Capability.FILESYSTEM_READ,
      resource = "path",
      example = "len(io_read_bytes(\"abc.txt\", 2))",
      result = "2")
  public static BytesValue readBytes(
      NativeContext context,
      @Param(error = "io_read_bytes requires path (string) and count (int) arguments") String path,
      @Param(error = COUNT_ERROR, truncates = true) long count) {
    checkNotNegative("io_read_bytes count", count);
    String action = "read " + count + " bytes from";
    return FileRanges.read(context.files("io_read_bytes"), path, 0, count, action);
  }

  @Native(
      name = "io_read_at",
      family = Family.FILE,
      doc = "Bytes of a file from an offset on, fewer when it ends earlier.",
      returns = "bytes",
      arity = "io_read_at requires three arguments: path, offset, and count",
      errors = {"Cannot open file 'P': OSERR", "Cannot read N bytes at offset O from 'P': OSERR"},
      capability = Capability.FILESYSTEM_READ,
      resource = "path",
      example = "encode_base64(io_read_at(\"abc.txt\", 1, 9))",
      result = "YmM=")
  public static BytesValue readAt(
      NativeContext context,
      @Param(error = READ_ERROR) String path,
      @Param(error = OFFSET_ERROR, truncates = true) long offset,
      @Param(error = COUNT_ERROR, truncates = true) long count) {
    checkNotNegative("io_read_at offset", offset);
    checkNotNegative("io_read_at count", count);
    String action = "read " + count + " bytes at offset " + offset + " from";
    return FileRanges.read(context.files("io_read_at"), path, offset, count, action);
  }

  @Native(
      name = "io_seek_read",
      family = Family.FILE,
      doc = "The bytes of a file from an offset to its end.",
      returns = "bytes",
      arity = "io_seek_read requires two arguments: path and offset",
      error = "io_seek_read requires path (string) and offset (int) arguments",
      errors = {
        "io_seek_read offset must be non-negative",
        "Cannot open file 'P': OSERR",
        "Cannot read from offset O in 'P': OSERR"
      },
      capability = Capability.FILESYSTEM_READ,
      resource = "path",
      example = "encode_base64(io_seek_read(\"abc.txt\", 2))",
      result = "Yw==")
  public static BytesValue seekRead(
      NativeContext context, String path, @Param(truncates = true) long offset) {
    checkNotNegative("io_seek_read offset", offset);
    String action = "read from offset " + offset + " in";
    return FileRanges.read(context.files("io_seek_read"), path, offset, Long.MAX_VALUE, action);
  }

  @Native(
      name = "io_write_at",
      family = Family.FILE,
      doc = "Writes bytes into a file at an offset; a gap behind its end is filled with zeros.",
      returns = "bool true",
      arity = "io_write_at requires three arguments: path, bytes, and offset",
      error = "io_write_at requires path (string), bytes, and offset (int) arguments",
      errors = {
        "io_write_at offset must be non-negative",
        "Cannot open file 'P': OSERR",
        "Cannot write bytes at offset O to 'P': OSERR"
      },
      capability = Capability.FILESYSTEM_WRITE,
      resource = "path",
      example = "io_write_at(\"rw.bin\", bytes([9]), 0)",
      result = "true")
  public static boolean writeAt(
      NativeContext context, String path, BytesValue data, @Param(truncates = true) long offset) {
    checkNotNegative("io_write_at offset", offset);
    FileRanges.write(context.files("io_write_at"), path, offset, data.data());
    return true;
  }

  @Native(
      name = "io_truncate",
      family = Family.FILE,
      doc = "Cuts a file to a size, or fills it up with zeros.",
      returns = "bool true",
      arity = "io_truncate requires two arguments: path and size",
      error = "io_truncate requires path (string) and size (int) arguments",
      errors = {
        "io_truncate size must be non-negative",
        "Cannot open file 'P': OSERR",
        "Cannot truncate file 'P' to N bytes: OSERR"
      },
      capability = Capability.FILESYSTEM_WRITE,
      resource = "path",
      example = "io_truncate(\"tr.bin\", 1)",
      result = "true")
  public static boolean truncate(
      NativeContext context, String path, @Param(truncates = true) long size) {
    checkNotNegative("io_truncate size", size);
    FileRanges.resize(context.files("io_truncate"), path, size);
    return true;
  }

  @Native(
      name = "io_copy_range",
      family = Family.FILE,
      doc = "Writes bytes of a file from an offset on to another file, replacing that one.",
      returns = "bool true",
      arity = "io_copy_range requires four arguments: source, dest, offset, and count",
      error = COPY_ERROR,
      errors = {
        "io_copy_range offset must be non-negative",
        "io_copy_range count must be non-negative",
        "Cannot open source file 'S': OSERR",
        "Cannot create file 'D': OSERR",
        "Cannot read from 'S': OSERR",
        "Cannot write to 'D': OSERR"
      },
      capability = Capability.FILESYSTEM_WRITE,
      resource = {"source", "dest"},
      example = "io_copy_range(\"abc.txt\", \"part.bin\", 1, 1)",
      result = "true")
  public static boolean copyRange(
      NativeContext context,
      String source,
      String dest,
      @Param(truncates = true) long offset,
      @Param(truncates = true) long count) {
    checkNotNegative("io_copy_range offset", offset);
    checkNotNegative("io_copy_range count", count);
    FileRanges.copy(context.files("io_copy_range"), source, dest, offset, count);
    return true;
  }

  private static void checkNotNegative(String what, long value) {
    if (value < 0) {
      throw new RuffError(what + " must be non-negative");
    }
  }
}

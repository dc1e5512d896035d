package ruff.stdlib.file;

import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.NativeContext;
import ruff.natives.Param;
import ruff.policy.Capability;
import ruff.value.BytesValue;

/** Natives that read, write and extend whole files of bytes. */
public final class BinaryFiles {
  private static final String PATH_ERROR = "{name} requires a string path argument";

  private BinaryFiles() {}

  @Native(
      name = "read_binary_file",
      family = Family.FILE,
      doc = "The bytes of a file of at most 8 MiB.",
      returns = "bytes",
      arity = PATH_ERROR,
      error = PATH_ERROR,
      errors = {WholeFiles.CANNOT_READ, WholeFiles.TOO_LARGE, "Cannot read binary file 'P': OSERR"},
      capability = Capability.FILESYSTEM_READ,
      resource = "path",
      example = "len(read_binary_file(\"abc.txt\"))",
      result = "3")
  public static BytesValue readBinaryFile(NativeContext context, String path) {
    return new BytesValue(
        WholeFiles.read(context.files("read_binary_file"), path, "read binary file"));
  }

  @Native(
      name = "write_binary_file",
      family = Family.FILE,
      doc = "Writes at most 8 MiB of bytes to a new file, or replaces one when told to.",
      returns = "bool true",
      arity = "write_binary_file requires 2 or 3 arguments: path, content/bytes, [overwrite]",
      error = "write_binary_file requires path (string) and bytes arguments",
      errors = {
        "Cannot write file 'P': payload exceeds maximum write size (N bytes > 8388608 bytes)",
        "Cannot write file 'P': file already exists (pass overwrite=true to replace it)",
        "Cannot write binary file 'P': OSERR"
      },
      capability = Capability.FILESYSTEM_WRITE,
      resource = "path",
      example = "write_binary_file(\"n2.bin\", bytes([1]))",
      result = "true")
  public static boolean writeBinaryFile(
      NativeContext context,
      String path,
      BytesValue data,
      @Param(
              error = "write_binary_file optional overwrite flag must be a bool",
              checkedFirst = true,
              optional = true,
              fallback = "false")
          boolean overwrite) {
    WholeFiles.write(
        context.files("write_binary_file"), path, data.data(), overwrite, "write binary file");
    return true;
  }

  @Native(
      name = "io_write_bytes",
      family = Family.FILE,
      doc = "Writes bytes to a file, replacing what was there.",
      returns = "bool true",
      arity = "io_write_bytes requires two arguments: path and bytes",
      error = "io_write_bytes requires path (string) and bytes arguments",
      errors = "Cannot write bytes to file 'P': OSERR",
      capability = Capability.FILESYSTEM_WRITE,
      resource = "path",
      example = "io_write_bytes(\"n4.bin\", bytes([1]))",
      result = "true")
  public static boolean writeBytes(NativeContext context, String path, BytesValue data) {
    FileRanges.replace(context.files("io_write_bytes"), path, data.data());
    return true;
  }

  @Native(
      name = "io_append_bytes",
      family = Family.FILE,
      doc = "Writes bytes to the end of a file, making the file when needed.",
      returns = "bool true",
      arity = "io_append_bytes requires two arguments: path and bytes",
      error = "io_append_bytes requires path (string) and bytes arguments",
      errors = {"Cannot open file 'P': OSERR", "Cannot append bytes to file 'P': OSERR"},
      capability = Capability.FILESYSTEM_WRITE,
      resource = "path",
      example = "io_append_bytes(\"n5.bin\", bytes([1]))",
      result = "true")
  public static boolean appendBytes(NativeContext context, String path, BytesValue data) {
    TextFiles.append(context.files("io_append_bytes"), path, data.data(), "append bytes to file");
    return true;
  }
}

package ruff.stdlib.crypto;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import ruff.host.FileAccess;
import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.NativeContext;
import ruff.policy.Capability;
import ruff.stdlib.file.FileErrors;

/** Natives that digest files of any size. */
public final class FileDigests {
  private static final int CHUNK = 65_536;
  private static final String PATH_ERROR = "{name} requires a string path argument";
  private static final String CANNOT_READ = "Failed to read file 'P': OSERR";

  private FileDigests() {}

  @Native(
      name = "sha256_file",
      family = Family.CRYPTO,
      doc = "The SHA-256 digest of a file of any size, in lower-case hex.",
      returns = "string",
      arity = Native.PLURAL,
      error = PATH_ERROR,
      errors = CANNOT_READ,
      capability = Capability.FILESYSTEM_READ,
      resource = "path",
      example = "sha256_file(\"abc.txt\")",
      result = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  public static String sha256File(NativeContext context, String path) {
    return digest(context.files("sha256_file"), path, Digests.digest("SHA-256"));
  }

  @Native(
      name = "md5_file",
      family = Family.CRYPTO,
      doc = "The MD5 digest of a file of any size, in lower-case hex; for checksums only.",
      returns = "string",
      arity = PATH_ERROR,
      error = PATH_ERROR,
      errors = CANNOT_READ,
      capability = Capability.FILESYSTEM_READ,
      resource = "path",
      example = "md5_file(\"abc.txt\")",
      result = "900150983cd24fb0d6963f7d28e17f72")
  public static String md5File(NativeContext context, String path) {
    return digest(context.files("md5_file"), path, Digests.digest("MD5"));
  }

  private static String digest(FileAccess files, String path, MessageDigest digest) {
    try (InputStream input = files.open(path).input()) {
      byte[] chunk = new byte[CHUNK];
      for (int count = input.read(chunk); count >= 0; count = input.read(chunk)) {
        digest.update(chunk, 0, count);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException failure) {
      throw FileErrors.failed("Failed to read file", path, failure);
    }
  }
}

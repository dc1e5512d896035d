package ruff.stdlib.crypto;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.Param;
import ruff.natives.Param.Ownership;
import ruff.stdlib.encoding.Encodings;

/** Natives that digest bytes. */
public final class Digests {
  private static final String TEXT_OR_BYTES = "{name} requires a string or bytes argument";

  private Digests() {}

  @Native(
      name = "sha256",
      family = Family.CRYPTO,
      doc = "The SHA-256 digest of bytes, or of a text in UTF-8, in lower-case hex.",
      returns = "string",
      arity = TEXT_OR_BYTES,
      error = TEXT_OR_BYTES,
      example = "sha256(\"abc\")",
      result = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  public static String sha256(
      @Param(type = "string|bytes", ownership = Ownership.BORROWED) Object data) {
    return HexFormat.of().formatHex(sha256(Encodings.bytesOf(data)));
  }

  @Native(
      name = "md5",
      family = Family.CRYPTO,
      doc =
          "The MD5 digest of bytes, or of a text in UTF-8, in lower-case hex; for checksums only,"
              + " since collisions are easy to make.",
      returns = "string",
      arity = TEXT_OR_BYTES,
      error = TEXT_OR_BYTES,
      example = "md5(\"abc\")",
      result = "900150983cd24fb0d6963f7d28e17f72")
  public static String md5(
      @Param(type = "string|bytes", ownership = Ownership.BORROWED) Object data) {
    return HexFormat.of().formatHex(digest("MD5").digest(Encodings.bytesOf(data)));
  }

  static byte[] sha256(byte[] data) {
    return digest("SHA-256").digest(data);
  }

  /** A digest that every JDK has. */
  static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

package ruff.stdlib.encoding;

import java.nio.charset.StandardCharsets;
import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.Param;
import ruff.natives.Param.Ownership;
import ruff.value.BytesValue;
import ruff.value.RuffError;

/** Natives that turn bytes into text and back. */
public final class Encodings {
  private static final String BYTES_OR_TEXT = "{name} requires a bytes or string argument";
  private static final String TEXT = "{name} requires a string argument";

  private Encodings() {}

  @Native(
      name = "encode_base64",
      family = Family.DATA_FORMAT,
      doc = "The base64 text of bytes, or of a text in UTF-8: standard alphabet, padded.",
      returns = "string",
      arity = BYTES_OR_TEXT,
      error = BYTES_OR_TEXT,
      example = "encode_base64(\"hi\")",
      result = "aGk=")
  public static String encodeBase64(
      @Param(type = "string|bytes", ownership = Ownership.BORROWED) Object data) {
    return Base64Text.encode(bytesOf(data));
  }

  @Native(
      name = "decode_base64",
      family = Family.DATA_FORMAT,
      doc = "The bytes of a base64 text, which must be padded.",
      returns = "bytes",
      arity = TEXT,
      error = TEXT,
      errors = "Base64 decode error: WHY",
      example = "len(decode_base64(\"aGk=\"))",
      result = "2")
  public static BytesValue decodeBase64(String text) {
    try {
      return new BytesValue(Base64Text.decode(text));
    } catch (InvalidBase64 invalid) {
      throw new RuffError("Base64 decode error: " + invalid.getMessage());
    }
  }

  /** The bytes of a bytes value, only to be read, or those of a string in UTF-8. */
  public static byte[] bytesOf(Object data) {
    return data instanceof BytesValue bytes
        ? bytes.data()
        : data.toString().getBytes(StandardCharsets.UTF_8);
  }
}

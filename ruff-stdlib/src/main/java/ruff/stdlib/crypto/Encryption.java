package ruff.stdlib.crypto;

import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.Param;
import ruff.natives.Param.Ownership;
import ruff.stdlib.encoding.Base64Text;
import ruff.stdlib.encoding.Encodings;
import ruff.stdlib.encoding.InvalidBase64;
import ruff.value.RuffError;

/** Natives that encrypt with a key text. */
public final class Encryption {
  private static final String PLAIN = "{name} requires (plaintext_string, key_string) arguments";
  private static final String DATA = "{name} requires (data_string, key_string) arguments";
  private static final String CIPHER = "{name} requires (ciphertext_string, key_string) arguments";
  private static final String NOT_BASE64 = "Invalid base64 ciphertext: WHY";
  private static final String TOO_SHORT = "Invalid ciphertext: too short";
  private static final String FORGED = "AES decryption failed: aead::Error";

  private Encryption() {}

  @Native(
      name = "aes_encrypt",
      family = Family.CRYPTO,
      doc = "A text encrypted with AES-256-GCM under a key text: base64 of nonce, data and tag.",
      returns = "string",
      arity = PLAIN,
      error = PLAIN,
      example = "len(aes_encrypt(\"\", \"k\"))",
      result = "40")
  public static String encrypt(String plaintext, String key) {
    return Base64Text.encode(AesBox.seal(Encodings.bytesOf(plaintext), key));
  }

  @Native(
      name = "aes_decrypt",
      family = Family.CRYPTO,
      doc = "The text that aes_encrypt was given.",
      returns = "string",
      arity = CIPHER,
      error = CIPHER,
      errors = {NOT_BASE64, TOO_SHORT, FORGED, "Decrypted data is not valid UTF-8: WHY"},
      example =
          "aes_decrypt(\"AAECAwQFBgcICQoLEHVyqPZJznK2F1Ze/I6HBjrIk/v8JVZRlux2ffBf\", \"k3y\")",
      result = "attack at dawn")
  public static String decrypt(String ciphertext, String key) {
    return text(AesBox.open(cipherBytes(ciphertext), key));
  }

  @Native(
      name = "aes_encrypt_bytes",
      family = Family.CRYPTO,
      doc = "Bytes or a text encrypted like aes_encrypt.",
      returns = "string",
      arity = DATA,
      error = DATA,
      example = "aes_decrypt(aes_encrypt_bytes(\"d\", \"k\"), \"k\")",
      result = "d")
  public static String encryptBytes(
      @Param(type = "string|bytes", ownership = Ownership.BORROWED) Object data, String key) {
    return Base64Text.encode(AesBox.seal(Encodings.bytesOf(data), key));
  }

  @Native(
      name = "aes_decrypt_bytes",
      family = Family.CRYPTO,
      doc = "What was encrypted: as a text when it is UTF-8, else as base64.",
      returns = "string",
      arity = CIPHER,
      error = CIPHER,
      errors = {NOT_BASE64, TOO_SHORT, FORGED},
      example = "aes_decrypt_bytes(\"MjM0NTY3ODk6Ozw91t6X+7exWqpLOD34BOIkY9PZa5A=\", \"k3y\")",
      result = "//4AQQ==")
  public static String decryptBytes(String ciphertext, String key) {
    byte[] plain = AesBox.open(cipherBytes(ciphertext), key);
    try {
      return PlainText.of(plain);
    } catch (PlainText.Malformed notText) {
      return Base64Text.encode(plain);
    }
  }

  /** The bytes of a cipher text in base64. */
  static byte[] cipherBytes(String ciphertext) {
    try {
      return Base64Text.decode(ciphertext);
    } catch (InvalidBase64 invalid) {
      throw new RuffError("Invalid base64 ciphertext: " + invalid.getMessage());
    }
  }

  /** Decrypted bytes as a text. */
  static String text(byte[] plain) {
    try {
      return PlainText.of(plain);
    } catch (PlainText.Malformed notText) {
      throw new RuffError("Decrypted data is not valid UTF-8: " + notText.getMessage());
    }
  }
}

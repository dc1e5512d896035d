package ruff.stdlib.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.KeyPair;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import ruff.natives.Family;
import ruff.natives.Native;
import ruff.stdlib.encoding.Base64Text;
import ruff.stdlib.encoding.InvalidBase64;
import ruff.value.DictValue;
import ruff.value.RuffError;

/** Natives of RSA: OAEP encryption and PKCS#1 v1.5 signatures, both with SHA-256. */
public final class RsaNatives {
  private static final String BITS = "rsa_generate_keypair requires an integer (2048 or 4096)";
  private static final String WRONG_BITS = "RSA key size must be 2048 or 4096 bits";
  private static final String ENCRYPT =
      "rsa_encrypt requires (plaintext_string, public_key_pem) arguments";
  private static final String DECRYPT =
      "rsa_decrypt requires (ciphertext_string, private_key_pem) arguments";
  private static final String SIGN =
      "rsa_sign requires (message_string, private_key_pem) arguments";
  private static final String VERIFY =
      "rsa_verify requires (message, signature, public_key_pem) arguments";
  private static final String BAD_PUBLIC = "Invalid RSA public key: WHY";
  private static final String BAD_PRIVATE = "Invalid RSA private key: WHY";
  private static final String TOO_LONG = "RSA encryption failed: message too long";
  private static final String NOT_DECRYPTED = "RSA decryption failed: decryption error";

  /** Bytes of an encrypted block that hold no message: two digests of SHA-256 and two more. */
  private static final int OVERHEAD = 66;

  private RsaNatives() {}

  @Native(
      name = "rsa_generate_keypair",
      family = Family.CRYPTO,
      doc = "A new RSA key pair as PEM texts, under the keys private and public.",
      returns = "dict {private: string, public: string}",
      arity = BITS,
      error = BITS,
      errors = WRONG_BITS,
      example = "keys(rsa_generate_keypair(2048))",
      result = "[private, public]")
  public static DictValue generate(long bits) {
    if (bits != 2048 && bits != 4096) {
      throw new RuffError(WRONG_BITS);
    }
    KeyPair pair = RsaKeys.generate((int) bits);
    DictValue texts = new DictValue();
    texts.put("private", RsaKeys.privateText(pair));
    texts.put("public", RsaKeys.publicText(pair));
    return texts;
  }

  @Native(
      name = "rsa_encrypt",
      family = Family.CRYPTO,
      doc = "A short text encrypted for the holder of a private key, in base64.",
      returns = "string",
      arity = ENCRYPT,
      error = ENCRYPT,
      errors = {BAD_PUBLIC, TOO_LONG},
      example = "len(rsa_encrypt(\"m\", pub))",
      result = "344")
  public static String encrypt(String plaintext, String publicKeyPem) {
    RSAPublicKey key = RsaKeys.publicKey(publicKeyPem);
    byte[] plain = plaintext.getBytes(StandardCharsets.UTF_8);
    if (plain.length > (key.getModulus().bitLength() + 7) / 8 - OVERHEAD) {
      throw new RuffError(TOO_LONG);
    }
    try {
      return Base64Text.encode(cipher(Cipher.ENCRYPT_MODE, key).doFinal(plain));
    } catch (GeneralSecurityException failure) {
      throw new RuffError("RSA encryption failed: the key cannot be used");
    }
  }

  @Native(
      name = "rsa_decrypt",
      family = Family.CRYPTO,
      doc = "The text that rsa_encrypt was given.",
      returns = "string",
      arity = DECRYPT,
      error = DECRYPT,
      errors = {
        BAD_PRIVATE,
        "Invalid base64 ciphertext: WHY",
        NOT_DECRYPTED,
        "Decrypted data is not valid UTF-8: WHY"
      },
      example = "rsa_decrypt(rsa_encrypt(\"m\", pub), priv)",
      result = "m")
  public static String decrypt(String ciphertext, String privateKeyPem) {
    RSAPrivateKey key = RsaKeys.privateKey(privateKeyPem);
    byte[] sealed = Encryption.cipherBytes(ciphertext);
    byte[] plain;
    try {
      plain = cipher(Cipher.DECRYPT_MODE, key).doFinal(sealed);
    } catch (GeneralSecurityException forged) {
      throw new RuffError(NOT_DECRYPTED);
    }
    return Encryption.text(plain);
  }

  @Native(
      name = "rsa_sign",
      family = Family.CRYPTO,
      doc = "The signature of a text in base64; the same text and key give the same one.",
      returns = "string",
      arity = SIGN,
      error = SIGN,
      errors = BAD_PRIVATE,
      example = "len(rsa_sign(\"m\", priv))",
      result = "344")
  public static String sign(String message, String privateKeyPem) {
    RSAPrivateKey key = RsaKeys.privateKey(privateKeyPem);
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(message.getBytes(StandardCharsets.UTF_8));
      return Base64Text.encode(signature.sign());
    } catch (GeneralSecurityException failure) {
      throw new RuffError("Invalid RSA private key: it is too short to sign with");
    }
  }

  @Native(
      name = "rsa_verify",
      family = Family.CRYPTO,
      doc = "Whether a signature is that of a text under the private key of a pair.",
      returns = "bool",
      arity = VERIFY,
      error = VERIFY,
      errors = {BAD_PUBLIC, "Invalid base64 signature: WHY"},
      example = "rsa_verify(\"m\", rsa_sign(\"m\", priv), pub)",
      result = "true")
  public static boolean verify(String message, String signature, String publicKeyPem) {
    RSAPublicKey key = RsaKeys.publicKey(publicKeyPem);
    byte[] given;
    try {
      given = Base64Text.decode(signature);
    } catch (InvalidBase64 invalid) {
      throw new RuffError("Invalid base64 signature: " + invalid.getMessage());
    }
    try {
      Signature check = Signature.getInstance("SHA256withRSA");
      check.initVerify(key);
      check.update(message.getBytes(StandardCharsets.UTF_8));
      return check.verify(given);
    } catch (SignatureException wrongLength) {
      return false;
    } catch (InvalidKeyException tooShort) {
      throw new RuffError("Invalid RSA public key: it is too short to verify with");
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The JDK would use SHA-1 in one of the two places where a digest is needed. */
  private static Cipher cipher(int mode, Key key) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
    cipher.init(
        mode,
        key,
        new OAEPParameterSpec(
            "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT));
    return cipher;
  }
}

package ruff.stdlib.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import ruff.host.StrongRandom;
import ruff.value.RuffError;

/**
 * AES-256 in Galois/counter mode under the SHA-256 digest of a key text. A sealed box is a random
 * nonce of 12 bytes, the cipher text, and a tag of 16 bytes.
 */
final class AesBox {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BYTES = 16;

  private AesBox() {}

  static byte[] seal(byte[] plain, String key) {
    byte[] nonce = StrongRandom.bytes(NONCE_BYTES);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, key).doFinal(plain);
      byte[] box = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
      System.arraycopy(sealed, 0, box, NONCE_BYTES, sealed.length);
      return box;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static byte[] open(byte[] box, String key) {
    if (box.length < NONCE_BYTES) {
      throw new RuffError("Invalid ciphertext: too short");
    }
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(box, NONCE_BYTES), key);
      return cipher.doFinal(box, NONCE_BYTES, box.length - NONCE_BYTES);
    } catch (AEADBadTagException forged) {
      throw new RuffError("AES decryption failed: aead::Error");
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Cipher cipher(int mode, byte[] nonce, String key) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    byte[] secret = Digests.sha256(key.getBytes(StandardCharsets.UTF_8));
    GCMParameterSpec parameters = new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce);
    cipher.init(mode, new SecretKeySpec(secret, "AES"), parameters);
    return cipher;
  }
}

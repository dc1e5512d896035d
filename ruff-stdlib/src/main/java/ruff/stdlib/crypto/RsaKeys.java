package ruff.stdlib.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import ruff.host.StrongRandom;
import ruff.value.RuffError;

/** RSA keys and their PEM texts: PKCS#8 for private keys, SubjectPublicKeyInfo for public ones. */
final class RsaKeys {
  private static final String PRIVATE = "PRIVATE KEY";
  private static final String PUBLIC = "PUBLIC KEY";

  private RsaKeys() {}

  static KeyPair generate(int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits, StrongRandom.interruptible());
      return generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static String privateText(KeyPair pair) {
    return Pem.write(PRIVATE, pair.getPrivate().getEncoded());
  }

  static String publicText(KeyPair pair) {
    return Pem.write(PUBLIC, pair.getPublic().getEncoded());
  }

  static RSAPrivateKey privateKey(String pem) {
    try {
      PKCS8EncodedKeySpec content = new PKCS8EncodedKeySpec(Pem.read(PRIVATE, pem));
      return (RSAPrivateKey) KeyFactory.getInstance("RSA").generatePrivate(content);
    } catch (Pem.Invalid invalid) {
      throw new RuffError("Invalid RSA private key: " + invalid.getMessage());
    } catch (GeneralSecurityException invalid) {
      throw new RuffError(
          "Invalid RSA private key: the content is not a PKCS#8 private key of RSA");
    }
  }

  static RSAPublicKey publicKey(String pem) {
    try {
      X509EncodedKeySpec content = new X509EncodedKeySpec(Pem.read(PUBLIC, pem));
      return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(content);
    } catch (Pem.Invalid invalid) {
      throw new RuffError("Invalid RSA public key: " + invalid.getMessage());
    } catch (GeneralSecurityException invalid) {
      throw new RuffError("Invalid RSA public key: the content is not a public key of RSA");
    }
  }
}

package ruff.serve.server;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A certificate with its chain and its private key, as the text files that tools write. */
final class PemFiles {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);
  private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

  /** The number of the algorithm RSA, with its empty parameters. */
  private static final byte[] RSA = {
    0x30, 0x0d, 0x06, 0x09, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 1, 1, 1, 5, 0
  };

  /** The number of keys on elliptic curves. */
  private static final byte[] EC = {0x06, 0x07, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 2, 1};

  private static final byte[] VERSION = {0x02, 0x01, 0x00};
  private static final int SEQUENCE = 0x30;
  private static final int OCTETS = 0x04;
  private static final byte CURVE_TAG = (byte) 0xa0;

  private PemFiles() {}

  /** A store that holds the key with its certificates; the password of both is empty. */
  static KeyStore store(byte[] certificateFile, byte[] keyFile) throws GeneralSecurityException {
    Certificate[] chain = chain(certificateFile);
    PrivateKey key = key(new String(keyFile, StandardCharsets.ISO_8859_1));
    requireMatch(chain[0], key);
    KeyStore store = KeyStore.getInstance("PKCS12");
    try {
      store.load(null, null);
    } catch (java.io.IOException impossible) {
      throw new GeneralSecurityException(impossible);
    }
    store.setKeyEntry("ruff", key, new char[0], chain);
    return store;
  }

  private static Certificate[] chain(byte[] file) throws GeneralSecurityException {
    StringBuilder blocks = new StringBuilder();
    Matcher block = BLOCK.matcher(new String(file, StandardCharsets.ISO_8859_1));
    while (block.find()) {
      if (block.group(1).equals("CERTIFICATE")) {
        blocks.append(block.group()).append('\n');
      }
    }
    if (blocks.isEmpty()) {
      throw new GeneralSecurityException("the certificate file holds no certificate");
    }
    byte[] text = blocks.toString().getBytes(StandardCharsets.ISO_8859_1);
    try {
      return CertificateFactory.getInstance("X.509")
          .generateCertificates(new ByteArrayInputStream(text))
          .toArray(Certificate[]::new);
    } catch (GeneralSecurityException unreadable) {
      throw new GeneralSecurityException("the certificate cannot be read", unreadable);
    }
  }

  private static PrivateKey key(String file) throws GeneralSecurityException {
    Matcher block = BLOCK.matcher(file);
    while (block.find()) {
      String name = block.group(1);
      if (name.contains("ENCRYPTED") || block.group(2).contains("ENCRYPTED")) {
        throw new GeneralSecurityException("the private key is encrypted with a password");
      }
      switch (name) {
        case "PRIVATE KEY":
          return key(bytes(block));
        case "RSA PRIVATE KEY":
          return key(der(SEQUENCE, VERSION, RSA, der(OCTETS, bytes(block))));
        case "EC PRIVATE KEY":
          byte[] inner = bytes(block);
          byte[] algorithm = der(SEQUENCE, EC, curve(inner));
          return key(der(SEQUENCE, VERSION, algorithm, der(OCTETS, inner)));
        default:
          break;
      }
    }
    throw new GeneralSecurityException("the private key file holds no private key");
  }

  private static byte[] bytes(Matcher block) throws GeneralSecurityException {
    try {
      return Base64.getMimeDecoder().decode(block.group(2));
    } catch (IllegalArgumentException unreadable) {
      throw new GeneralSecurityException("the private key cannot be read", unreadable);
    }
  }

  private static PrivateKey key(byte[] encoded) throws GeneralSecurityException {
    for (String algorithm : ALGORITHMS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
      } catch (GeneralSecurityException another) {
        // Only the key itself tells what it is for.
      }
    }
    throw new GeneralSecurityException("the private key cannot be read");
  }

  /** The number of the curve inside an older kind of key file, which wants to stand outside too. */
  private static byte[] curve(byte[] key) throws GeneralSecurityException {
    for (int i = 0; i + 3 < key.length; i++) {
      int length = key[i + 1];
      boolean found =
          key[i] == CURVE_TAG
              && key[i + 2] == 0x06
              && length == key[i + 3] + 2
              && i + 2 + length <= key.length;
      if (found) {
        return java.util.Arrays.copyOfRange(key, i + 2, i + 2 + length);
      }
    }
    throw new GeneralSecurityException("the private key does not name its curve");
  }

  private static byte[] der(int tag, byte[]... parts) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      content.writeBytes(part);
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.write(tag);
    int length = content.size();
    if (length >= 0x100) {
      whole.write(0x82);
      whole.write(length >> 8);
    } else if (length >= 0x80) {
      whole.write(0x81);
    }
    whole.write(length);
    whole.writeBytes(content.toByteArray());
    return whole.toByteArray();
  }

  private static void requireMatch(Certificate certificate, PrivateKey key)
      throws GeneralSecurityException {
    String algorithm =
        switch (key.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          default -> key.getAlgorithm();
        };
    boolean matches;
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(key);
      signature.update(VERSION);
      byte[] signed = signature.sign();
      signature.initVerify(certificate.getPublicKey());
      signature.update(VERSION);
      matches = signature.verify(signed);
    } catch (GeneralSecurityException otherKind) {
      matches = false;
    }
    if (!matches) {
      throw new GeneralSecurityException("the private key does not belong to the certificate");
    }
  }
}

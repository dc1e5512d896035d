package ruff.stdlib.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import ruff.natives.NativeContext;
import ruff.stdlib.encoding.Base64Text;
import ruff.stdlib.encoding.InvalidBase64;
import ruff.stdlib.json.InvalidJson;
import ruff.stdlib.json.JsonReader;
import ruff.value.DictValue;

/**
 * Tokens signed with HMAC and SHA-256. No other algorithm is ever used, whatever a token says about
 * itself.
 */
final class JsonWebToken {
  private static final String HEADER = encode("{\"typ\":\"JWT\",\"alg\":\"HS256\"}");
  private static final String MAC = "HmacSHA256";

  /** The other algorithms that a token may honestly name. */
  private static final Set<String> OTHER_ALGORITHMS =
      Set.of(
          "HS384", "HS512", "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384",
          "EdDSA");

  private JsonWebToken() {}

  /**
   * @param payload JSON
   */
  static String sign(String payload, String secret) {
    String content = HEADER + "." + encode(payload);
    return content + "." + signature(content, secret);
  }

  /**
   * The claims of a token whose algorithm and signature are right; whether it has expired is not
   * looked at.
   */
  static DictValue read(NativeContext context, String token, String secret) throws InvalidToken {
    int last = token.lastIndexOf('.');
    int middle = last < 0 ? -1 : token.lastIndexOf('.', last - 1);
    if (middle < 0) {
      throw new InvalidToken("InvalidToken");
    }
    checkAlgorithm(object(context, token.substring(0, middle)));
    byte[] given = token.substring(last + 1).getBytes(StandardCharsets.UTF_8);
    String expected = signature(token.substring(0, last), secret);
    if (!MessageDigest.isEqual(given, expected.getBytes(StandardCharsets.US_ASCII))) {
      throw new InvalidToken("InvalidSignature");
    }
    return object(context, token.substring(middle + 1, last));
  }

  private static void checkAlgorithm(DictValue header) throws InvalidToken {
    if (!(header.get("alg") instanceof String algorithm)) {
      throw new InvalidToken("JSON error: missing field `alg`");
    }
    if (OTHER_ALGORITHMS.contains(algorithm)) {
      throw new InvalidToken("InvalidAlgorithm");
    }
    if (!algorithm.equals("HS256")) {
      throw new InvalidToken("JSON error: unknown variant `" + algorithm + "`");
    }
  }

  private static DictValue object(NativeContext context, String part) throws InvalidToken {
    try {
      String json = new String(decode(part), StandardCharsets.UTF_8);
      if (JsonReader.of(context, json).read() instanceof DictValue object) {
        return object;
      }
      throw new InvalidToken("JSON error: expected an object");
    } catch (InvalidJson invalid) {
      throw new InvalidToken("JSON error: " + invalid.getMessage());
    }
  }

  private static String signature(String content, String secret) {
    // A key counts as if filled up with zeros, so that one zero is the empty key.
    byte[] key = secret.isEmpty() ? new byte[1] : secret.getBytes(StandardCharsets.UTF_8);
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(key, MAC));
      return encode(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String encode(String text) {
    return encode(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Reads base64 in the alphabet for URLs, without padding. */
  private static byte[] decode(String text) throws InvalidToken {
    int foreign = foreignLetter(text);
    if (foreign >= 0) {
      throw new InvalidToken(
          "Base64 error: Invalid byte " + (int) text.charAt(foreign) + ", offset " + foreign + ".");
    }
    String padding = "=".repeat(-text.length() & 3);
    try {
      String standard = text.replace('-', '+').replace('_', '/');
      return Base64Text.decode(padding.length() == 3 ? standard : standard + padding);
    } catch (InvalidBase64 invalid) {
      throw new InvalidToken("Base64 error: " + invalid.getMessage());
    }
  }

  private static int foreignLetter(String text) {
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      boolean known = unit < 128 && (Character.isLetterOrDigit(unit) || unit == '-' || unit == '_');
      if (!known) {
        return i;
      }
    }
    return -1;
  }
}

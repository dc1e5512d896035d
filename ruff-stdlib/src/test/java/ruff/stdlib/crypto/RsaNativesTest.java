package ruff.stdlib.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ruff.stdlib.Natives;

class RsaNativesTest {
  private static final KeyPair PAIR = RsaKeys.generate(2048);
  private static final String PRIVATE = RsaKeys.privateText(PAIR);
  private static final String PUBLIC = RsaKeys.publicText(PAIR);

  private final Natives natives = new Natives();

  @Test
  void keysHaveLinesOf64Columns() {
    assertThat(PRIVATE.lines()).allMatch(line -> line.length() <= 64);
    assertThat(PUBLIC)
        .startsWith("-----BEGIN PUBLIC KEY-----\n")
        .endsWith("-----END PUBLIC KEY-----\n");
  }

  @Test
  void keysAreReadWhateverTheirLineEnds() {
    for (String key :
        new String[] {PRIVATE.replace("\n", "\r\n"), PRIVATE.strip(), "text\nbefore\n" + PRIVATE}) {
      assertThat(natives.call("rsa_sign", "m", key))
          .isEqualTo(natives.call("rsa_sign", "m", PRIVATE));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "junk",
        "-----BEGIN PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\n!!\n-----END PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----",
        "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----"
      })
  void otherTextsAreNoPrivateKeys(String text) {
    assertThat(natives.message("rsa_sign", "m", text))
        .startsWith("Invalid RSA private key: ")
        .doesNotContain("java", "Exception");
    assertThat(natives.message("rsa_decrypt", "!", text)).startsWith("Invalid RSA private key: ");
  }

  @Test
  void keysOfOtherKindsAreRefused() throws Exception {
    KeyPair other = KeyPairGenerator.getInstance("EC").generateKeyPair();
    assertThat(natives.message("rsa_sign", "m", RsaKeys.privateText(other)))
        .isEqualTo("Invalid RSA private key: the content is not a PKCS#8 private key of RSA");
    assertThat(natives.message("rsa_encrypt", "m", RsaKeys.publicText(other)))
        .isEqualTo("Invalid RSA public key: the content is not a public key of RSA");
  }

  @Test
  void messagesHaveAnUpperLimit() {
    Object box = natives.call("rsa_encrypt", "m".repeat(190), PUBLIC);
    assertThat(natives.call("rsa_decrypt", box, PRIVATE)).isEqualTo("m".repeat(190));
    assertThat(natives.message("rsa_encrypt", "m".repeat(191), PUBLIC))
        .isEqualTo("RSA encryption failed: message too long");
  }

  @Test
  void otherBytesAreNotDecrypted() {
    for (int length : new int[] {0, 1, 255, 256, 257, 10_000}) {
      String box = Base64.getEncoder().encodeToString(new byte[length]);
      assertThat(natives.message("rsa_decrypt", box, PRIVATE))
          .isEqualTo("RSA decryption failed: decryption error");
      assertThat(natives.call("rsa_verify", "m", box, PUBLIC)).isEqualTo(false);
    }
  }

  @Test
  void aSignatureBelongsToOneText() {
    Object signature = natives.call("rsa_sign", "m", PRIVATE);
    assertThat(natives.call("rsa_verify", "m", signature, PUBLIC)).isEqualTo(true);
    assertThat(natives.call("rsa_verify", "n", signature, PUBLIC)).isEqualTo(false);
  }
}

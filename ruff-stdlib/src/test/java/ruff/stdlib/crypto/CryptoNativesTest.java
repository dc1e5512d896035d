package ruff.stdlib.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ruff.stdlib.Natives;
import ruff.value.BytesValue;

class CryptoNativesTest {
  private static final String VECTOR =
      "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW";

  private final Natives natives = new Natives();

  @ParameterizedTest
  @ValueSource(strings = {"2a", "2b", "2x", "2y"})
  void everyPrefixVerifies(String prefix) {
    String hash = "$" + prefix + VECTOR.substring(3);
    assertThat(natives.call("verify_password", "U*U", hash)).isEqualTo(true);
    assertThat(natives.call("verify_password", "U*V", hash)).isEqualTo(false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "$2a$05$",
        "$2c$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
        "$2a$03$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
        "$2a$32$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
        "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOe",
        "$2a$05$CCCCCCCCCCCCCCCCCCCCC+E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW"
      })
  void otherTextsAreNoHashes(String hash) {
    assertThat(natives.message("verify_password", "x", hash))
        .isEqualTo("Failed to verify password: Invalid hash: " + hash);
  }

  @ParameterizedTest
  @CsvSource({
    "a, $2a$06$m0CrhHm10qJ3lXRY.5zDGO3rS2KdeeWLuGmsfGlMfOxih58VYVfxe",
    "abc, $2a$06$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i"
  })
  void hashesOfOtherProgramsVerify(String password, String hash) {
    assertThat(natives.call("verify_password", password, hash)).isEqualTo(true);
    assertThat(natives.call("verify_password", password + "b", hash)).isEqualTo(false);
  }

  @Test
  void onlyTheFirst72BytesOfAPasswordCount() {
    String hash = (String) natives.call("hash_password", "é".repeat(36) + "more");
    assertThat(hash).matches("\\$2b\\$12\\$[./A-Za-z0-9]{53}");
    assertThat(natives.call("verify_password", "é".repeat(36), hash)).isEqualTo(true);
    assertThat(natives.call("verify_password", "é".repeat(35), hash)).isEqualTo(false);
  }

  @ParameterizedTest
  @CsvSource({
    "ff, invalid utf-8 sequence of 1 bytes from index 0",
    "61c0, invalid utf-8 sequence of 1 bytes from index 1",
    "e2, incomplete utf-8 byte sequence from index 0",
    "61e28261, invalid utf-8 sequence of 2 bytes from index 1",
    "eda080, invalid utf-8 sequence of 1 bytes from index 0",
    "f09f9861, invalid utf-8 sequence of 3 bytes from index 0",
    "f4908080, invalid utf-8 sequence of 1 bytes from index 0",
    "e080, invalid utf-8 sequence of 1 bytes from index 0"
  })
  void decryptedBytesMustBeText(String bytes, String reason) {
    BytesValue data = new BytesValue(HexFormat.of().parseHex(bytes));
    Object box = natives.call("aes_encrypt_bytes", data, "k");
    assertThat(natives.message("aes_decrypt", box, "k"))
        .isEqualTo("Decrypted data is not valid UTF-8: " + reason);
    assertThat(natives.call("aes_decrypt_bytes", box, "k"))
        .isEqualTo(natives.call("encode_base64", data));
  }

  @Property
  void whatIsEncryptedIsDecryptedWithTheSameKeyOnly(@ForAll byte[] data, @ForAll int key) {
    Object box = natives.call("aes_encrypt_bytes", new BytesValue(data), "k" + key);
    String plain = new String(data, StandardCharsets.UTF_8);
    boolean isText = java.util.Arrays.equals(plain.getBytes(StandardCharsets.UTF_8), data);
    assertThat(natives.call("aes_decrypt_bytes", box, "k" + key))
        .isEqualTo(isText ? plain : natives.call("encode_base64", new BytesValue(data)));
    assertThat(natives.message("aes_decrypt", box, "other"))
        .isEqualTo("AES decryption failed: aead::Error");
  }

  @Property(tries = 100)
  void aChangedByteIsNoticed(@ForAll byte[] data, @ForAll int place) {
    byte[] box = AesBox.seal(data, "k");
    box[Math.floorMod(place, box.length)] ^= 1;
    assertThat(natives.message("aes_decrypt", Natives.value(encoded(box)), "k"))
        .isEqualTo("AES decryption failed: aead::Error");
  }

  private static String encoded(byte[] bytes) {
    return java.util.Base64.getEncoder().encodeToString(bytes);
  }
}

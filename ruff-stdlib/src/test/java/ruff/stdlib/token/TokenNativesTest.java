package ruff.stdlib.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ruff.stdlib.Natives;
import ruff.value.BytesValue;

class TokenNativesTest {
  private final Natives natives = new Natives();

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** A token with the right signature whatever its parts are. */
  private static String signed(String header, String payload) throws Exception {
    String content =
        encode(header.getBytes(StandardCharsets.UTF_8))
            + "."
            + encode(payload.getBytes(StandardCharsets.UTF_8));
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec("s".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return content + "." + encode(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'alg':'HS384'} | {} | InvalidAlgorithm",
        "{'alg':'RS256'} | {} | InvalidAlgorithm",
        "{'alg':'none'} | {} | JSON error: unknown variant `none`",
        "{'alg':'hs256'} | {} | JSON error: unknown variant `hs256`",
        "{} | {} | JSON error: missing field `alg`",
        "[] | {} | JSON error: expected an object",
        "x | {} | JSON error: expected value at line 1 column 1",
        "{'alg':'HS256'} | [1] | JSON error: expected an object",
        "{'alg':'HS256'} | {'a' | JSON error: EOF while parsing an object at line 1 column 4"
      })
  void aTokenCannotChooseHowItIsChecked(String header, String payload, String reason)
      throws Exception {
    String token = signed(header.replace('\'', '"'), payload.replace('\'', '"'));
    assertThat(natives.message("jwt_decode", token, "s"))
        .isEqualTo("JWT decoding error: " + reason);
    assertThat(natives.call("jwt_verify", token, "s")).isEqualTo(false);
  }

  @ParameterizedTest
  @CsvSource({
    "'', InvalidToken",
    "a.b, InvalidToken",
    "a, InvalidToken",
    "eyJhbGciOiJIUzI1NiJ9.e30., InvalidSignature",
    "eyJhbGciOiJIUzI1NiJ9.e30.x=, InvalidSignature",
    "eyJhbGciOiJIUzI1NiJ9.a.e30.x, 'Base64 error: Invalid byte 46, offset 20.'",
    "eyJhbGciOiJIUzI1NiJ9=.e30.x, 'Base64 error: Invalid byte 61, offset 20.'",
    "a.b.c, 'Base64 error: Encoded text cannot have a 6-bit remainder.'",
    "é.b.c, 'Base64 error: Invalid byte 233, offset 0.'"
  })
  void malformedTokensAreRefused(String token, String reason) {
    assertThat(natives.message("jwt_decode", token, "s"))
        .isEqualTo("JWT decoding error: " + reason);
  }

  @Test
  void deepPayloadsAreRefused() throws Exception {
    String token = signed("{\"alg\":\"HS256\"}", "[".repeat(500_000));
    assertThat(natives.message("jwt_decode", token, "s"))
        .isEqualTo("JWT decoding error: JSON error: recursion limit exceeded at line 1 column 128");
  }

  @ParameterizedTest
  @CsvSource({"0, false", "-61, false", "-50, true", "100, true", "1.5, true"})
  void tokensExpireAMinuteLate(double seconds, boolean valid) throws Exception {
    long now = System.currentTimeMillis() / 1000;
    Object expiry =
        seconds == 0 ? "soon" : seconds == 1.5 ? (Object) (now + 1.5) : now + (long) seconds;
    Object token = natives.call("jwt_encode", Map.of("exp", expiry, "nbf", now + 1000), "s");
    assertThat(natives.call("jwt_verify", token, "s")).isEqualTo(valid);
    assertThat(natives.show("jwt_decode", token, "s")).contains("exp");
  }

  @Test
  void claimsAreAnyJson() {
    Object token = natives.call("jwt_encode", Map.of("b", List.of(1, 2.5), 1, "é"), "");
    assertThat(natives.show("jwt_decode", token, "")).isEqualTo("{\"1\": é, \"b\": [1, 2.5]}");
    assertThat(natives.message("jwt_encode", Map.of("b", new BytesValue(new byte[0])), "s"))
        .isEqualTo("Failed to convert payload to JSON: Cannot convert bytes to JSON");
  }

  @Test
  void addressesEncodeEverythingThatIsNotPlain() {
    String url = (String) natives.call("oauth2_auth_url", "a b/é", "~._-", "http://h?x", "A9");
    assertThat(url)
        .matches(
            "http://h\\?x\\?client_id=a%20b%2F%C3%A9&redirect_uri=~\\._-&response_type=code"
                + "&scope=A9&state=[0-9a-f]{1,16}");
  }
}

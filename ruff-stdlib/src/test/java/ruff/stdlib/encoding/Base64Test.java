package ruff.stdlib.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ruff.stdlib.Natives;
import ruff.value.BytesValue;

class Base64Test {
  private final Natives natives = new Natives();

  @ParameterizedTest
  @CsvSource({
    "a===, 'Invalid byte 61, offset 1.'",
    "=, 'Encoded text cannot have a 6-bit remainder.'",
    "!, 'Invalid byte 33, offset 0.'",
    "aaaa!, 'Invalid byte 33, offset 4.'",
    "!aaaa, 'Encoded text cannot have a 6-bit remainder.'",
    "!aaa, 'Invalid byte 33, offset 0.'",
    "Z=, 'Invalid byte 61, offset 1.'",
    "Zg=, Invalid padding",
    "Zg=a, 'Invalid byte 61, offset 2.'",
    "Zg==Zg==, 'Invalid byte 61, offset 2.'",
    "Zh==, 'Invalid last symbol 104, offset 1.'",
    "Zm9=, 'Invalid last symbol 57, offset 2.'",
    "éa, 'Invalid byte 195, offset 0.'"
  })
  void saysWhatIsWrong(String text, String reason) {
    assertThat(natives.message("decode_base64", text)).isEqualTo("Base64 decode error: " + reason);
  }

  @Property
  void whatIsEncodedIsDecoded(@ForAll byte[] data) {
    Object text = natives.call("encode_base64", new BytesValue(data));
    assertThat(text).isEqualTo(java.util.Base64.getEncoder().encodeToString(data));
    assertThat(natives.call("decode_base64", text)).isEqualTo(new BytesValue(data));
  }

  @Property
  void noTwoTextsAreTheSameBytes(
      @ForAll @StringLength(max = 9) @Chars({'A', 'Q', 'g', 'w', '/', '+', '=', '-'}) String text) {
    try {
      byte[] data = Base64Text.decode(text);
      assertThat(Base64Text.encode(data)).isEqualTo(text);
    } catch (InvalidBase64 invalid) {
      assertThat(invalid).hasMessageMatching("Invalid .*|Encoded text .*");
    }
  }
}

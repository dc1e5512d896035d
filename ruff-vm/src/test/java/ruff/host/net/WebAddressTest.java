package ruff.host.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebAddressTest {
  private static WebAddress parse(String text) throws NetworkFailure {
    return WebAddress.parse("S", text);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "http://h, http://h/",
        "HTTP://H.Example/A, http://h.example/A",
        "http://h:80/, http://h/",
        "https://h:443/x, https://h/x",
        "https://h:80/x, https://h:80/x",
        "http:h/x, http://h/x",
        "http:////h/x, http://h/x",
        "http:\\\\h\\a\\b, http://h/a/b",
        "http://h/a/./b/../c, http://h/a/c",
        "http://h/../../x, http://h/x",
        "http://h/a/%2e%2E/b, http://h/b",
        "http://h/a/.., http://h/",
        "http://h//a//b, http://h//a//b",
        "http://h/a b, http://h/a%20b",
        "http://h/ä, http://h/%C3%A4",
        "http://h?x=a|b#c, http://h/?x=a%7Cb",
        "http://h/x#y?z, http://h/x",
        "http://h/%zz%4, http://h/%25zz%254",
        "http://h/?q='\", http://h/?q=%27%22",
        "http://ok.test@evil.test/, http://evil.test/",
        "http://ok.test\\@evil.test/, http://ok.test/@evil.test/",
        "http://u:p@h:8080/x, http://h:8080/x",
        "http://h., http://h./",
        "http://bücher.example/, http://xn--bcher-kva.example/"
      })
  void everySpellingHasOneForm(String written, String form) throws NetworkFailure {
    assertThat(parse(written)).hasToString(form);
    assertThat(parse(form)).hasToString(form);
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, 127.0.0.1",
    "127.1, 127.0.0.1",
    "127.0.1, 127.0.0.1",
    "2130706433, 127.0.0.1",
    "0x7f.1, 127.0.0.1",
    "0x7F000001, 127.0.0.1",
    "017700000001, 127.0.0.1",
    "0177.0.0.01, 127.0.0.1",
    "127.0.0.1., 127.0.0.1",
    "%31%32%37.0.0.1, 127.0.0.1",
    "１２７.0.0.1, 127.0.0.1",
    "0, 0.0.0.0",
    "[::1], ::1",
    "[0:0::0:1], ::1",
    "[::ffff:127.0.0.1], 127.0.0.1",
    "[::ffff:7f00:1], 127.0.0.1",
    "[::], ::"
  })
  void everySpellingOfAnAddressIsTheAddress(String written, String address) throws NetworkFailure {
    assertThat(parse("http://" + written + ":81/").host()).isEqualTo(address);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "~~, relative URL without a base",
        "/nonsense, relative URL without a base",
        "h/x, relative URL without a base",
        "//h/x, relative URL without a base",
        "1http://h/, relative URL without a base",
        "http://, empty host",
        "http://:80/, empty host",
        "http://u@/, empty host",
        "http://?x, empty host",
        "http://h:x/, invalid port number",
        "http://h:65536/, invalid port number",
        "http://h:99999999999999999999/, invalid port number",
        "http://h:-1/, invalid port number",
        "http://1.2.3.4.5/, invalid IPv4 address",
        "http://256.0.0.1/, invalid IPv4 address",
        "http://1.2.3.0x/, ~~",
        "http://4294967296/, invalid IPv4 address",
        "http://09.0.0.1/, invalid IPv4 address",
        "http://[::1/, invalid IPv6 address",
        "http://[1.2.3.4]/, invalid IPv6 address",
        "http://[fe80::1%251]/, invalid IPv6 address",
        "http://a b/, invalid domain character",
        "http://a%00b/, invalid domain character",
        "http://a%2fb/, invalid domain character",
        "http://a%0d%0ab/, invalid domain character",
        "http://a%ff/, invalid international domain name"
      })
  void whatIsNoAddressSaysWhy(String written, String why) throws NetworkFailure {
    if (why.isEmpty()) {
      assertThat(parse(written).host()).isEqualTo("1.2.3.0");
    } else {
      assertThatThrownBy(() -> parse(written))
          .isInstanceOf(NetworkFailure.class)
          .hasMessage("S failed: invalid URL '" + written + "': " + why);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ftp://h/x, ftp",
    "file:///etc/passwd, file",
    "mailto:a@b, mailto",
    "javascript:1, javascript",
    "localhost:80, localhost"
  })
  void otherSchemesAreRefused(String written, String scheme) {
    assertThatThrownBy(() -> parse(written))
        .hasMessage("S failed: unsupported URL scheme '" + scheme + "'; expected http or https");
  }

  @Test
  void lineEndsCannotReachTheWire() throws NetworkFailure {
    WebAddress address = parse(" http://h/a\r\nX: y?b\r\nc \n");

    assertThat(address.target()).isEqualTo("/aX:%20y?bc");
  }

  @Test
  void credentialsAreKeptApart() throws NetworkFailure {
    assertThat(parse("http://us%40er:p%3Aw@h/").credentials()).isEqualTo("us@er:p:w");
    assertThat(parse("http://user@h/").credentials()).isEqualTo("user:");
    assertThat(parse("http://h/").credentials()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "/new, http://h:81/new",
        "new, http://h:81/a/new",
        "../new, http://h:81/new",
        "?x=1, http://h:81/a/b?x=1",
        "#x, http://h:81/a/b?q",
        "~~, http://h:81/a/b?q",
        "//other/x, http://other/x",
        "\\\\other/x, http://other/x",
        "https://other, https://other/",
        "x y, http://h:81/a/x%20y"
      })
  void referencesStartFromTheAddress(String reference, String target) throws NetworkFailure {
    assertThat(parse("http://h:81/a/b?q").resolve("S", reference)).hasToString(target);
  }
}

package ruff.stdlib.token;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import ruff.host.StrongRandom;
import ruff.natives.Family;
import ruff.natives.Native;

/** Natives of OAuth 2. */
public final class OauthNatives {
  private static final String UNRESERVED = "-_.~";

  private OauthNatives() {}

  @Native(
      name = "oauth2_auth_url",
      family = Family.CRYPTO,
      doc =
          "The address to which a user is sent for consent, with a random state that must come"
              + " back.",
      returns = "string",
      arity =
          "oauth2_auth_url() expects 4 arguments (client_id, redirect_uri, auth_url, scope), got"
              + " {got}",
      error = "oauth2_auth_url requires client_id, redirect_uri, auth_url, and scope strings",
      example = "split(oauth2_auth_url(\"a b\", \"r\", \"http://h\", \"s\"), \"&state=\")[0]",
      result = "http://h?client_id=a%20b&redirect_uri=r&response_type=code&scope=s")
  public static String authUrl(String clientId, String redirectUri, String authUrl, String scope) {
    return authUrl
        + "?client_id="
        + encode(clientId)
        + "&redirect_uri="
        + encode(redirectUri)
        + "&response_type=code&scope="
        + encode(scope)
        + "&state="
        + Long.toHexString(StrongRandom.nextLong());
  }

  /** Writes every byte but the plainest as percent sign and hex. */
  private static String encode(String text) {
    HexFormat hex = HexFormat.of().withUpperCase();
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (byte next : text.getBytes(StandardCharsets.UTF_8)) {
      boolean plain =
          next >= 0 && (Character.isLetterOrDigit(next) || UNRESERVED.indexOf(next) >= 0);
      if (plain) {
        out.append((char) next);
      } else {
        out.append('%').append(hex.toHexDigits(next));
      }
    }
    return out.toString();
  }
}

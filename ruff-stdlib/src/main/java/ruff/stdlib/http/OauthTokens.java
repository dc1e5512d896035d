package ruff.stdlib.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import ruff.host.net.HttpHeader;
import ruff.host.net.HttpReply;
import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.NativeContext;
import ruff.policy.Capability;
import ruff.stdlib.json.InvalidJson;
import ruff.stdlib.json.JsonReader;
import ruff.value.DictValue;
import ruff.value.RuffError;

/** The native for the second step of OAuth 2. */
public final class OauthTokens {
  private static final String NAME = "OAuth2 token request";
  private static final List<HttpHeader> HEADERS =
      List.of(
          new HttpHeader("Content-Type", "application/x-www-form-urlencoded"),
          new HttpHeader("Accept", "application/json"));

  private OauthTokens() {}

  @Native(
      name = "oauth2_get_token",
      family = Family.CRYPTO,
      doc = "Exchanges the code that an authorization gave for a token.",
      returns = "dict, the reply",
      arity =
          "oauth2_get_token() expects 5 arguments (code, client_id, client_secret, token_url,"
              + " redirect_uri), got {got}",
      error =
          "oauth2_get_token requires code, client_id, client_secret, token_url, and redirect_uri"
              + " strings",
      errors = {
        "OAuth2 token request failed: WHY",
        "OAuth2 token request failed with status N: BODY",
        "OAuth2 token request blocked by outbound destination policy 'deny_private' (...)",
        "Failed to parse OAuth2 token response: WHY"
      },
      capability = Capability.NETWORK_CLIENT,
      resource = "token_url",
      example =
          "oauth2_get_token(\"code\", \"id\", \"secret\", base + \"/token\", \"http://h/cb\")",
      result = "{\"access_token\": t1}")
  public static DictValue getToken(
      NativeContext context,
      String code,
      String clientId,
      String clientSecret,
      String tokenUrl,
      String redirectUri) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("client_id", clientId);
    form.put("client_secret", clientSecret);
    form.put("redirect_uri", redirectUri);
    HttpReply reply =
        Exchange.send(
            Transport.access(context, "oauth2_get_token"),
            Exchange.call(NAME, "POST", tokenUrl, HEADERS, encoded(form)));
    String body = Exchange.text(reply);
    if (!reply.isSuccess()) {
      throw new RuffError(NAME + " failed with status " + reply.status() + ": " + body);
    }
    try {
      if (JsonReader.of(context, body).read() instanceof DictValue dict) {
        return dict;
      }
      throw new RuffError("Failed to parse OAuth2 token response: expected an object");
    } catch (InvalidJson invalid) {
      throw new RuffError("Failed to parse OAuth2 token response: " + invalid.getMessage());
    }
  }

  private static String encoded(Map<String, String> form) {
    StringJoiner pairs = new StringJoiner("&");
    form.forEach(
        (name, value) -> pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return pairs.toString();
  }
}

package ruff.stdlib.token;

import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.NativeContext;
import ruff.natives.Param;
import ruff.natives.Param.Ownership;
import ruff.stdlib.json.JsonWriter;
import ruff.value.DictValue;
import ruff.value.RuffError;

/** Natives of JSON web tokens. */
public final class TokenNatives {
  private static final String ENCODE =
      "jwt_encode() expects 2 arguments (payload, secret), got {got}";
  private static final String DECODE =
      "jwt_decode() expects 2 arguments (token, secret), got {got}";
  private static final String VERIFY =
      "jwt_verify() expects 2 arguments (token, secret), got {got}";
  private static final String TOKEN = "{name} requires a token string and secret key string";

  /** Seconds for which a token is still taken after it has expired, as clocks differ. */
  private static final long LEEWAY = 60;

  private TokenNatives() {}

  @Native(
      name = "jwt_encode",
      family = Family.CRYPTO,
      doc = "A JSON web token with the claims of a dict, signed with HMAC and SHA-256.",
      returns = "string",
      arity = ENCODE,
      error = "jwt_encode requires a dictionary payload and secret key string",
      errors = "Failed to convert payload to JSON: WHY",
      example = "jwt_encode(claims, \"s\")",
      result =
          "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.DBNrONX4Bs_s_30Lwz-oTrOxtoAc5ndgLf2DdSD7mQo")
  public static String encode(
      @Param(ownership = Ownership.BORROWED) DictValue payload, String secret) {
    String json;
    try {
      json = JsonWriter.compact(payload);
    } catch (RuffError unconvertible) {
      throw new RuffError("Failed to convert payload to JSON: " + unconvertible.getMessage());
    }
    return JsonWebToken.sign(json, secret);
  }

  @Native(
      name = "jwt_decode",
      family = Family.CRYPTO,
      doc =
          "The claims of a token, after its algorithm and signature were checked; an expired one"
              + " is read too.",
      returns = "dict",
      arity = DECODE,
      error = TOKEN,
      errors = {
        "JWT decoding error: InvalidToken",
        "JWT decoding error: InvalidSignature",
        "JWT decoding error: InvalidAlgorithm",
        "JWT decoding error: Base64 error: WHY",
        "JWT decoding error: JSON error: WHY"
      },
      example = "jwt_decode(jwt_encode(claims, \"s\"), \"s\")",
      result = "{\"sub\": u1}")
  public static DictValue decode(NativeContext context, String token, String secret) {
    try {
      return JsonWebToken.read(context, token, secret);
    } catch (InvalidToken invalid) {
      throw new RuffError("JWT decoding error: " + invalid.getMessage());
    }
  }

  @Native(
      name = "jwt_verify",
      family = Family.CRYPTO,
      doc =
          "Whether algorithm and signature of a token are right and it has not expired more than"
              + " a minute ago.",
      returns = "bool",
      arity = VERIFY,
      error = TOKEN,
      example = "jwt_verify(\"a.b.c\", \"s\")",
      result = "false")
  public static boolean verify(NativeContext context, String token, String secret) {
    try {
      return !hasExpired(context, JsonWebToken.read(context, token, secret));
    } catch (InvalidToken invalid) {
      return false;
    }
  }

  private static boolean hasExpired(NativeContext context, DictValue claims) {
    Object expiry = claims.get("exp");
    if (expiry == null) {
      return false;
    }
    long now = context.host().clock().now().getEpochSecond();
    return !(expiry instanceof Number second) || second.doubleValue() < now - LEEWAY;
  }
}

package ruff.stdlib.crypto;

import ruff.natives.Family;
import ruff.natives.Native;
import ruff.value.RuffError;

/** Natives that store passwords safely. */
public final class Passwords {
  private static final String TWO_TEXTS =
      "verify_password requires (string_password, string_hash) arguments";

  private Passwords() {}

  @Native(
      name = "hash_password",
      family = Family.CRYPTO,
      doc =
          "A bcrypt hash of a password with a random salt and cost 12; only the first 72 bytes of"
              + " UTF-8 count.",
      returns = "string",
      arity = "{name} requires a string password argument",
      error = "{name} requires a string password argument",
      example = "len(hash_password(\"x\"))",
      result = "60")
  public static String hash(String password) {
    return BcryptHash.make(password);
  }

  @Native(
      name = "verify_password",
      family = Family.CRYPTO,
      doc =
          "Whether a bcrypt hash was made from a password. Each step of its cost, from 4 to 31,"
              + " doubles the time that takes: 12 a fraction of a second, 31 days.",
      returns = "bool",
      arity = TWO_TEXTS,
      error = TWO_TEXTS,
      errors = "Failed to verify password: Invalid hash: HASH",
      example =
          "verify_password(\"U*U\","
              + " \"$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW\")",
      result = "true")
  public static boolean verify(String password, String hash) {
    BcryptHash parts = BcryptHash.read(hash);
    if (parts == null) {
      throw new RuffError("Failed to verify password: Invalid hash: " + hash);
    }
    return parts.matches(password);
  }
}

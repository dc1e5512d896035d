package ruff.stdlib.random;

import java.util.UUID;
import ruff.host.StrongRandom;
import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.NativeContext;
import ruff.natives.Param;
import ruff.natives.Param.Ownership;
import ruff.policy.Capability;
import ruff.value.ArrayValue;
import ruff.value.Container;
import ruff.value.Ints;
import ruff.value.RuffError;

/** Natives that draw from the engine's random generator. */
public final class RandomNatives {
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final String TOO_LONG = "random_id() result too large";
  private static final String NO_ARGUMENTS = "{name}() expects 0 arguments, got {got}";

  private RandomNatives() {}

  @Native(
      name = "random",
      family = Family.RANDOM,
      doc = "A random float from 0 up to 1, exclusive.",
      returns = "float",
      arity = NO_ARGUMENTS,
      capability = Capability.RANDOM,
      example = "random() < 1.0",
      result = "true")
  public static double random(NativeContext context) {
    return Generator.of(context).nextDouble();
  }

  @Native(
      name = "random_int",
      family = Family.RANDOM,
      doc = "A random int between two numbers, both included.",
      returns = "int",
      arity = "random_int() expects 2 arguments (min, max), got {got}",
      error = "random_int requires number arguments",
      errors = "random_int() min must be <= max",
      capability = Capability.RANDOM,
      example = "random_int(5, 5)",
      result = "5")
  public static long randomInt(NativeContext context, double min, double max) {
    long low = (long) min;
    long high = (long) max;
    if (low > high) {
      throw new RuffError("random_int() min must be <= max");
    }
    return Generator.of(context).between(low, high);
  }

  @Native(
      name = "random_choice",
      family = Family.RANDOM,
      doc = "A random item of an array, 0 when it is empty.",
      returns = "any",
      arity = "random_choice() expects 1 argument (array), got {got}",
      error = "random_choice requires an array argument",
      capability = Capability.RANDOM,
      example = "random_choice([7])",
      result = "7")
  public static Object randomChoice(
      NativeContext context, @Param(ownership = Ownership.BORROWED) ArrayValue array) {
    if (array.size == 0) {
      return Ints.box(0);
    }
    int index = (int) Generator.of(context).between(0, array.size - 1);
    return Container.shared(array.get(index));
  }

  @Native(
      name = "uuid_v4",
      family = Family.RANDOM,
      doc = "A random UUID of version 4 in lower case; a seed has no influence on it.",
      returns = "string",
      arity = NO_ARGUMENTS,
      capability = Capability.RANDOM,
      example = "len(uuid_v4())",
      result = "36")
  public static String uuidV4() {
    long high = StrongRandom.nextLong() & ~0xF000L | 0x4000L;
    long low = StrongRandom.nextLong() & ~(3L << 62) | 1L << 63;
    return new UUID(high, low).toString();
  }

  @Native(
      name = "random_id",
      family = Family.RANDOM,
      doc = "A random text of lower-case letters and digits.",
      returns = "string",
      arity = "random_id() expects 1 argument (length), got {got}",
      error = "random_id requires an integer length argument",
      errors = {"random_id length must be >= 0", TOO_LONG},
      capability = Capability.RANDOM,
      example = "len(random_id(12))",
      result = "12")
  public static String randomId(NativeContext context, long length) {
    if (length < 0) {
      throw new RuffError("random_id length must be >= 0");
    }
    if (length > Integer.MAX_VALUE - 8) {
      throw new RuffError(TOO_LONG);
    }
    Generator generator = Generator.of(context);
    StringBuilder id = new StringBuilder();
    for (long i = 0; i < length; i++) {
      id.append(ALPHABET.charAt((int) generator.between(0, ALPHABET.length() - 1)));
    }
    return id.toString();
  }

  @Native(
      name = "set_random_seed",
      family = Family.RANDOM,
      doc = "Makes the draws that follow the same each time; they are fixed by the seed.",
      returns = "null",
      arity = "set_random_seed() expects 1 argument (seed), got {got}",
      error = "set_random_seed requires a number argument",
      capability = Capability.RANDOM,
      example = "set_random_seed(42)",
      result = "null")
  public static void setRandomSeed(NativeContext context, @Param(truncates = true) long seed) {
    Generator.of(context).seed(seed);
  }

  @Native(
      name = "clear_random_seed",
      family = Family.RANDOM,
      doc = "Makes the draws that follow unpredictable again.",
      returns = "null",
      arity = NO_ARGUMENTS,
      capability = Capability.RANDOM,
      example = "clear_random_seed()",
      result = "null")
  public static void clearRandomSeed(NativeContext context) {
    Generator.of(context).clearSeed();
  }
}

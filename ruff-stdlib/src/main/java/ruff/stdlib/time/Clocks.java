package ruff.stdlib.time;

import ruff.natives.CancelSignal;
import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.NativeContext;
import ruff.natives.Param;
import ruff.policy.Capability;
import ruff.value.RuffError;

/** Natives that read the time and wait. */
public final class Clocks {
  private static final String NO_ARGUMENTS = "{name}() expects 0 arguments, got {got}";
  private static final long NANOS_PER_MILLI = 1_000_000;

  private Clocks() {}

  @Native(
      name = "now",
      family = Family.TIME,
      doc = "The whole seconds since 1970.",
      returns = "float",
      arity = NO_ARGUMENTS,
      capability = Capability.CLOCK,
      example = "type(now())",
      result = "float")
  public static double now(NativeContext context) {
    return nowUnix(context);
  }

  @Native(
      name = "now_utc",
      family = Family.TIME,
      doc = "The date and time in UTC, such as 2024-02-29T12:00:00Z.",
      returns = "string",
      arity = NO_ARGUMENTS,
      capability = Capability.CLOCK,
      example = "len(now_utc())",
      result = "20")
  public static String nowUtc(NativeContext context) {
    return CalendarTime.ofEpochSecond(nowUnix(context)).format("YYYY-MM-DDTHH:mm:ssZ");
  }

  @Native(
      name = "now_unix",
      aliases = "now_utc_seconds",
      family = Family.TIME,
      doc = "The whole seconds since 1970 as an int.",
      returns = "int",
      arity = NO_ARGUMENTS,
      capability = Capability.CLOCK,
      example = "type(now_unix())",
      result = "int")
  public static long nowUnix(NativeContext context) {
    return context.host().clock().now().getEpochSecond();
  }

  @Native(
      name = "current_timestamp",
      aliases = "time",
      family = Family.TIME,
      doc = "The milliseconds since 1970.",
      returns = "int",
      arity = NO_ARGUMENTS,
      capability = Capability.CLOCK,
      example = "type(current_timestamp())",
      result = "int")
  public static long currentTimestamp(NativeContext context) {
    return context.host().clock().now().toEpochMilli();
  }

  @Native(
      name = "performance_now",
      family = Family.TIME,
      doc = "The milliseconds since this function was first called, with fractions.",
      returns = "float",
      arity = NO_ARGUMENTS,
      capability = Capability.CLOCK,
      example = "type(performance_now())",
      result = "float")
  public static double performanceNow(NativeContext context) {
    return Stopwatches.of(context).milliseconds.read(context) / (double) NANOS_PER_MILLI;
  }

  @Native(
      name = "time_us",
      family = Family.TIME,
      doc = "The whole microseconds since this function was first called.",
      returns = "float",
      arity = NO_ARGUMENTS,
      capability = Capability.CLOCK,
      example = "type(time_us())",
      result = "float")
  public static double timeUs(NativeContext context) {
    return Math.floorDiv(Stopwatches.of(context).microseconds.read(context), 1000);
  }

  @Native(
      name = "time_ns",
      family = Family.TIME,
      doc = "The whole nanoseconds since this function was first called.",
      returns = "float",
      arity = NO_ARGUMENTS,
      capability = Capability.CLOCK,
      example = "type(time_ns())",
      result = "float")
  public static double timeNs(NativeContext context) {
    return Stopwatches.of(context).nanoseconds.read(context);
  }

  @Native(
      name = "sleep",
      family = Family.TIME,
      doc = "Waits for some milliseconds.",
      returns = "int 0",
      arity = "sleep() expects 1 argument",
      error = "sleep() requires a number argument",
      errors = "sleep() requires non-negative milliseconds",
      capability = Capability.CLOCK,
      example = "sleep(1)",
      result = "0")
  public static long sleep(NativeContext context, @Param(name = "ms") double milliseconds) {
    if (milliseconds < 0) {
      throw new RuffError("sleep() requires non-negative milliseconds");
    }
    try {
      context.host().clock().sleep((long) (milliseconds * NANOS_PER_MILLI));
    } catch (InterruptedException stopped) {
      throw new CancelSignal();
    }
    return 0;
  }
}

package ruff.stdlib.environment;

import java.util.Locale;
import java.util.Map;
import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.NativeContext;
import ruff.natives.Param;
import ruff.policy.Capability;
import ruff.value.DictValue;
import ruff.value.RuffError;

/** Natives for environment variables. */
public final class Variables {
  private static final String ARITY = "{name}() expects 1 argument (variable name), got {got}";
  private static final String ERROR = "{name} requires a string argument (variable name)";
  private static final String NOT_FOUND = "Environment variable 'N' not found";
  private static final String BAD_NAME =
      "env_set variable name must be non-empty and must not contain '=' or NUL";

  private Variables() {}

  @Native(
      name = "env",
      family = Family.ENVIRONMENT,
      doc = "The value of an environment variable, empty when it is not set.",
      returns = "string",
      arity = ARITY,
      error = ERROR,
      capability = Capability.ENV_READ,
      resource = "name",
      example = "env(\"RH_T\")",
      result = "42")
  public static String env(NativeContext context, String name) {
    String value = context.variables("env").get(name);
    return value == null ? "" : value;
  }

  @Native(
      name = "env_or",
      family = Family.ENVIRONMENT,
      doc = "The value of an environment variable, or a default when it is not set.",
      returns = "string",
      arity = "env_or() expects 2 arguments (variable name, default value), got {got}",
      error = "env_or requires two string arguments (variable name, default value)",
      capability = Capability.ENV_READ,
      resource = "name",
      example = "env_or(\"RH_NONE\", \"d\")",
      result = "d")
  public static String envOr(
      NativeContext context, String name, @Param(name = "default") String fallback) {
    String value = context.variables("env_or").get(name);
    return value == null ? fallback : value;
  }

  @Native(
      name = "env_int",
      family = Family.ENVIRONMENT,
      doc = "The value of an environment variable as an int: digits with an optional sign.",
      returns = "int",
      arity = ARITY,
      error = ERROR,
      errors = {NOT_FOUND, "Environment variable 'N' value 'V' is not a valid integer"},
      capability = Capability.ENV_READ,
      resource = "name",
      example = "env_int(\"RH_T\")",
      result = "42")
  public static long envInt(NativeContext context, String name) {
    String value = found(context, "env_int", name);
    Long number = PlainNumbers.integer(value);
    if (number == null) {
      throw invalid(name, value, "integer");
    }
    return number;
  }

  @Native(
      name = "env_float",
      family = Family.ENVIRONMENT,
      doc = "The value of an environment variable as a float.",
      returns = "float",
      arity = ARITY,
      error = ERROR,
      errors = {NOT_FOUND, "Environment variable 'N' value 'V' is not a valid float"},
      capability = Capability.ENV_READ,
      resource = "name",
      example = "env_float(\"RH_T\")",
      result = "42")
  public static double envFloat(NativeContext context, String name) {
    String value = found(context, "env_float", name);
    Double number = PlainNumbers.decimal(value);
    if (number == null) {
      throw invalid(name, value, "float");
    }
    return number;
  }

  @Native(
      name = "env_bool",
      family = Family.ENVIRONMENT,
      doc =
          "The value of an environment variable as a bool: true, 1, yes, on or false, 0, no, off in"
              + " any case.",
      returns = "bool",
      arity = ARITY,
      error = ERROR,
      errors = {NOT_FOUND, "Environment variable 'N' value 'V' is not a valid bool"},
      capability = Capability.ENV_READ,
      resource = "name",
      example = "env_bool(\"RH_B\")",
      result = "true")
  public static boolean envBool(NativeContext context, String name) {
    String value = found(context, "env_bool", name);
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "true", "1", "yes", "on" -> true;
      case "false", "0", "no", "off" -> false;
      default -> throw invalid(name, value, "bool");
    };
  }

  private static String found(NativeContext context, String surface, String name) {
    String value = context.variables(surface).get(name);
    if (value == null) {
      throw new RuffError("Environment variable '" + name + "' not found");
    }
    return value;
  }

  private static RuffError invalid(String name, String value, String type) {
    return new RuffError(
        "Environment variable '" + name + "' value '" + value + "' is not a valid " + type);
  }

  @Native(
      name = "env_required",
      family = Family.ENVIRONMENT,
      doc = "The value of an environment variable that must be set; it may be empty.",
      returns = "string",
      arity = ARITY,
      error = ERROR,
      errors = "Required environment variable 'N' is not set",
      capability = Capability.ENV_READ,
      resource = "name",
      example = "env_required(\"RH_T\")",
      result = "42")
  public static String envRequired(NativeContext context, String name) {
    String value = context.variables("env_required").get(name);
    if (value == null) {
      throw new RuffError("Required environment variable '" + name + "' is not set");
    }
    return value;
  }

  @Native(
      name = "env_list",
      family = Family.ENVIRONMENT,
      doc = "All environment variables by name.",
      returns = "dict of string",
      arity = "env_list() expects 0 arguments, got {got}",
      capability = Capability.ENV_READ,
      resource = Native.UNNAMED,
      example = "env_list()[\"RH_T\"]",
      result = "42")
  public static DictValue envList(NativeContext context) {
    return dict(context.variables("env_list").all(Capability.ENV_READ));
  }

  @Native(
      name = "os_environ",
      family = Family.ENVIRONMENT,
      doc = "All environment variables by name; unlike env_list it needs the right to read files.",
      returns = "dict of string",
      arity = "os_environ() expects 0 arguments, got {got}",
      capability = Capability.FILESYSTEM_READ,
      resource = Native.UNNAMED,
      example = "type(os_environ())",
      result = "dict")
  public static DictValue osEnviron(NativeContext context) {
    return dict(context.variables("os_environ").all(Capability.FILESYSTEM_READ));
  }

  private static DictValue dict(Map<String, String> variables) {
    DictValue dict = DictValue.ofExpectedSize(variables.size());
    variables.forEach(dict::put);
    return dict;
  }

  @Native(
      name = "env_set",
      family = Family.ENVIRONMENT,
      doc = "Sets an environment variable for the program and the processes that it starts.",
      returns = "null",
      arity = "env_set() expects 2 arguments (variable name, value), got {got}",
      error = "env_set requires two string arguments (variable name, value)",
      errors = BAD_NAME,
      capability = Capability.ENV_WRITE,
      resource = "name",
      example = "env_set(\"RH_N\", \"1\")",
      result = "null")
  public static void envSet(NativeContext context, String name, String value) {
    boolean usable = !name.isEmpty() && name.indexOf('=') < 0 && name.indexOf('\0') < 0;
    if (!usable || value.indexOf('\0') >= 0) {
      throw new RuffError(BAD_NAME);
    }
    context.variables("env_set").set(name, value);
  }
}

package ruff.stdlib.process;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ruff.host.ChildVariables;
import ruff.value.ArrayValue;
import ruff.value.BytesValue;
import ruff.value.DictValue;
import ruff.value.RuffError;
import ruff.value.Text;
import ruff.value.TypeName;

/**
 * How programs are run.
 *
 * @param timeoutMillis above zero
 * @param maxOutputBytes above zero, for each stream
 * @param variables what the environment is made of
 * @param directory as written, or null for the working directory
 * @param input what can be read, or null when nothing was said about it
 */
record ProcessOptions(
    long timeoutMillis,
    int maxOutputBytes,
    ChildVariables variables,
    String directory,
    byte[] input) {
  static final String NOT_A_DICT = "process options must be provided as a dict";

  private static final long TIMEOUT = 30_000;
  private static final long OUTPUT = 1_048_576;
  private static final long LARGEST_OUTPUT = 16_777_216;
  static final String TIMEOUT_ERROR = "timeout_ms must be a positive number";
  static final String OUTPUT_ERROR = "max_output_bytes must be a positive number";
  static final String OUTPUT_TOO_LARGE =
      "max_output_bytes exceeds the maximum supported size (16777216)";
  static final String INHERIT_ERROR = "inherit_env must be a boolean";
  static final String ENV_ERROR = "env must be a dict of string keys and values";
  static final String ENV_VALUE_ERROR = "env must contain only string values";
  static final String CWD_ERROR = "cwd must be a string";
  static final String STDIN_ERROR = "stdin must be a string or bytes";
  static final String NAMES_ERROR = "K must be an array of strings, got TYPE";
  static final String NAME_ERROR = "K must be an array of strings";
  private static final Set<String> KNOWN =
      Set.of(
          "timeout_ms",
          "max_output_bytes",
          "inherit_env",
          "env_allow",
          "env_deny",
          "env",
          "cwd",
          "stdin");

  /** The errors of a function that takes options. */
  static final String UNKNOWN =
      "unsupported process option 'K'; supported options are timeout_ms, max_output_bytes,"
          + " inherit_env, env_allow, env_deny, env, cwd, stdin";

  /**
   * Reads the options of a call.
   *
   * @param options null when there are none
   */
  static ProcessOptions of(DictValue options) {
    DictValue given = options == null ? new DictValue() : options;
    for (String key : given.sortedKeys()) {
      if (!KNOWN.contains(key)) {
        throw new RuffError(UNKNOWN.replace("'K'", "'" + key + "'"));
      }
    }
    long timeout = positive(given.get("timeout_ms"), TIMEOUT, TIMEOUT_ERROR);
    long output = positive(given.get("max_output_bytes"), OUTPUT, OUTPUT_ERROR);
    if (output > LARGEST_OUTPUT) {
      throw new RuffError(OUTPUT_TOO_LARGE);
    }
    return new ProcessOptions(
        timeout, (int) output, variables(given), directory(given), input(given));
  }

  private static long positive(Object value, long fallback, String error) {
    if (value == null) {
      return fallback;
    }
    long number = value instanceof Number given ? given.longValue() : 0;
    if (number <= 0) {
      throw new RuffError(error);
    }
    return number;
  }

  private static ChildVariables variables(DictValue options) {
    Object inherit = options.get("inherit_env");
    if (inherit != null && !(inherit instanceof Boolean)) {
      throw new RuffError(INHERIT_ERROR);
    }
    List<String> allowed = names(options, "env_allow");
    List<String> denied = names(options, "env_deny");
    return new ChildVariables(
        (Boolean) inherit, allowed, denied == null ? List.of() : denied, set(options));
  }

  /** The strings of an option, or null when it is not there. */
  private static List<String> names(DictValue options, String key) {
    Object value = options.get(key);
    if (value == null) {
      return null;
    }
    if (!(value instanceof ArrayValue array)) {
      throw new RuffError(NAMES_ERROR.replace("K", key).replace("TYPE", TypeName.ofOperand(value)));
    }
    List<String> names = new ArrayList<>(array.size);
    for (int i = 0; i < array.size; i++) {
      if (!Text.isText(array.get(i))) {
        throw new RuffError(NAME_ERROR.replace("K", key));
      }
      names.add(Text.of(array.get(i)));
    }
    return names;
  }

  private static Map<String, String> set(DictValue options) {
    Object value = options.get("env");
    if (value == null) {
      return Map.of();
    }
    if (!(value instanceof DictValue dict)) {
      throw new RuffError(ENV_ERROR);
    }
    Map<String, String> set = new LinkedHashMap<>();
    for (String name : dict.sortedKeys()) {
      Object text = dict.get(name);
      if (!Text.isText(text)) {
        throw new RuffError(ENV_VALUE_ERROR);
      }
      set.put(name, Text.of(text));
    }
    return set;
  }

  private static String directory(DictValue options) {
    Object value = options.get("cwd");
    if (value != null && !Text.isText(value)) {
      throw new RuffError(CWD_ERROR);
    }
    return value == null ? null : Text.of(value);
  }

  private static byte[] input(DictValue options) {
    Object value = options.get("stdin");
    if (value == null) {
      return null;
    }
    if (value instanceof BytesValue bytes) {
      return bytes.data();
    }
    if (!Text.isText(value)) {
      throw new RuffError(STDIN_ERROR);
    }
    return Text.of(value).getBytes(StandardCharsets.UTF_8);
  }
}

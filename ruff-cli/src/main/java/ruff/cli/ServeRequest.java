package ruff.cli;

import java.util.List;
import ruff.serve.http.Limits;

/**
 * What a command line of {@code ruff serve} asks for; files and folders have not been looked at.
 *
 * @param directory as written
 * @param certificate a file, or null for no encryption
 * @param key a file, or null for no encryption
 */
record ServeRequest(
    String directory,
    String host,
    int port,
    String index,
    boolean hardened,
    long cacheSeconds,
    String certificate,
    String key,
    boolean accessLog,
    boolean listing,
    boolean watch,
    boolean open,
    Limits limits) {
  private static final String USUAL_HOST = "127.0.0.1";
  private static final long USUAL_PORT = 8080;
  private static final String USUAL_INDEX = "index.html";
  private static final long USUAL_CACHE_SECONDS = 300;
  private static final long MAX_PORT = 65_535;
  private static final long MAX_SECONDS = 4_294_967_295L;

  static ServeRequest of(ParsedArguments arguments) throws UsageException {
    List<String> operands = arguments.operands();
    if (operands.size() > 1) {
      throw UsageException.tooMany(operands.get(1));
    }
    return new ServeRequest(
        operands.isEmpty() ? "." : operands.getFirst(),
        text(arguments, Options.HOST, USUAL_HOST),
        (int) number(arguments, Options.PORT, USUAL_PORT, MAX_PORT),
        text(arguments, Options.INDEX, USUAL_INDEX),
        truth(arguments, Options.HARDENED, true),
        number(arguments, Options.CACHE_MAX_AGE, USUAL_CACHE_SECONDS, MAX_SECONDS),
        arguments.value(Options.TLS_CERT),
        arguments.value(Options.TLS_KEY),
        arguments.has(Options.ACCESS_LOG),
        arguments.has(Options.LISTING),
        arguments.has(Options.WATCH),
        arguments.has(Options.OPEN),
        limits(arguments));
  }

  private static Limits limits(ParsedArguments arguments) throws UsageException {
    Limits usual = Limits.USUAL;
    return new Limits(
        number(arguments, Options.MAX_REQUEST_LINE, usual.requestLineBytes()),
        number(arguments, Options.MAX_HEADER_BYTES, usual.headerBytes()),
        number(arguments, Options.MAX_HEADER_COUNT, usual.headerCount()),
        number(arguments, Options.MAX_REQUEST_BODY, usual.bodyBytes()),
        number(arguments, Options.READ_TIMEOUT, usual.readMillis()),
        number(arguments, Options.WRITE_TIMEOUT, usual.writeMillis()),
        number(arguments, Options.MAX_CONNECTIONS, usual.requests()));
  }

  /** Why the server cannot start like that, or null. */
  String fault() {
    String zero = zeroLimit();
    if (zero != null) {
      return "serve " + zero;
    }
    boolean half = (certificate == null) != (key == null);
    return half ? "HTTPS requires both --tls-cert and --tls-key to be provided together" : null;
  }

  private String zeroLimit() {
    if (limits.requestLineBytes() == 0) {
      return "max request line bytes must be greater than 0";
    }
    if (limits.headerBytes() == 0) {
      return "max header bytes must be greater than 0";
    }
    if (limits.headerCount() == 0) {
      return "max header count must be greater than 0";
    }
    if (limits.bodyBytes() == 0) {
      return "max request body bytes must be greater than 0";
    }
    if (limits.readMillis() == 0) {
      return "read timeout must be greater than 0ms";
    }
    if (limits.writeMillis() == 0) {
      return "write timeout must be greater than 0ms";
    }
    return limits.requests() == 0 ? "max connections must be greater than 0" : null;
  }

  boolean secure() {
    return certificate != null;
  }

  private static String text(ParsedArguments arguments, Option option, String usual) {
    return arguments.has(option) ? arguments.value(option) : usual;
  }

  private static boolean truth(ParsedArguments arguments, Option option, boolean usual)
      throws UsageException {
    String value = text(arguments, option, Boolean.toString(usual));
    if (!value.equals("true") && !value.equals("false")) {
      throw UsageException.invalidValue(value, option, "possible values are true, false");
    }
    return value.equals("true");
  }

  private static long number(ParsedArguments arguments, Option option, long usual)
      throws UsageException {
    return number(arguments, option, usual, Long.MAX_VALUE / 1_000_000);
  }

  private static long number(ParsedArguments arguments, Option option, long usual, long most)
      throws UsageException {
    if (!arguments.has(option)) {
      return usual;
    }
    String value = arguments.value(option);
    try {
      long number = value.startsWith("+") ? -1 : Long.parseLong(value);
      if (number >= 0 && number <= most) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // Told below, like numbers that are out of range.
    }
    throw UsageException.invalidValue(
        value, option, "a whole number from 0 to " + most + " is needed");
  }
}

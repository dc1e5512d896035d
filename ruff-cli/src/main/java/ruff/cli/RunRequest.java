package ruff.cli;

import java.util.List;
import ruff.engine.BackgroundListener;
import ruff.engine.EngineConfig;
import ruff.host.Host;
import ruff.policy.Policy;
import ruff.stdlib.StandardLibrary;

/**
 * A program to run and how.
 *
 * @param arguments the words for the program
 * @param schedulerTimeoutMillis above zero
 * @param dump print the instructions instead of running
 */
record RunRequest(
    ProgramSource source,
    List<String> arguments,
    Policy policy,
    long schedulerTimeoutMillis,
    Tiers tiers,
    Errors errors,
    boolean dump) {

  /** How errors are shown. */
  enum Errors {
    /** For people, on standard error. */
    TEXT,
    /** As JSON on standard output. */
    JSON,
    /** The same with the place of every active call. */
    JSON_WITH_FRAMES
  }

  private static final long DEFAULT_TIMEOUT_MILLIS = 120_000;
  private static final String TIMEOUT_VARIABLE = "RUFF_SCHEDULER_TIMEOUT_MS";

  /** A trusted program without any option: what nearly every start is. */
  static RunRequest plain(ProgramSource source, List<String> arguments, Host host) {
    return new RunRequest(
        source,
        withoutSeparator(arguments),
        Permissions.unrestricted(host),
        defaultTimeout(host),
        Tiers.of(host),
        Errors.TEXT,
        false);
  }

  /** A program described by the options before it and the words from it on. */
  static RunRequest of(ParsedArguments arguments, Host host) throws UsageException {
    List<String> words = arguments.operands();
    String code = arguments.value(Options.CODE);
    if (code == null && words.isEmpty()) {
      throw UsageException.missing("FILE");
    }
    return new RunRequest(
        code == null ? ProgramSource.of(words.getFirst()) : new ProgramSource.Code(code),
        code == null ? withoutSeparator(words.subList(1, words.size())) : withoutSeparator(words),
        Permissions.policy(arguments, host),
        timeout(arguments, host),
        tiers(arguments, host),
        errors(arguments),
        arguments.has(Options.DUMP_BYTECODE));
  }

  EngineConfig config(Streams streams, BackgroundListener background) {
    return new EngineConfig(
        policy,
        streams.host(),
        new StandardLibrary(),
        arguments,
        schedulerTimeoutMillis,
        tiers.hotCode(streams.host()),
        background);
  }

  /** Drops the one {@code --} that may stand between a program and its arguments. */
  private static List<String> withoutSeparator(List<String> words) {
    boolean separated = !words.isEmpty() && words.getFirst().equals("--");
    return List.copyOf(separated ? words.subList(1, words.size()) : words);
  }

  private static long timeout(ParsedArguments arguments, Host host) throws UsageException {
    String given = arguments.value(Options.SCHEDULER_TIMEOUT);
    if (given == null) {
      return defaultTimeout(host);
    }
    long millis = positive(given);
    if (millis == 0) {
      throw UsageException.diagnostic("Scheduler timeout must be greater than 0ms");
    }
    if (millis < 0) {
      throw UsageException.invalidValue(
          given, Options.SCHEDULER_TIMEOUT, "not a number of milliseconds");
    }
    return millis;
  }

  private static long defaultTimeout(Host host) {
    String variable = host.environment().get(TIMEOUT_VARIABLE);
    long millis = variable == null ? 0 : positive(variable);
    return millis > 0 ? millis : DEFAULT_TIMEOUT_MILLIS;
  }

  /** The number in a text of digits, -1 for anything else. */
  private static long positive(String text) {
    try {
      return text.startsWith("+") ? -1 : Math.max(-1, Long.parseLong(text));
    } catch (NumberFormatException _) {
      return -1;
    }
  }

  private static Tiers tiers(ParsedArguments arguments, Host host) throws UsageException {
    RuntimeName.check(arguments);
    return Tiers.of(arguments, host);
  }

  private static Errors errors(ParsedArguments arguments) {
    if (arguments.has(Options.JSON_FRAMES)) {
      return Errors.JSON_WITH_FRAMES;
    }
    return arguments.has(Options.JSON_DIAGNOSTICS) ? Errors.JSON : Errors.TEXT;
  }
}

package ruff.cli;

import java.util.ArrayList;
import java.util.List;
import ruff.policy.Budget;
import ruff.policy.Capability;

/** Every option of every command, declared once. */
final class Options {
  static final Option HELP = Option.flag("--help", "h", "Print help");
  static final Option VERSION = Option.flag("--version", "V", "Print the version");

  static final Option CODE =
      new Option(
          "-e", "e", "CODE", "Run CODE instead of a file; words after it are arguments", false);

  static final Option UNTRUSTED = Option.flag("--untrusted", "Deny every effect on the host");
  static final Option ALLOW_ALL =
      Option.flag("--allow-all", "Allow every effect; wins over all other switches");
  static final Option ALLOW_NET =
      Option.flag("--allow-net", "Allow --allow-net-client and --allow-net-server");

  static final Option POLICY =
      Option.valued("--policy", "NAME", "Add the options of [policy.NAME] in ruff.toml");
  static final Option AUDIT_LOG =
      Option.valued("--audit-log", "FILE", "Write every decision to FILE, one JSON line each");
  static final Option AUDIT_ONLY =
      Option.flag("--audit-only", "Allow everything; tell at the end what would have sufficed");

  static final Option SCHEDULER_TIMEOUT =
      Option.valued(
          "--scheduler-timeout-ms", "N", "End a program that waits N ms for nothing (120000)");
  static final Option JSON_DIAGNOSTICS =
      Option.flag("--json-runtime-diagnostics", "Print errors as JSON on standard output");
  static final Option JSON_FRAMES =
      Option.flag("--json-runtime-frames", "The same, with the place of every active call");
  static final Option INTERPRETER =
      Option.flag("--interpreter", "Do not compile; tells a fault of the compiler from your own");
  static final Option JIT_LOG =
      Option.valued("--jit-log", "FILE", "Write what is compiled, and why not, to FILE");
  static final Option DUMP_CLASSES =
      Option.valued("--dump-classes", "DIR", "Write every class that is made into DIR");
  static final Option DUMP_BYTECODE =
      Option.flag("--dump-bytecode", "Print the program's instructions instead of running it");

  static final Option JIT = Option.flag("--jit", "Accepted and ignored").asHidden();
  static final Option RUNTIME =
      Option.valued("--runtime", "NAME", "Accepted and ignored: interpreter, vm or dual")
          .asHidden();

  static final Option CAPABILITIES =
      Option.flag("--capabilities", "List what the program and its modules may touch");
  static final Option QUIET = Option.flag("--quiet", "q", "Print nothing when all is well");
  static final Option CHECK_VERBOSE = Option.flag("--verbose", "v", "Print counts");
  static final Option TEST_VERBOSE = Option.flag("--verbose", "v", "Name what runs");
  static final Option JSON = Option.flag("--json", "Print the result as JSON");
  static final Option UPDATE = Option.flag("--update", "Write the snapshots anew");

  static final Option SEARCH =
      Option.valued("--search", "WORD", "List what has WORD in its name or description");

  static final Option HOST = Option.valued("--host", "H", "Listen at this address (127.0.0.1)");
  static final Option PORT =
      Option.valued("--port", "N", "Listen at this port; 0 for any that is free (8080)");
  static final Option INDEX =
      Option.valued("--index", "NAME", "The file that stands for a folder (index.html)");
  static final Option HARDENED =
      Option.valued("--hardened", "true|false", "Send headers that restrict browsers (true)");
  static final Option CACHE_MAX_AGE =
      Option.valued("--cache-max-age", "SECONDS", "How long browsers may keep files (300)");
  static final Option ACCESS_LOG =
      Option.flag("--access-log", "Print a line for each request on standard output");
  static final Option TLS_CERT =
      Option.valued("--tls-cert", "PEM", "Encrypt: the file of the certificate and its chain");
  static final Option TLS_KEY =
      Option.valued("--tls-key", "PEM", "Encrypt: the file of the private key");
  static final Option MAX_REQUEST_LINE =
      Option.valued("--max-request-line-bytes", "N", "Longest first line of a request (8192)");
  static final Option MAX_HEADER_BYTES =
      Option.valued("--max-header-bytes", "N", "Most bytes of all headers together (16384)");
  static final Option MAX_HEADER_COUNT =
      Option.valued("--max-header-count", "N", "Most headers of a request (100)");
  static final Option MAX_REQUEST_BODY =
      Option.valued("--max-request-body-bytes", "N", "Longest body of a request (1048576)");
  static final Option READ_TIMEOUT =
      Option.valued("--read-timeout-ms", "N", "Time for a request to come in (5000)");
  static final Option WRITE_TIMEOUT =
      Option.valued("--write-timeout-ms", "N", "Time in which an answer must get on (5000)");
  static final Option MAX_CONNECTIONS =
      Option.valued("--max-connections", "N", "Most requests handled at once (128)");
  static final Option LISTING = Option.flag("--listing", "Show what folders without an index hold");
  static final Option WATCH = Option.flag("--watch", "Reload pages in browsers when files change");
  static final Option OPEN = Option.flag("--open", "Open the site in a browser");

  static final List<Option> GLOBAL = List.of(HELP, VERSION);
  static final List<Option> RUN = run();
  static final List<Option> CHECK = List.of(CAPABILITIES, QUIET, CHECK_VERBOSE, JSON, HELP);
  static final List<Option> TEST = List.of(UPDATE, TEST_VERBOSE, RUNTIME, HELP);
  static final List<Option> DOC = List.of(SEARCH, HELP);
  static final List<Option> TEST_RUN = testRun();
  static final List<Option> SERVE =
      List.of(
          HOST,
          PORT,
          INDEX,
          LISTING,
          WATCH,
          OPEN,
          ACCESS_LOG,
          HARDENED,
          CACHE_MAX_AGE,
          TLS_CERT,
          TLS_KEY,
          MAX_REQUEST_LINE,
          MAX_HEADER_BYTES,
          MAX_HEADER_COUNT,
          MAX_REQUEST_BODY,
          READ_TIMEOUT,
          WRITE_TIMEOUT,
          MAX_CONNECTIONS,
          HELP);

  private Options() {}

  /** The option that grants a capability. */
  static Option granting(Capability capability) {
    return limitable(capability, capability.flag(), "Allow the program to ");
  }

  /** The option that takes a capability away. */
  static Option denying(Capability capability) {
    return limitable(capability, capability.denyFlag(), "Do not let it ");
  }

  private static Option limitable(Capability capability, String name, String verb) {
    String help = verb + capability.purpose();
    return capability.scope().isEmpty()
        ? Option.flag(name, help)
        : Option.optional(name, capability.scope(), help);
  }

  /** The option that limits what a program may use. */
  static Option limiting(Budget budget) {
    return Option.valued(budget.flag(), budget.value(), budget.help());
  }

  private static List<Option> run() {
    List<Option> options = new ArrayList<>();
    options.add(CODE);
    addPermissions(options);
    options.add(AUDIT_ONLY);
    options.add(SCHEDULER_TIMEOUT);
    options.add(JSON_DIAGNOSTICS);
    options.add(JSON_FRAMES);
    options.add(DUMP_BYTECODE);
    options.add(JIT_LOG);
    options.add(DUMP_CLASSES);
    addTiers(options);
    return List.copyOf(options);
  }

  private static List<Option> testRun() {
    List<Option> options = new ArrayList<>();
    options.add(TEST_VERBOSE);
    options.add(JSON);
    addPermissions(options);
    options.add(SCHEDULER_TIMEOUT);
    addTiers(options);
    return List.copyOf(options);
  }

  private static void addPermissions(List<Option> options) {
    options.add(UNTRUSTED);
    options.add(ALLOW_ALL);
    for (Capability capability : Capability.values()) {
      options.add(granting(capability));
    }
    options.add(ALLOW_NET);
    for (Capability capability : Capability.values()) {
      options.add(denying(capability));
    }
    options.add(POLICY);
    options.add(AUDIT_LOG);
    for (Budget budget : Budget.values()) {
      options.add(limiting(budget));
    }
  }

  private static void addTiers(List<Option> options) {
    options.add(INTERPRETER);
    options.add(JIT);
    options.add(RUNTIME);
    options.add(HELP);
  }
}

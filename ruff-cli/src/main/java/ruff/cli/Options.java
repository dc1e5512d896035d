package ruff.cli;

import java.util.ArrayList;
import java.util.List;
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

  static final Option QUIET = Option.flag("--quiet", "q", "Print nothing when all is well");
  static final Option CHECK_VERBOSE = Option.flag("--verbose", "v", "Print counts");
  static final Option TEST_VERBOSE = Option.flag("--verbose", "v", "Name what runs");
  static final Option JSON = Option.flag("--json", "Print the result as JSON");
  static final Option UPDATE = Option.flag("--update", "Write the snapshots anew");

  static final Option SEARCH =
      Option.valued("--search", "WORD", "List what has WORD in its name or description");

  static final List<Option> GLOBAL = List.of(HELP, VERSION);
  static final List<Option> RUN = run();
  static final List<Option> CHECK = List.of(QUIET, CHECK_VERBOSE, JSON, HELP);
  static final List<Option> TEST = List.of(UPDATE, TEST_VERBOSE, RUNTIME, HELP);
  static final List<Option> DOC = List.of(SEARCH, HELP);
  static final List<Option> TEST_RUN = testRun();

  private Options() {}

  /** The switch that grants a capability. */
  static Option granting(Capability capability) {
    return Option.flag(capability.flag(), "Allow the program to " + capability.purpose());
  }

  private static List<Option> run() {
    List<Option> options = new ArrayList<>();
    options.add(CODE);
    addPermissions(options);
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
  }

  private static void addTiers(List<Option> options) {
    options.add(INTERPRETER);
    options.add(JIT);
    options.add(RUNTIME);
    options.add(HELP);
  }
}

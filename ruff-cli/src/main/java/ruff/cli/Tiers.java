package ruff.cli;

import java.nio.file.Path;
import ruff.host.Host;
import ruff.interpreter.HotCode;
import ruff.jit.CompileTime;
import ruff.jit.Jit;
import ruff.jit.JitLog;

/**
 * Which ways of running code may be used.
 *
 * @param log the file that hears of every compilation, or null
 * @param classes the folder that gets every class made, or null
 */
record Tiers(Mode mode, String log, String classes) {
  /** What is compiled. */
  enum Mode {
    /** Nothing. */
    OFF,
    /** What proves hot. */
    AUTO,
    /** Everything, at its first call. */
    EAGER
  }

  private static final String VARIABLE = "RUFF_JIT";

  /** What the environment asks for. */
  static Tiers of(Host host) {
    return new Tiers(mode(host), null, null);
  }

  static Tiers of(ParsedArguments arguments, Host host) {
    Mode mode = arguments.has(Options.INTERPRETER) ? Mode.OFF : mode(host);
    return new Tiers(mode, arguments.value(Options.JIT_LOG), arguments.value(Options.DUMP_CLASSES));
  }

  private static Mode mode(Host host) {
    String variable = host.environment().get(VARIABLE);
    if ("eager".equals(variable)) {
      return Mode.EAGER;
    }
    return "off".equals(variable) ? Mode.OFF : Mode.AUTO;
  }

  HotCode hotCode(Host host) {
    if (mode == Mode.OFF) {
      return HotCode.NONE;
    }
    JitLog journal = log == null && classes == null ? JitLog.NONE : journal(host);
    return mode == Mode.EAGER
        ? Jit.eager(journal)
        : Jit.within(new CompileTime(host.clock()), journal);
  }

  private JitLog journal(Host host) {
    return new JitLog(JitJournal.of(host, resolved(host, log), resolved(host, classes)));
  }

  private static Path resolved(Host host, String path) {
    return path == null ? null : host.directory().current().resolve(path);
  }
}

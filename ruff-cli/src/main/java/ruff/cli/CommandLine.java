package ruff.cli;

import java.util.Arrays;
import java.util.List;
import ruff.host.Host;
import ruff.source.Spelling;

/** One call of {@code ruff}: chooses the command, runs it, answers with an exit status. */
public final class CommandLine {
  private final Streams streams;

  /**
   * @param terminal what is known of the standard streams
   */
  CommandLine(Host host, Terminal terminal) {
    this.streams = new Streams(host, terminal);
  }

  /** A command line whose standard streams are no terminals. */
  public CommandLine(Host host) {
    this(host, Terminal.NONE);
  }

  /** Runs the command; standard output is flushed when this returns. */
  public int run(String... arguments) {
    int status = isPlainRun(arguments) ? runPlain(arguments) : runAny(Arrays.asList(arguments));
    streams.host().stdout().flush();
    return status;
  }

  /**
   * Nearly every start is {@code ruff run FILE ...} or {@code ruff FILE.ruff ...}: it does not load
   * the tables of commands and options.
   */
  private static boolean isPlainRun(String[] arguments) {
    if (arguments.length == 0) {
      return false;
    }
    String first = arguments[0];
    boolean command = first.equals("run") && arguments.length > 1 && isOperand(arguments[1]);
    return command || (first.endsWith(".ruff") && isOperand(first));
  }

  private static boolean isOperand(String word) {
    return !word.startsWith("-") || word.equals("-");
  }

  private int runPlain(String[] arguments) {
    int file = arguments[0].equals("run") ? 1 : 0;
    List<String> words = Arrays.asList(arguments).subList(file + 1, arguments.length);
    ProgramSource source = ProgramSource.of(arguments[file]);
    RunRequest request = RunRequest.plain(source, words, streams.host());
    return new RunCommand(streams).run(request);
  }

  private int runAny(List<String> arguments) {
    String first = arguments.isEmpty() ? "--help" : arguments.getFirst();
    Command command = Command.named(first);
    try {
      return command == null
          ? runWithoutCommand(first, arguments)
          : runCommand(command, arguments.subList(1, arguments.size()));
    } catch (UsageException fault) {
      return complain(fault, command);
    }
  }

  private int runWithoutCommand(String first, List<String> arguments) throws UsageException {
    switch (first) {
      case "-h", "--help":
        streams.print(Help.main());
        return ExitStatus.OK;
      case "-V", "--version":
        return printVersion();
      default:
        break;
    }
    if (isOperand(first) && !isProgram(first)) {
      throw unknownCommand(first);
    }
    ParsedArguments parsed = ParsedArguments.leading(Options.RUN, arguments);
    boolean commandFollows =
        !parsed.has(Options.CODE)
            && !parsed.operands().isEmpty()
            && Command.named(parsed.operands().getFirst()) != null;
    if (commandFollows) {
      String word = parsed.operands().getFirst();
      throw UsageException.of("options of '" + word + "' must follow it");
    }
    ParentRights.check(Command.RUN, parsed, streams.host());
    return new RunCommand(streams).run(parsed);
  }

  /** A word that is no command is a program when it looks like one or is there. */
  private boolean isProgram(String word) {
    return word.equals("-")
        || word.endsWith(".ruff")
        || word.indexOf('/') >= 0
        || streams.host().sources().isFile(streams.host().directory().resolve(word));
  }

  private int runCommand(Command command, List<String> words) throws UsageException {
    boolean programFollows = command == Command.RUN || command == Command.TEST_RUN;
    if (!command.built()) {
      return notBuilt(command, words);
    }
    ParsedArguments parsed =
        programFollows
            ? ParsedArguments.leading(command.options(), words)
            : ParsedArguments.mixed(command.options(), words);
    if (parsed.has(Options.HELP)) {
      streams.print(Help.of(command));
      return ExitStatus.OK;
    }
    ParentRights.check(command, parsed, streams.host());
    return switch (command) {
      case RUN -> new RunCommand(streams).run(parsed);
      case CHECK -> new CheckCommand(streams).run(parsed);
      case TEST -> new SnapshotCommand(streams).run(parsed);
      case TEST_RUN -> new TestRunCommand(streams).run(parsed);
      case DOC -> new DocCommand(streams).run(parsed);
      case SERVE -> new ServeCommand(streams).run(parsed);
      case VERSION -> printVersion();
      case HELP -> printHelp(parsed.operands());
      default -> notBuilt(command, words);
    };
  }

  private int notBuilt(Command command, List<String> words) {
    if (words.contains(Options.HELP.name()) || words.contains("-h")) {
      streams.print(Help.of(command));
      return ExitStatus.OK;
    }
    streams.complain("error: the command '" + command.word() + "' is not built yet\n");
    return ExitStatus.USAGE;
  }

  private int printVersion() {
    streams.print("ruff " + Version.text() + "\n");
    return ExitStatus.OK;
  }

  private int printHelp(List<String> topics) throws UsageException {
    if (topics.isEmpty()) {
      streams.print(Help.main());
      return ExitStatus.OK;
    }
    String topic = topics.getFirst();
    Command command = Command.named(topic);
    if (command == null && !topic.equals("editor")) {
      throw unknownCommand(topic);
    }
    streams.print(command == null ? Help.editor() : Help.of(command));
    return ExitStatus.OK;
  }

  private static UsageException unknownCommand(String word) {
    String nearest = Spelling.nearest(word, Command.words());
    String hint = nearest == null ? "" : "; did you mean '" + nearest + "'?";
    return UsageException.of("unknown command '" + word + "'" + hint);
  }

  private int complain(UsageException fault, Command command) {
    if (fault.coded()) {
      streams.complainOfUse(fault.getMessage());
      return fault.status();
    }
    StringBuilder text = new StringBuilder("error: ").append(fault.getMessage()).append('\n');
    if (fault.tip() != null) {
      text.append("\n  tip: ").append(fault.tip()).append('\n');
    }
    String usage = command == null ? "ruff [COMMAND] [OPTIONS] FILE [ARGS...]" : command.usage();
    text.append("\nUsage: ").append(usage).append("\n\nFor more information, try '--help'.\n");
    streams.complain(text.toString());
    return ExitStatus.USAGE;
  }
}

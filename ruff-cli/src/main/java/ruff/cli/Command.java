package ruff.cli;

import java.util.ArrayList;
import java.util.List;

/** Every command, in the order of the help text. */
enum Command {
  RUN("run", "FILE [ARGS...]", "Run a program (FILE may be - for standard input)", Options.RUN),
  CHECK("check", "FILE...", "Look for faults without running", Options.CHECK),
  REPL("repl", "", "Try things line by line"),
  TEST("test", "", "Compare the output of tests/*.ruff with their snapshots", Options.TEST),
  TEST_RUN("test-run", "FILE [ARGS...]", "Run the test blocks of a file", Options.TEST_RUN),
  DOC("doc", "[NAME]", "Describe a function of the library", Options.DOC),
  FORMAT("format", "FILE...", "Lay out source files"),
  LINT("lint", "FILE...", "Point out doubtful code"),
  INIT("init", "", "Start a project"),
  PACKAGE_ADD("package-add", "NAME", "Add a dependency to ruff.toml"),
  PACKAGE_INSTALL("package-install", "", "Write or verify ruff.lock"),
  SERVE("serve", "[DIR]", "Serve a folder over HTTP", Options.SERVE),
  DOCGEN("docgen", "PATH", "Write documentation pages"),
  LSP("lsp", "", "Run the language server"),
  PROFILE("profile", "FILE [ARGS...]", "Show where a program spends its time"),
  BENCH("bench", "[PATH]", "Time programs"),
  DOCTOR("doctor", "", "Check this installation and project"),
  VERSION("version", "", "Print the version", List.of(Options.HELP)),
  HELP("help", "[COMMAND]", "Print help", List.of(Options.HELP)),
  LSP_COMPLETE("lsp-complete", "FILE", "List completions at a place", true),
  LSP_DEFINITION("lsp-definition", "FILE", "Find where a name is made", true),
  LSP_REFERENCES("lsp-references", "FILE", "Find the uses of a name", true),
  LSP_HOVER("lsp-hover", "FILE", "Describe a name", true),
  LSP_DIAGNOSTICS("lsp-diagnostics", "FILE", "List the faults of a file", true),
  LSP_RENAME("lsp-rename", "FILE", "Rename a name", true),
  LSP_CODE_ACTIONS("lsp-code-actions", "FILE", "List mechanical fixes", true);

  private final String word;
  private final String operands;
  private final String summary;
  private final List<Option> options;
  private final boolean built;
  private final boolean forEditors;

  Command(String word, String operands, String summary, List<Option> options) {
    this(word, operands, summary, options, true, false);
  }

  /** A command that is promised but not built yet. */
  Command(String word, String operands, String summary) {
    this(word, operands, summary, List.of(Options.HELP), false, false);
  }

  Command(String word, String operands, String summary, boolean forEditors) {
    this(word, operands, summary, List.of(Options.HELP), false, forEditors);
  }

  Command(
      String word,
      String operands,
      String summary,
      List<Option> options,
      boolean built,
      boolean forEditors) {
    this.word = word;
    this.operands = operands;
    this.summary = summary;
    this.options = options;
    this.built = built;
    this.forEditors = forEditors;
  }

  /** The command of that name, or null. */
  static Command named(String word) {
    for (Command command : values()) {
      if (command.word.equals(word)) {
        return command;
      }
    }
    return null;
  }

  static List<String> words() {
    List<String> words = new ArrayList<>();
    for (Command command : values()) {
      words.add(command.word);
    }
    return words;
  }

  String word() {
    return word;
  }

  /** What it does, in one line. */
  String summary() {
    return summary;
  }

  List<Option> options() {
    return options;
  }

  /** False for a command that only answers that it does not exist yet. */
  boolean built() {
    return built;
  }

  /** True for the one-shot queries that {@code ruff help editor} lists. */
  boolean forEditors() {
    return forEditors;
  }

  /** The first line of its help. */
  String usage() {
    String usage = "ruff " + word + " [OPTIONS]";
    return operands.isEmpty() ? usage : usage + " " + operands;
  }
}

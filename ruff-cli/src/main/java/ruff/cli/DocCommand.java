package ruff.cli;

import java.util.List;
import java.util.stream.Collectors;
import ruff.natives.Family;
import ruff.natives.NativeEntry;
import ruff.natives.reference.EntryText;
import ruff.natives.reference.Reference;
import ruff.stdlib.Declarations;

/**
 * {@code ruff doc}: describes one function or constant of the library, finds some by a word, or
 * lists all names.
 */
final class DocCommand {
  private final Streams streams;
  private final Reference reference;

  DocCommand(Streams streams) {
    this.streams = streams;
    this.reference = Reference.read(Declarations.index());
  }

  int run(ParsedArguments arguments) throws UsageException {
    List<String> names = arguments.operands();
    if (arguments.has(Options.SEARCH)) {
      if (!names.isEmpty()) {
        throw UsageException.tooMany(names.getFirst());
      }
      return search(arguments.value(Options.SEARCH));
    }
    if (names.isEmpty()) {
      streams.print(overview());
      return ExitStatus.OK;
    }
    int status = ExitStatus.OK;
    for (int i = 0; i < names.size(); i++) {
      status = Math.max(status, describe(names.get(i), i > 0));
    }
    return status;
  }

  private int describe(String name, boolean another) {
    List<NativeEntry> found = reference.find(name);
    if (found.isEmpty()) {
      streams.complain("error: " + unknown(name) + "\n");
      return ExitStatus.GATE;
    }
    String text = found.stream().map(EntryText::plain).collect(Collectors.joining("\n"));
    streams.print(another ? "\n" + text : text);
    return ExitStatus.OK;
  }

  private String unknown(String name) {
    String nearest = reference.nearest(name);
    if (nearest != null) {
      return "nothing is called '" + name + "'; did you mean '" + nearest + "'?";
    }
    return reference.search(name).isEmpty()
        ? "nothing is called '" + name + "'"
        : "nothing is called '" + name + "'; try 'ruff doc --search " + name + "'";
  }

  private int search(String word) {
    List<NativeEntry> found = reference.search(word);
    if (word.isBlank() || found.isEmpty()) {
      String nearest = reference.nearest(word);
      String hint = nearest == null ? "" : "; did you mean '" + nearest + "'?";
      streams.complain(
          "error: nothing has '" + word + "' in its name or description" + hint + "\n");
      return ExitStatus.GATE;
    }
    int width = found.stream().mapToInt(entry -> entry.name().length()).max().orElseThrow();
    StringBuilder rows = new StringBuilder();
    for (NativeEntry entry : found) {
      rows.append(entry.name()).append(" ".repeat(width + 2 - entry.name().length()));
      rows.append(entry.doc()).append('\n');
    }
    streams.print(rows.toString());
    return ExitStatus.OK;
  }

  private String overview() {
    StringBuilder text = new StringBuilder();
    for (Family family : Family.values()) {
      List<NativeEntry> entries = reference.of(family);
      if (!entries.isEmpty()) {
        text.append(text.isEmpty() ? "" : "\n").append(family.title()).append(":\n");
        appendNames(text, entries.stream().map(NativeEntry::name).toList());
      }
    }
    return text.append("\n'ruff doc NAME' says more, 'ruff doc --search WORD' finds.\n").toString();
  }

  private static void appendNames(StringBuilder text, List<String> names) {
    int column = 0;
    for (String name : names) {
      if (column > 0 && column + name.length() + 1 > 80) {
        text.append('\n');
        column = 0;
      }
      text.append(column == 0 ? "  " : " ").append(name);
      column += name.length() + (column == 0 ? 2 : 1);
    }
    text.append('\n');
  }
}

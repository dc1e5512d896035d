package ruff.natives.reference;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ruff.natives.Family;
import ruff.natives.NativeEntry;
import ruff.natives.reference.EntryText.Problem;

/** The page {@code docs/STANDARD_LIBRARY.md}: every function and constant, by family. */
public final class ReferencePage {
  private static final String HEAD =
      """
      # Standard library

      This page is made from the declarations of the functions and tested against them: each signature,
      error, capability and example below is checked in every build. `ruff doc NAME` prints one entry,
      `ruff doc --search WORD` finds entries.

      - Functions are values and never change their arguments: `push(xs, 1)` gives a new array.
      - `name?` may be left out, `name...` takes any number of arguments. `number` is int or float;
        where an int is needed, a float is cut towards zero.
      - Every error can be caught with `try`; its text is `e.message`. In the texts, `K` is the number of
        arguments given, `V` a value in the form of `debug`, `P` a path as written, `OSERR` the system's
        own text, `WHY` a reason, `TYPE` a type, `N` a number.
      - Arguments are checked from left to right, after their number, after the capability.
      - Without its capability a function raises
        `Capability denied: CAPABILITY required for NAME; rerun with FLAG`, whatever its arguments are.
        A program that is run without any such flag may do everything, one that is run with
        `--untrusted` or with some flags only what these grant.
      - The examples find these files beside them: `abc.txt` (holding `abc`), `two.txt` (the lines `a`
        and `b`), `sub/x.txt`, `gone.txt`, `mv.txt`, `rw.bin` and `tr.bin` (three bytes each), an empty
        folder `empty`, a picture `p.ppm` of 2 by 1 pixels, the archives `pack.zip` and `pack.tar` with
        `abc.txt` in them, `abc.gz`;
        the environment variables `RH_T` (`42`) and `RH_B` (`true`); the variables `pub` and `priv`, a
        pair of RSA keys, `claims`, which is `{"sub": "u1"}`, `base`, the address of a web server,
        `port`, where a server on this machine says `hello`, `listener`, at which a connection waits, and
        `mailbox`, in which a datagram does. `example` shows what `print(example)` would print.
      """;

  private static final Pattern BACKQUOTES = Pattern.compile("`+");

  private ReferencePage() {}

  public static String text(Reference reference) {
    StringBuilder page = new StringBuilder(HEAD).append("\n## Families\n\n");
    for (Family family : Family.values()) {
      List<NativeEntry> entries = reference.of(family);
      if (!entries.isEmpty()) {
        page.append("- [")
            .append(family.title())
            .append("](#")
            .append(anchor(family))
            .append("): ");
        page.append(joined(entries, entry -> code(entry.name()))).append('\n');
      }
    }
    for (Family family : Family.values()) {
      List<NativeEntry> entries = reference.of(family);
      if (!entries.isEmpty()) {
        page.append("\n## ").append(family.title()).append('\n');
        entries.forEach(entry -> append(page, entry));
      }
    }
    return page.toString();
  }

  /** The name of the heading's link, as viewers of Markdown make it. */
  private static String anchor(Family family) {
    return family.title().toLowerCase(java.util.Locale.ROOT).replace(",", "").replace(' ', '-');
  }

  private static String joined(List<NativeEntry> entries, Function<NativeEntry, String> text) {
    return entries.stream().map(text).collect(Collectors.joining(", "));
  }

  private static void append(StringBuilder page, NativeEntry entry) {
    EntryText text = new EntryText(entry, ReferencePage::code);
    page.append("\n### ").append(entry.name()).append("\n\n```\n");
    page.append(EntryText.heading(entry)).append("\n```\n\n").append(entry.doc()).append('\n');
    text.facts().forEach(fact -> page.append(fact).append('\n'));
    List<Problem> problems = text.problems();
    if (!problems.isEmpty()) {
      page.append("\nErrors:\n\n");
      problems.forEach(problem -> page.append("- ").append(item(problem)).append('\n'));
    }
    appendExample(page, entry);
  }

  private static String item(Problem problem) {
    String condition = problem.condition().isEmpty() ? "" : ": " + problem.condition();
    return code(problem.text()) + condition;
  }

  private static void appendExample(StringBuilder page, NativeEntry entry) {
    page.append("\nExample: ").append(code(entry.example()));
    boolean oneLine = !entry.result().isEmpty() && !entry.result().contains("\n");
    if (oneLine) {
      page.append(" shows ").append(code(entry.result())).append('\n');
    } else {
      page.append(" shows\n\n```\n").append(entry.result());
      page.append(entry.result().endsWith("\n") ? "```\n" : "\n```\n");
    }
  }

  /** A span of code, fenced by more backquotes than it holds in a row. */
  private static String code(String text) {
    int longest = 0;
    Matcher matcher = BACKQUOTES.matcher(text);
    while (matcher.find()) {
      longest = Math.max(longest, matcher.end() - matcher.start());
    }
    String fence = "`".repeat(longest + 1);
    boolean atEnd = text.startsWith("`") || text.endsWith("`");
    return atEnd ? fence + " " + text + " " + fence : fence + text + fence;
  }
}

package ruff.conformance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads attacks from the files below {@code src/test/resources/attacks}, one for each class.
 *
 * <p>A case begins with {@code == ID TITLE}. Lines behind a bar are its program, behind {@code >}
 * what it prints, exactly. {@code flags} are the options, {@code denied CAPABILITY FUNCTION} the
 * denial that it ends with, {@code error TEXT} another end, {@code status N} another status. {@code
 * file PATH} with lines behind {@code +}, {@code link PATH TARGET}, {@code twin PATH FILE} (a
 * second name) and {@code env NAME=VALUE} add to what it finds. Nothing below its folder may be
 * different afterwards but what {@code changes PATH} names, and nobody may have connected to the
 * waiting port {@code {PORT}} more often than {@code connections N} says. {@code alone} runs it
 * only in a process of its own, {@code within N} gives it so many milliseconds. {@code not REASON}
 * says why an attack of the catalogue cannot be made.
 */
final class AttackCorpus {
  private static final Path FOLDER = Corpus.MODULE.resolve("src/test/resources/attacks");
  private static final List<String> FILES =
      List.of("paths", "network", "processes", "imports", "data", "engine");

  private AttackCorpus() {}

  static List<AttackCase> load() {
    return FILES.stream().flatMap(file -> load(file).stream()).toList();
  }

  /** The cases of one file. */
  static List<AttackCase> load(String file) {
    List<AttackCase> cases = new ArrayList<>();
    for (String line : Corpus.read(FOLDER.resolve(file + ".txt"), "").lines().toList()) {
      if (line.startsWith("== ")) {
        String[] head = line.substring(3).split(" ", 2);
        cases.add(new AttackCase(head[0], head[1]));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        cases.getLast().addLine(line);
      }
    }
    return cases;
  }
}

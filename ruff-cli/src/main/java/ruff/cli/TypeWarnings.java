package ruff.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ruff.cli.Style.Ink;
import ruff.engine.CompiledProgram;
import ruff.interpreter.LibraryEnvironment;
import ruff.natives.NativeEntry;
import ruff.natives.NativeIndex;
import ruff.source.DiagnosticCode;
import ruff.stdlib.StandardLibrary;
import ruff.tools.types.Finding;
import ruff.tools.types.TypeChecker;

/** What the type checker finds in a program; it changes no exit status. */
record TypeWarnings(String file, List<Finding> findings) {
  private static final String HEADING = "Type checking warnings:";

  static TypeWarnings of(String file, CompiledProgram program) {
    Map<String, String> results = nativeResults();
    return new TypeWarnings(
        file,
        TypeChecker.check(
            program.tree(),
            new LibraryEnvironment(new StandardLibrary()),
            name -> results.getOrDefault(name, "")));
  }

  private static Map<String, String> nativeResults() {
    Map<String, String> results = new HashMap<>();
    try (InputStream index = StandardLibrary.class.getResourceAsStream("natives.txt")) {
      String text = new String(index.readAllBytes(), StandardCharsets.UTF_8);
      for (NativeEntry entry : NativeIndex.read(text)) {
        results.put(entry.name(), entry.returns());
        entry.aliases().forEach(alias -> results.put(alias, entry.returns()));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return results;
  }

  String text(Style style) {
    StringBuilder text = new StringBuilder(HEADING).append('\n');
    for (Finding finding : findings) {
      append(text, finding, style);
    }
    return text.append('\n').toString();
  }

  private void append(StringBuilder text, Finding finding, Style style) {
    DiagnosticCode code = DiagnosticCode.VM;
    text.append("  ")
        .append(style.paint(Ink.CODE, "[" + code.id() + "]"))
        .append(' ')
        .append(style.paint(Ink.SUBSYSTEM, "[" + code.subsystem().label() + "]"))
        .append(' ')
        .append(style.paint(Ink.KIND, finding.kind().title() + ":"))
        .append(' ')
        .append(style.paint(Ink.MESSAGE, finding.message()))
        .append('\n');
    String place = DiagnosticText.place(file, finding.position());
    text.append("  ").append(style.paint(Ink.LOCATION, "--> " + place)).append('\n');
    if (finding.suggestion() != null) {
      String question = "Did you mean '" + finding.suggestion() + "'?";
      text.append("   = ").append(style.paint(Ink.SUGGESTION, question)).append('\n');
    }
    if (finding.note() != null) {
      text.append("   = ").append(style.paint(Ink.NOTE, "note: " + finding.note())).append('\n');
    }
  }

  List<Map<String, Object>> json() {
    List<Map<String, Object>> warnings = new ArrayList<>();
    for (Finding finding : findings) {
      Map<String, Object> warning = new HashMap<>();
      warning.put("kind", finding.kind().title());
      warning.put("message", finding.message());
      warning.put("line", finding.position().line());
      warning.put("column", finding.position().column());
      warnings.add(warning);
    }
    return warnings;
  }
}

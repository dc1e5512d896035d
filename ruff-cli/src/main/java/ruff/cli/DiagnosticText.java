package ruff.cli;

import java.util.List;
import ruff.cli.Style.Ink;
import ruff.source.Diagnostic;
import ruff.source.DiagnosticCode;
import ruff.source.DiagnosticCode.Subsystem;
import ruff.source.Position;

/**
 * Shows faults that were found before a program ran: one block each, without blank lines between.
 */
final class DiagnosticText {
  private final Style style;

  DiagnosticText(Style style) {
    this.style = style;
  }

  String render(List<Diagnostic> diagnostics) {
    StringBuilder text = new StringBuilder();
    for (Diagnostic diagnostic : diagnostics) {
      append(text, diagnostic);
    }
    return text.toString();
  }

  /** A fault without a place, such as a file that cannot be read. */
  String render(DiagnosticCode code, String message) {
    return render(List.of(new Diagnostic(code, message, null, null)));
  }

  /** The message as people see it: compile errors say what they are. */
  static String message(Diagnostic diagnostic) {
    return diagnostic.code().subsystem() == Subsystem.VM
        ? "Compilation error: " + diagnostic.message()
        : diagnostic.message();
  }

  private void append(StringBuilder text, Diagnostic diagnostic) {
    DiagnosticCode code = diagnostic.code();
    text.append(style.paint(Ink.CODE, "[" + code.id() + "]"))
        .append(' ')
        .append(style.paint(Ink.SUBSYSTEM, "[" + code.subsystem().label() + "]"))
        .append(' ')
        .append(style.paint(Ink.KIND, "error:"))
        .append(' ')
        .append(style.paint(Ink.MESSAGE, message(diagnostic)))
        .append('\n');
    if (diagnostic.position() != null) {
      String place = place(diagnostic.file(), diagnostic.position());
      text.append("  ").append(style.paint(Ink.LOCATION, "--> " + place)).append('\n');
    }
    if (code.subsystem().help() != null) {
      text.append("  = ")
          .append(style.paint(Ink.HELP, "help: " + code.subsystem().help()))
          .append('\n');
    }
  }

  /** {@code file:line:column}, without the file when it is unknown. */
  static String place(String file, Position position) {
    String place = position.line() + ":" + position.column();
    return file == null ? place : file + ":" + place;
  }
}

package ruff.cli;

import java.util.List;
import ruff.cli.Style.Ink;
import ruff.engine.Failure;
import ruff.engine.StackFrame;
import ruff.source.DiagnosticCode;
import ruff.source.Position;

/** Shows an uncaught error: message, place with its source line, hints, active functions. */
final class FailureText {
  private static final int INNERMOST_SHOWN = 40;
  private static final int OUTERMOST_SHOWN = 10;

  private final Style style;

  FailureText(Style style) {
    this.style = style;
  }

  String render(Failure failure) {
    StringBuilder text = new StringBuilder();
    headline(text, failure);
    if (failure.position() != null) {
      String place = DiagnosticText.place(failure.file(), failure.position());
      text.append("  ").append(style.paint(Ink.LOCATION, "--> " + place)).append('\n');
      excerpt(text, failure);
    }
    if (failure.help() != null) {
      text.append("   = ").append(style.paint(Ink.HELP, "help: " + failure.help())).append('\n');
    }
    if (failure.suggestion() != null) {
      String question = "Did you mean '" + failure.suggestion() + "'?";
      text.append("   = ").append(style.paint(Ink.SUGGESTION, question)).append('\n');
    }
    callStack(text, failure.frames().reversed());
    return text.toString();
  }

  private void headline(StringBuilder text, Failure failure) {
    DiagnosticCode code = DiagnosticCode.VM;
    text.append(style.paint(Ink.CODE, "[" + code.id() + "]"))
        .append(' ')
        .append(style.paint(Ink.SUBSYSTEM, "[" + code.subsystem().label() + "]"))
        .append(' ')
        .append(style.paint(Ink.KIND, "Runtime Error:"))
        .append(' ')
        .append(style.paint(Ink.MESSAGE, failure.message()))
        .append('\n');
  }

  private void excerpt(StringBuilder text, Failure failure) {
    Position position = failure.position();
    if (failure.source() == null || position.line() > failure.source().lineCount()) {
      return;
    }
    String line = failure.source().line(position.line());
    String ruler = style.paint(Ink.LOCATION, "   |");
    text.append(ruler).append('\n');
    text.append(style.paint(Ink.LOCATION, lineNumber(position.line()) + " |"));
    text.append(' ').append(line).append('\n');
    text.append(ruler)
        .append(indent(line, position.column()))
        .append(style.paint(Ink.CARET, "^"))
        .append('\n');
    text.append(ruler).append('\n');
  }

  /** To width 3, without the formatting of the JDK, which takes long to start. */
  private static String lineNumber(int line) {
    String digits = Integer.toString(line);
    return " ".repeat(Math.max(0, 3 - digits.length())) + digits;
  }

  /** The blanks before a column, with tabs where the line has them, so that the caret lines up. */
  private static String indent(String line, int column) {
    StringBuilder indent = new StringBuilder(" ");
    line.codePoints()
        .limit(column - 1L)
        .forEach(character -> indent.append(character == '\t' ? '\t' : ' '));
    return indent.toString();
  }

  private void callStack(StringBuilder text, List<StackFrame> innermostFirst) {
    if (innermostFirst.isEmpty()) {
      return;
    }
    int count = innermostFirst.size();
    int hidden = count - INNERMOST_SHOWN - OUTERMOST_SHOWN;
    text.append('\n').append(style.paint(Ink.HEADING, "Call stack:")).append('\n');
    for (int i = 0; i < count; i++) {
      if (hidden > 0 && i == INNERMOST_SHOWN) {
        text.append("  ... (").append(hidden).append(" more)\n");
        i += hidden;
      }
      frame(text, i, innermostFirst.get(i));
    }
    text.append('\n');
  }

  private void frame(StringBuilder text, int index, StackFrame frame) {
    text.append("  ")
        .append(style.paint(Ink.LOCATION, Integer.toString(index)))
        .append(" at ")
        .append(frame.function());
    if (frame.position() != null) {
      text.append(" (").append(DiagnosticText.place(frame.file(), frame.position())).append(')');
    }
    text.append('\n');
  }
}

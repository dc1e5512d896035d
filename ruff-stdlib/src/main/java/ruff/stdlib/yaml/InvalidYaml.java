package ruff.stdlib.yaml;

import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** A text is not YAML, or asks for more than is given; the message says why, mostly with where. */
final class InvalidYaml extends Exception {
  private static final long serialVersionUID = 1L;

  InvalidYaml(String message) {
    super(message, null, false, false);
  }

  /** A problem with what an event stands for. */
  static InvalidYaml at(String reason, Event event) {
    return new InvalidYaml(reason + event.getStartMark().map(InvalidYaml::place).orElse(""));
  }

  /** A problem that the library found. */
  static InvalidYaml of(YamlEngineException problem) {
    if (!(problem instanceof MarkedYamlEngineException marked) || marked.getProblem() == null) {
      return new InvalidYaml(String.valueOf(problem.getMessage()).lines().findFirst().orElse(""));
    }
    String text = marked.getProblem() + marked.getProblemMark().map(InvalidYaml::place).orElse("");
    if (marked.getContext() == null) {
      return new InvalidYaml(text);
    }
    String context = marked.getContextMark().map(InvalidYaml::place).orElse("");
    return new InvalidYaml(text + ", " + marked.getContext() + context);
  }

  private static String place(Mark mark) {
    return " at line " + (mark.getLine() + 1) + " column " + (mark.getColumn() + 1);
  }
}

package ruff.engine;

import java.util.List;
import ruff.source.Position;
import ruff.source.SourceText;

/**
 * An error that ended a program or a part of it.
 *
 * @param file the path for messages; null when unknown
 * @param source the text of that file; null when unknown
 * @param position null when unknown
 * @param suggestion a name that may have been meant, or null
 * @param help a sentence of advice, or null
 * @param frames the active functions, outermost first
 * @param internal true for a defect of the runtime itself
 */
public record Failure(
    String message,
    String file,
    SourceText source,
    Position position,
    String suggestion,
    String help,
    List<StackFrame> frames,
    boolean internal) {}

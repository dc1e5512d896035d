package ruff.lexer;

import ruff.source.Span;

/** A piece of text between tokens. */
public record Trivia(Kind kind, Span span) {
  /** What the text is. */
  public enum Kind {
    BYTE_ORDER_MARK,
    /** A run of spaces and tabs. */
    WHITESPACE,
    /** One line end. */
    NEWLINE,
    /** {@code #} or {@code //} up to the line end, which is not included. */
    LINE_COMMENT,
    BLOCK_COMMENT,
    /** A character that belongs to no token; it was reported. */
    SKIPPED
  }

  public boolean isComment() {
    return kind == Kind.LINE_COMMENT || kind == Kind.BLOCK_COMMENT;
  }
}

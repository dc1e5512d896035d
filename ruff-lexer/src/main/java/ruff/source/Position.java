package ruff.source;

/** A place for people: line and column from 1, columns counted in code points. */
public record Position(int line, int column) {}

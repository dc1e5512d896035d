package ruff.host;

/**
 * A file that is about to be opened as a database.
 *
 * @param path absolute and without links
 * @param writable whether the program may change it
 */
public record DatabaseFile(String path, boolean writable) {}

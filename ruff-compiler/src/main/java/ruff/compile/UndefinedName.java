package ruff.compile;

/**
 * The constant behind a name that has no meaning where it stands.
 *
 * @param suggestion the nearest visible name, or null
 */
public record UndefinedName(String name, String suggestion) {}

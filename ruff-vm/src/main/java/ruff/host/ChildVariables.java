package ruff.host;

import java.util.List;
import java.util.Map;

/**
 * Which environment variables a child process gets: those that are inherited, without the denied
 * ones, and then those that are set.
 *
 * @param inherit whether all variables are inherited; null when nothing was said about that
 * @param allowed the only names that are inherited; null for no such list
 * @param denied names that are not inherited
 * @param set variables that are set whatever was inherited
 */
public record ChildVariables(
    Boolean inherit, List<String> allowed, List<String> denied, Map<String, String> set) {}

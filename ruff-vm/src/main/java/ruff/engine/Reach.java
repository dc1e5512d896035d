package ruff.engine;

import java.util.List;
import java.util.Map;

/**
 * What a program and its modules can reach.
 *
 * @param uses of native functions, in the order of the sources
 * @param missing why a module could not be looked at, by its name
 */
public record Reach(List<NativeUse> uses, Map<String, String> missing) {}

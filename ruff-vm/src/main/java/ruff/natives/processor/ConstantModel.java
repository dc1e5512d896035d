package ruff.natives.processor;

import ruff.natives.NativeEntry;

/**
 * A predefined value ready to be written.
 *
 * @param expression Java source of the boxed value
 */
record ConstantModel(NativeEntry entry, String expression) {}

package ruff.policy;

/**
 * What the rules say about one request.
 *
 * @param rule what decided, such as {@code --allow-fs-read=/data}
 */
record Verdict(boolean allowed, String rule) {}

/**
 * The only door to the world outside: streams, clock, environment, working directory, files.
 *
 * <p>No other package of the lexer, compiler, VM, JIT or library touches files, sockets, processes,
 * the clock or random sources; a rule test holds that.
 */
package ruff.host;

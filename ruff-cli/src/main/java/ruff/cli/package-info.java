/**
 * The {@code ruff} command: reads the command line, drives the engine, shows results and errors.
 *
 * <p>{@link ruff.cli.Command} and {@link ruff.cli.Options} declare every command and option once;
 * parsing, help and suggestions come from there. {@link ruff.cli.CommandLine} is where to start
 * reading.
 */
package ruff.cli;

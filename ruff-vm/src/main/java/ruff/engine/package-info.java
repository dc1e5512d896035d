/**
 * The entrance to the runtime: sets up an engine, compiles programs, runs them, tells how it went.
 */
package ruff.engine;

/** What is known about a function's registers along its paths: blocks, liveness, types. */
package ruff.jit.flow;

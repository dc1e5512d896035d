/**
 * Makes hidden classes out of register bytecode that has proved hot.
 *
 * <p>The VM knows this package only through an interface of its own, so that a program runs the
 * same without it.
 */
package ruff.jit;

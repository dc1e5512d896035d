/** Makes classes out of functions: which functions go into a class, and the Java code of each. */
package ruff.jit.emit;

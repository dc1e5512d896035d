/** Promises, tasks, channels and the store that tasks share. */
package ruff.stdlib.async;

/** Bytes as text. */
package ruff.stdlib.encoding;

/** TOML 1.0 texts: a reader that takes time in proportion to the text, and a writer. */
package ruff.stdlib.toml;

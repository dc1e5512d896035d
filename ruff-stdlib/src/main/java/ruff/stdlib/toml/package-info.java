/** TOML texts: values read through tomlj, and a writer of our own. */
package ruff.stdlib.toml;

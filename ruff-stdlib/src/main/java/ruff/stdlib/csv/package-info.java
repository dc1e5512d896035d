/** Tables as comma-separated values. */
package ruff.stdlib.csv;

/** JSON texts: reading, writing, and the exact words for what is wrong with them. */
package ruff.stdlib.json;

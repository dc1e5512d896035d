/** Archives: zip, tar and gzip, with the same rules for what is taken out of each. */
package ruff.stdlib.archive;

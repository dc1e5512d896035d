/**
 * Finds contradictions between type annotations and what surely happens. Annotations never act at
 * run time; what is found here are warnings.
 */
package ruff.tools.types;

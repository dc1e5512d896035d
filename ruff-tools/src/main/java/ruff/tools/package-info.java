/**
 * Everything that reads programs without running them: formatter, linter, type checker,
 * documentation generator, language server and packages.
 */
package ruff.tools;

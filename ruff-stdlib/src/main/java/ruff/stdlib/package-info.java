/**
 * The native functions, one declaration each. Every effect on the outside goes through {@code
 * ruff.host}.
 */
package ruff.stdlib;

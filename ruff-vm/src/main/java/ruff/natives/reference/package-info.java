/** What people and editors read about the native functions, made from their declarations. */
package ruff.natives.reference;

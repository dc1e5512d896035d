/** Signed tokens and the steps of OAuth 2. */
package ruff.stdlib.token;

/**
 * HTTP servers: the static preview behind {@code ruff serve} and the one that the language's {@code
 * http_server} runs on.
 */
package ruff.serve;

/**
 * Requests and answers of HTTP/1.1 as bytes: reads heads and bodies strictly and within limits, and
 * lays out heads of answers. Knows nothing of sockets or files.
 */
package ruff.serve.http;

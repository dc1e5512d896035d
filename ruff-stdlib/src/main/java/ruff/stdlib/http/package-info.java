/** HTTP: clients, servers, and the helpers for services of language models. */
package ruff.stdlib.http;

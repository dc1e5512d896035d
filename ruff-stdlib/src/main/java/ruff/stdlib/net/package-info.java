/** Sockets: connections and datagrams. */
package ruff.stdlib.net;

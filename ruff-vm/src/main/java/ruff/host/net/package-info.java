/**
 * The network: sockets, and HTTP on top of them. Every outbound connection goes to an address that
 * {@link ruff.host.net.NetworkAccess#destination} has judged.
 */
package ruff.host.net;

/**
 * The server behind {@code ruff serve}: connections, time-outs and encryption by Jetty. {@link
 * ruff.serve.server.PreviewServer} starts it, {@link ruff.serve.server.SiteConnection} is the life
 * of a connection.
 */
package ruff.serve.server;

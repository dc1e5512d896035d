/** HTTP on the wire for programs, both ends of it, by Jetty. */
package ruff.serve.wire;

/**
 * A folder as a web site: which file a request means, whether it may be seen, and what the answer
 * is. {@link ruff.serve.site.Site} is where to start reading; {@link ruff.serve.site.Decision}
 * lists the answers.
 */
package ruff.serve.site;

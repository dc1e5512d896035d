/**
 * What {@code ruff serve} adds for people who work on a site: lists of folders, pages that reload,
 * errors that can be read, and a browser that opens. All of it obeys the policy for content that is
 * sent with every answer: scripts and styles are files of their own.
 */
package ruff.serve.preview;

package ruff.serve.server;

import ruff.serve.http.Limits;
import ruff.serve.preview.LiveReload;
import ruff.serve.site.Decisions;

/**
 * What all connections share.
 *
 * @param log null for none
 * @param live who is told of changes
 */
record Service(
    Decisions decisions,
    Limits limits,
    Gate gate,
    Deadlines deadlines,
    byte[] commonFields,
    boolean secure,
    AccessLog log,
    LiveReload live) {}

package ruff.serve.site;

import java.nio.file.Path;
import ruff.serve.http.Status;

/** What there is at a path of the site. */
sealed interface Found {
  /**
   * A file and its compressed forms.
   *
   * @param brotli null without one
   * @param gzip null without one
   */
  record Page(Path requested, Variant plain, Variant brotli, Variant gzip) implements Found {
    /** The form to send to a client that takes these compressions. */
    Variant choose(AcceptedCodings codings) {
      if (codings.brotli() && brotli != null) {
        return brotli;
      }
      return codings.gzip() && gzip != null ? gzip : plain;
    }

    boolean hasOneForm() {
      return brotli == null && gzip == null;
    }
  }

  /** A folder without an index, by its real path. */
  record Folder(Path real) implements Found {}

  /** Nothing that may be sent. */
  record Nothing(Status status) implements Found {}

  Nothing NOT_FOUND = new Nothing(Status.NOT_FOUND);
  Nothing FORBIDDEN = new Nothing(Status.FORBIDDEN);
  Nothing FAILED = new Nothing(Status.INTERNAL_SERVER_ERROR);
}

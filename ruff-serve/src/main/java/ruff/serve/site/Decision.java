package ruff.serve.site;

import java.nio.file.Path;
import java.util.List;
import ruff.serve.http.Status;

/** What the answer to a request is. */
public sealed interface Decision {
  /** A refusal: a status and its text. */
  record Refuse(Status status) implements Decision {}

  /** A range that the file does not have. */
  record Unsatisfiable(long length) implements Decision {}

  /** The client has the file already. */
  record Unchanged(Variant variant) implements Decision {}

  /** A file. */
  record Whole(Variant variant) implements Decision {}

  /** Bytes of a file from one place to another, both included. */
  record Part(Variant variant, long first, long last) implements Decision {}

  /**
   * A folder without an index.
   *
   * @param parts its path as asked for
   * @param real the folder itself
   */
  record Folder(List<String> parts, Path real) implements Decision {}

  /** A page of the server's own, or what belongs to one. */
  record Document(Status status, String type, byte[] body) implements Decision {}

  /** News of changes for as long as the client listens. */
  record Events() implements Decision {}
}

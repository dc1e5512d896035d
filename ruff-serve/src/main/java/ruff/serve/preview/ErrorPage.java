package ruff.serve.preview;

import ruff.serve.http.Status;
import ruff.serve.site.Decision;
import ruff.serve.site.MediaTypes;

/** A refusal for people to read. */
record ErrorPage(Status status, String target) {
  private String explanation() {
    return switch (status) {
      case BAD_REQUEST -> "This address cannot be read: a percent sign or a character is wrong.";
      case FORBIDDEN ->
          "Files whose names begin with a dot, leftovers of editors and links that lead out of the"
              + " folder are not shown.";
      case NOT_FOUND -> "There is no such file in the folder.";
      case METHOD_NOT_ALLOWED, NOT_IMPLEMENTED -> "Files can only be read here.";
      case URI_TOO_LONG -> "This address is too long.";
      default -> "The file could not be read.";
    };
  }

  Decision.Document document(String script) {
    String title = status.code() + " " + status.phrase();
    String content =
        """
        <h1>%s</h1>
        <p class="address">%s</p>
        <p>%s</p>
        <p><a href="/">To the start</a></p>
        """
            .formatted(title, Html.escape(target), explanation());
    return new Decision.Document(status, MediaTypes.HTML, Html.page(title, content, script));
  }
}

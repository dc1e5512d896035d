package ruff.serve.preview;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import ruff.serve.http.Status;
import ruff.serve.site.Decision;

/** Files that pages of the server's own need, under a path that is kept for them. */
final class Assets {
  static final String FOLDER = "/__ruff/";
  static final String STYLE = FOLDER + "style.css";
  static final String ICON = FOLDER + "icon.svg";
  static final String SCRIPT = FOLDER + "live.js";
  static final String EVENTS = FOLDER + "events";

  private Assets() {}

  /** The file at a path, or null where there is none. */
  static Decision.Document at(String path) {
    return switch (path) {
      case STYLE -> document("style.css", "text/css; charset=utf-8");
      case ICON -> document("icon.svg", "image/svg+xml");
      case SCRIPT -> document("live.js", "application/javascript; charset=utf-8");
      default -> null;
    };
  }

  private static Decision.Document document(String name, String type) {
    try (InputStream resource = Assets.class.getResourceAsStream(name)) {
      return new Decision.Document(Status.OK, type, resource.readAllBytes());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}

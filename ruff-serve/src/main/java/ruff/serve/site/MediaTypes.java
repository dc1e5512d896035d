package ruff.serve.site;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The type of a file by the ending of its name; its content is never looked at. */
public final class MediaTypes {
  static final String UNKNOWN = "application/octet-stream";
  public static final String HTML = "text/html; charset=utf-8";

  private static final Map<String, String> BY_EXTENSION = new HashMap<>();

  static {
    put(HTML, "html", "htm");
    put("text/css; charset=utf-8", "css");
    put("application/javascript; charset=utf-8", "js", "mjs", "cjs");
    put("application/json; charset=utf-8", "json", "map");
    put("application/xml; charset=utf-8", "xml");
    put("text/plain; charset=utf-8", "txt", "text", "md", "csv");
    put("application/wasm", "wasm");
    put("application/pdf", "pdf");
    put("application/zip", "zip");
    put("application/x-tar", "tar");
    put("application/gzip", "gz", "tgz");
    put("application/x-7z-compressed", "7z");
    put("image/svg+xml", "svg");
    put("image/png", "png");
    put("image/jpeg", "jpg", "jpeg");
    put("image/gif", "gif");
    put("image/webp", "webp");
    put("image/avif", "avif");
    put("image/x-icon", "ico");
    put("image/bmp", "bmp");
    put("image/tiff", "tif", "tiff");
    put("font/woff", "woff");
    put("font/woff2", "woff2");
    put("font/ttf", "ttf");
    put("font/otf", "otf");
    put("application/vnd.ms-fontobject", "eot");
    put("audio/mpeg", "mp3");
    put("audio/wav", "wav");
    put("audio/ogg", "ogg");
    put("video/mp4", "mp4");
    put("video/webm", "webm");
    put("video/quicktime", "mov");
  }

  private MediaTypes() {}

  private static void put(String type, String... extensions) {
    for (String extension : extensions) {
      BY_EXTENSION.put(extension, type);
    }
  }

  /** The type of a file that is sent as it is stored. */
  public static String of(String name) {
    return BY_EXTENSION.getOrDefault(extension(name), UNKNOWN);
  }

  /**
   * The compression of a file whose name has an ending for it behind another one, such as {@code
   * page.html.gz}; empty for all others.
   */
  static String codingOf(String name) {
    String coding =
        switch (extension(name)) {
          case "gz" -> "gzip";
          case "br" -> "br";
          default -> "";
        };
    return coding.isEmpty() || extension(withoutExtension(name)).isEmpty() ? "" : coding;
  }

  static String withoutExtension(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  /** Whether a name ends like that of a compressed file. */
  static boolean isCompressed(String name) {
    String extension = extension(name);
    return extension.equals("gz") || extension.equals("br");
  }

  /** What follows the last dot, in lower case; empty without one. */
  private static String extension(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}

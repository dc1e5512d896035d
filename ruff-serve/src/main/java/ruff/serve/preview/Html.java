package ruff.serve.preview;

import java.nio.charset.StandardCharsets;

/** A page of the server's own. */
final class Html {
  private Html() {}

  /** Text as it stands in a page or in a quoted attribute. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      switch (character) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(character);
      }
    }
    return escaped.toString();
  }

  /**
   * A whole page.
   *
   * @param title plain text
   * @param content HTML
   * @param script HTML for the head of the page, or empty
   */
  static byte[] page(String title, String content, String script) {
    String page =
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s</title>
        <link rel="icon" href="%s">
        <link rel="stylesheet" href="%s">
        %s</head>
        <body>
        %s</body>
        </html>
        """
            .formatted(escape(title), Assets.ICON, Assets.STYLE, script, content);
    return page.getBytes(StandardCharsets.UTF_8);
  }
}

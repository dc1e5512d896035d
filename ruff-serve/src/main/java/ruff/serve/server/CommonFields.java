package ruff.serve.server;

import java.nio.charset.StandardCharsets;
import ruff.serve.site.SiteOptions;

/** The headers that every answer has. */
final class CommonFields {
  private static final String ALWAYS =
      """
      Server: ruff
      X-Content-Type-Options: nosniff
      Referrer-Policy: no-referrer
      """;
  private static final String HARDENED =
      """
      X-Frame-Options: DENY
      Cross-Origin-Opener-Policy: same-origin
      Cross-Origin-Resource-Policy: same-origin
      Permissions-Policy: geolocation=(), microphone=(), camera=()
      Content-Security-Policy: default-src 'self'; object-src 'none'; base-uri 'self'; frame-ancestors 'none'
      """;
  private static final String HARDENED_SECURE =
      """
      Strict-Transport-Security: max-age=31536000; includeSubDomains
      """;

  private CommonFields() {}

  static byte[] of(SiteOptions options) {
    StringBuilder lines = new StringBuilder(ALWAYS);
    if (options.hardened()) {
      lines.append(HARDENED).append(options.secure() ? HARDENED_SECURE : "");
    }
    return lines.toString().replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
  }
}

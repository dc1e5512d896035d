package ruff.stdlib.image;

/** What the beginning of a WebP file says. */
final class WebpHeader {
  private static final int CHUNK = 12;
  private static final int CHUNK_DATA = 20;
  private static final int EXTENDED_ALPHA = 0x10;
  private static final int LOSSLESS_ALPHA = 0x10;

  private WebpHeader() {}

  /** Whether the pixels have an alpha channel that counts. */
  static boolean hasAlpha(byte[] file) {
    if (file.length < CHUNK_DATA + 5) {
      return false;
    }
    return switch (file[CHUNK + 3]) {
      case 'X' -> (file[CHUNK_DATA] & EXTENDED_ALPHA) != 0;
      case 'L' -> (file[CHUNK_DATA + 4] & LOSSLESS_ALPHA) != 0;
      default -> false;
    };
  }
}

package ruff.stdlib.archive;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** The gzip format. */
final class GzipData {
  private static final int BUFFER = 65_536;
  private static final int FIRST_BYTE = 0x1F;
  private static final int SECOND_BYTE = 0x8B;

  private GzipData() {}

  /** Compresses what is written. */
  static OutputStream compressing(OutputStream target) throws IOException {
    return new GZIPOutputStream(new BufferedOutputStream(target, BUFFER), BUFFER);
  }

  /** The data of a compressed stream, of all its members. */
  static InputStream decompressing(InputStream source) throws IOException {
    return GzipCompressorInputStream.builder()
        .setInputStream(new BufferedInputStream(source, BUFFER))
        .setDecompressConcatenated(true)
        .get();
  }

  /** The data of a stream that may be compressed. */
  static InputStream plain(InputStream source) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(source, BUFFER);
    buffered.mark(2);
    boolean compressed = buffered.read() == FIRST_BYTE && buffered.read() == SECOND_BYTE;
    buffered.reset();
    return compressed ? decompressing(buffered) : buffered;
  }

  /** Whether a file is compressed, by its name. */
  static boolean isCompressed(String path) {
    return path.endsWith(".gz") || path.endsWith(".tgz");
  }
}

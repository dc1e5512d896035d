package ruff.serve.site;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * One form of a file that can be sent: as it is, compressed, or changed for a preview. Its headers
 * are laid out once.
 */
public final class Variant {
  /** Where its bytes are. */
  public sealed interface Content {}

  /** In a file, to be read for each answer. */
  public record OnDisk(Path file) implements Content {}

  /** Here. */
  public record InMemory(byte[] bytes) implements Content {}

  private final StoredFile stored;
  private final Content content;
  private final long length;
  private final Form form;
  private final String tag;
  private final byte[] fields;

  private Variant(StoredFile stored, Content content, long length, Form form) {
    this.stored = stored;
    this.content = content;
    this.length = length;
    this.form = form;
    this.tag = EntityTags.of(length, stored.modifiedSeconds());
    this.fields = form.fields(tag).getBytes(StandardCharsets.ISO_8859_1);
  }

  /**
   * How a file is sent.
   *
   * @param type its type before compression
   * @param coding its compression, or empty
   * @param varies whether other forms of it exist
   * @param caching the value of {@code Cache-Control}
   */
  public record Form(String type, String coding, boolean varies, String caching) {
    private String fields(String tag) {
      return "Content-Type: "
          + type
          + (coding.isEmpty() ? "" : "\r\nContent-Encoding: " + coding)
          + (varies ? "\r\nVary: Accept-Encoding" : "")
          + "\r\nAccept-Ranges: bytes\r\nETag: "
          + tag
          + "\r\nCache-Control: "
          + caching
          + "\r\n";
    }
  }

  static Variant onDisk(StoredFile stored, Form form) {
    return new Variant(stored, new OnDisk(stored.real()), stored.length(), form);
  }

  /** The same form of the same file, with that content in memory. */
  public Variant holding(byte[] bytes) {
    return new Variant(stored, new InMemory(bytes), bytes.length, form);
  }

  StoredFile stored() {
    return stored;
  }

  public Content content() {
    return content;
  }

  public long length() {
    return length;
  }

  public Form form() {
    return form;
  }

  String tag() {
    return tag;
  }

  /** The headers of every answer with it, line by line; not to be changed. */
  public byte[] fields() {
    return fields;
  }
}

package ruff.value;

import java.util.Arrays;

/** A row of bytes; never changed after construction. */
public final class BytesValue {
  private final byte[] data;

  /**
   * @param data kept, and not written any more by the caller
   */
  public BytesValue(byte[] data) {
    this.data = data;
  }

  public int length() {
    return data.length;
  }

  /** The byte at an index below the length, 0 to 255. */
  public int get(int index) {
    return data[index] & 0xFF;
  }

  /** The bytes from {@code from} up to {@code to}, exclusive. */
  public BytesValue slice(int from, int to) {
    return new BytesValue(Arrays.copyOfRange(data, from, to));
  }

  public BytesValue concat(BytesValue other) {
    byte[] joined = Arrays.copyOf(data, Math.addExact(data.length, other.data.length));
    System.arraycopy(other.data, 0, joined, data.length, other.data.length);
    return new BytesValue(joined);
  }

  /** The bytes themselves, only to be read. */
  public byte[] data() {
    return data;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BytesValue bytes && Arrays.equals(data, bytes.data);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(data);
  }
}

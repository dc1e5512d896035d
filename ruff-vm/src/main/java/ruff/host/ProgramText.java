package ruff.host;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What became of reading a script or module. */
public sealed interface ProgramText {
  /** The largest program, in bytes. */
  int MAX_BYTES = 1_048_576;

  /**
   * @param text without a byte order mark
   */
  record Read(String text) implements ProgramText {}

  /**
   * @param reason the words of the operating system, or that the bytes are not UTF-8
   */
  record Unreadable(String reason) implements ProgramText {}

  /**
   * @param bytes the size, more than {@link #MAX_BYTES}
   */
  record TooLarge(long bytes) implements ProgramText {
    public String message() {
      return "Source size " + bytes + " bytes exceeds maximum allowed " + MAX_BYTES + " bytes";
    }
  }

  /** Reads a file. */
  static ProgramText ofFile(SourceFiles files, Path path) {
    try {
      byte[] bytes = files.read(path, MAX_BYTES);
      if (bytes.length > MAX_BYTES) {
        return new TooLarge(Math.max(bytes.length, files.version(path).size()));
      }
      return ofBytes(bytes);
    } catch (IOException failure) {
      return new Unreadable(SystemError.of(failure).text());
    }
  }

  /** Reads standard input to its end. */
  static ProgramText ofInput(LineInput input) {
    try {
      byte[] bytes = input.readAll(MAX_BYTES);
      if (bytes.length > MAX_BYTES) {
        return new TooLarge(bytes.length + input.skipAll());
      }
      return ofBytes(bytes);
    } catch (IOException failure) {
      return new Unreadable(SystemError.of(failure).text());
    }
  }

  private static ProgramText ofBytes(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new Read(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException malformed) {
      return new Unreadable("stream did not contain valid UTF-8");
    }
  }
}

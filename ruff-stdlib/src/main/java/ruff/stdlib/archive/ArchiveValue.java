package ruff.stdlib.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import ruff.value.HandleValue;

/** An archive that a program is writing. Calls from several threads go one after the other. */
abstract class ArchiveValue extends HandleValue {
  private final String path;
  private final String file;
  private final Set<String> names = new HashSet<>();
  private boolean closed;

  /**
   * @param path as written
   * @param file the absolute path
   */
  ArchiveValue(String path, String file) {
    this.path = path;
    this.file = file;
  }

  /** The absolute path of the archive. */
  final String file() {
    return file;
  }

  final synchronized boolean isClosed() {
    return closed;
  }

  /** Notes the name of an entry; false when there is one of that name. */
  final synchronized boolean claim(String name) {
    return names.add(name);
  }

  /** Writes the entry of a file. */
  final synchronized void addFile(String name, InputStream data, long size) throws IOException {
    writeFile(name, data, size);
  }

  /** Writes the entry of a folder, whose name ends with a slash. */
  final synchronized void addFolder(String name) throws IOException {
    writeFolder(name);
  }

  /** Completes the archive and closes its file; does nothing the second time. */
  final synchronized void finish() throws IOException {
    if (!closed) {
      closed = true;
      complete();
    }
  }

  abstract void writeFile(String name, InputStream data, long size) throws IOException;

  abstract void writeFolder(String name) throws IOException;

  abstract void complete() throws IOException;

  /** The reason, in front of the name, why there cannot be a second entry of that name. */
  abstract String duplicate();

  @Override
  public final String display() {
    return "<" + typeName() + " " + path + ">";
  }
}

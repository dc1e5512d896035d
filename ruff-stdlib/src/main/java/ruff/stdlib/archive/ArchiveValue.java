package ruff.stdlib.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import ruff.value.HandleValue;
import ruff.value.RuffError;

/** An archive that a program is writing. Calls from several threads go one after the other. */
abstract class ArchiveValue extends HandleValue {
  /** What files and folders are entered as: readable by all, writable by their owner. */
  static final int FILE_MODE = 0100644;

  static final int FOLDER_MODE = 0040755;

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

  /**
   * The archive that an argument must be.
   *
   * @param mismatch the error when it is something else
   */
  static ArchiveValue of(
      HandleValue argument, Class<? extends ArchiveValue> kind, String mismatch) {
    if (kind.isInstance(argument)) {
      return kind.cast(argument);
    }
    throw new RuffError(mismatch);
  }

  /**
   * {@link #of} for those who write to it.
   *
   * @param mismatch has a place for the function's name
   */
  static ArchiveValue open(
      HandleValue argument, Class<? extends ArchiveValue> kind, String mismatch, String function) {
    ArchiveValue archive = of(argument, kind, mismatch.replace("{name}", function));
    if (archive.isClosed()) {
      throw new RuffError(archive.title() + " archive has been closed");
    }
    return archive;
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

  /** The kind of archive in messages. */
  abstract String title();

  /** The reason, in front of the name, why there cannot be a second entry of that name. */
  abstract String duplicate();

  @Override
  public final String display() {
    return "<" + typeName() + " " + path + ">";
  }
}

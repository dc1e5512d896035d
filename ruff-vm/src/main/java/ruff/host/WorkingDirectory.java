package ruff.host;

import java.nio.file.Path;

/**
 * The folder that relative paths of a program start from. It belongs to one engine, because a Java
 * process cannot change its own.
 */
public final class WorkingDirectory {
  private volatile Path current;

  /** Starts in the folder that the process was started in. */
  public static WorkingDirectory ofProcess() {
    return new WorkingDirectory(Path.of("").toAbsolutePath());
  }

  /**
   * @param start an absolute path
   */
  public WorkingDirectory(Path start) {
    this.current = start;
  }

  public Path current() {
    return current;
  }

  /**
   * @param directory an absolute path of a folder that exists
   */
  public void change(Path directory) {
    current = directory;
  }

  /**
   * The absolute path for a path as written, {@code ..} and links left as they are.
   *
   * @throws java.nio.file.InvalidPathException when no file can have such a name
   */
  public Path resolve(String path) {
    return current.resolve(path);
  }
}

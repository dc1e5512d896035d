package ruff.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import ruff.policy.Budget;
import ruff.policy.Capability;
import ruff.policy.Loan;
import ruff.policy.Policy;

/**
 * The files and folders of the machine as one function of a program may use them. Every method asks
 * the policy for its effect on the file it is about to touch; nothing else in the runtime touches
 * files for a program.
 *
 * <p>Paths are taken as written and start from the program's working directory. Failures are {@code
 * IOException}s whose words are those of {@link SystemError#of}. Text that no file can be named by
 * is an invalid argument, the empty path is the name of nothing.
 */
public final class FileAccess {
  private static final Set<StandardOpenOption> READING = Set.of(StandardOpenOption.READ);

  private final WorkingDirectory directory;
  private final Policy policy;
  private final String surface;
  private final FileTree files;

  /**
   * @param surface the public name of the function, for denials
   */
  public FileAccess(WorkingDirectory directory, Policy policy, String surface) {
    this.directory = directory;
    this.policy = policy;
    this.surface = surface;
    this.files = policy.scopesFiles() ? new GuardedTree(policy) : FileTree.PLAIN;
  }

  /** The same, but relative paths go on to start from the working directory of this moment. */
  public FileAccess fromHere() {
    return new FileAccess(new WorkingDirectory(directory.current()), policy, surface);
  }

  /** Opens a file to read it. */
  public OpenFile open(String path) throws IOException {
    return channel(agreed(Capability.FILESYSTEM_READ, path), READING);
  }

  /**
   * Opens a file that is read for the sake of writing another one: functions that copy need the
   * capability to write, and as soon as grants are limited to paths the right to read as well.
   */
  public OpenFile openSource(String path) throws IOException {
    return channel(agreedSource(path), READING);
  }

  /** Makes a file that did not exist. */
  public OpenFile create(String path) throws IOException {
    return write(path, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
  }

  /** Opens a file to write it anew, making it when there is none. */
  public OpenFile replace(String path) throws IOException {
    return write(
        path,
        StandardOpenOption.WRITE,
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING);
  }

  /** Opens a file to write at its end, making it when there is none. */
  public OpenFile append(String path) throws IOException {
    return write(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** Opens a file that exists to change parts of it. */
  public OpenFile change(String path) throws IOException {
    return write(path, StandardOpenOption.WRITE);
  }

  private OpenFile write(String path, OpenOption... options) throws IOException {
    return channel(agreedToWrite(path), Set.of(options));
  }

  /** A slash at the end is the name of a folder, which is not made by writing. */
  private Path agreedToWrite(String path) throws IOException {
    Path file = agreed(Capability.FILESYSTEM_WRITE, path);
    checkNoFolder(path);
    return file;
  }

  private static void checkNoFolder(String path) throws IOException {
    if (path.endsWith("/")) {
      throw new FileSystemException(path, null, SystemError.IS_A_DIRECTORY.words());
    }
  }

  /**
   * Replaces a file's content as one step: whoever reads it sees the old content or the new, also
   * when writing fails half-way.
   */
  public void replaceWhole(String path, byte[] content) throws IOException {
    Path file = agreedToWrite(path);
    boolean replaces = isThere(file);
    Path target = replaces && !policy.scopesFiles() ? file.toRealPath() : file;
    try (Draft draft = new Draft(files, target)) {
      if (replaces) {
        draft.takeMode();
      }
      draft.output().write(content);
      draft.commit();
    }
  }

  /** Begins a file that takes its place, whatever is there but a folder, when it is complete. */
  public Draft draft(String path) throws IOException {
    Path file = agreedLink(Capability.FILESYSTEM_WRITE, path);
    checkNoFolder(path);
    return new Draft(files, file);
  }

  /** Whether there is something of that name, links followed. */
  public boolean exists(String path) {
    try {
      facts(path);
      return true;
    } catch (IOException missing) {
      return false;
    }
  }

  /** What there is to know about a file or folder, links followed. */
  public FileFacts facts(String path) throws IOException {
    return FileFacts.of(files.attributes(agreed(Capability.FILESYSTEM_READ, path)));
  }

  /** What there is to know about a file, folder or link itself. */
  public FileFacts linkFacts(String path) throws IOException {
    return ownFacts(agreedLink(Capability.FILESYSTEM_READ, path));
  }

  private FileFacts ownFacts(Path file) throws IOException {
    return FileFacts.of(files.attributes(file, LinkOption.NOFOLLOW_LINKS));
  }

  private boolean isThere(Path file) {
    try {
      files.attributes(file);
      return true;
    } catch (IOException missing) {
      return false;
    }
  }

  /** {@link #facts} of something that {@link #openSource} may be called for. */
  public FileFacts sourceFacts(String path) throws IOException {
    return FileFacts.of(files.attributes(agreedSource(path)));
  }

  /** Whether two names, of a source and of a file to be written, mean one file. */
  public boolean isSame(String source, String target) throws IOException {
    Path from = agreedSource(source);
    Path to = agreed(Capability.FILESYSTEM_WRITE, target);
    return Files.exists(to) && Files.isSameFile(from, to);
  }

  /** The absolute path without links; the file must exist. */
  public String realPath(String path) throws IOException {
    Path file = agreed(Capability.FILESYSTEM_READ, path);
    if (policy.scopesFiles()) {
      files.attributes(file);
      return file.toString();
    }
    return file.toRealPath().toString();
  }

  /** The absolute path without links of a file that {@link #openSource} may be called for. */
  public String sourcePath(String path) throws IOException {
    return agreedSource(path).toRealPath().toString();
  }

  /**
   * Where a path leads to that is going to be written: absolute and without links so far as it
   * exists, whether it exists or not.
   */
  public String outputPath(String path) throws IOException {
    return FileResource.canonical(agreed(Capability.FILESYSTEM_WRITE, path));
  }

  /** Whether a path that is going to be written is a link. */
  public boolean isLinkToWrite(String path) throws IOException {
    try {
      return ownFacts(agreedLink(Capability.FILESYSTEM_WRITE, path)).isLink();
    } catch (IOException missing) {
      return false;
    }
  }

  /** The names in a folder in the order of their UTF-8 bytes; names in other bytes are left out. */
  public List<String> list(String path) throws IOException {
    return names(agreed(Capability.FILESYSTEM_READ, path));
  }

  /** {@link #list} of a folder that is read for the sake of writing. */
  public List<String> listSource(String path) throws IOException {
    return names(agreedSource(path));
  }

  private List<String> names(Path folder) throws IOException {
    List<byte[]> found = new ArrayList<>();
    for (Path name : files.names(folder)) {
      if (name.equals(Path.of(name.toString()))) {
        found.add(name.toString().getBytes(StandardCharsets.UTF_8));
      }
    }
    found.sort(Arrays::compareUnsigned);
    List<String> names = new ArrayList<>(found.size());
    for (byte[] name : found) {
      names.add(new String(name, StandardCharsets.UTF_8));
    }
    return names;
  }

  /** Makes a folder and those above it; one that exists is fine. */
  public void createFolder(String path) throws IOException {
    files.createFolders(agreed(Capability.FILESYSTEM_WRITE, path));
  }

  /** Gives a file or folder another name, replacing a file of that name. */
  public void rename(String from, String to) throws IOException {
    Path source = locateLink(from);
    Path target = locateLink(to);
    if (policy.scopesFiles()) {
      FileResource moved = new FileResource(FileResource.canonicalLink(source));
      policy.checkSource(surface, moved);
      if (policy.deniesBelow(moved.name())) {
        policy.refuse(Capability.FILESYSTEM_WRITE, surface, moved);
      }
    }
    source = agreedLink(Capability.FILESYSTEM_WRITE, source);
    target = agreedLink(Capability.FILESYSTEM_WRITE, target);
    checkFolder(source, from);
    checkFolder(target, to);
    if (to.endsWith("/") && ownFacts(source).isFile()) {
      throw new NotDirectoryException(to);
    }
    files.move(source, target);
  }

  /** Gives a file, but nothing else such as a device, the permission bits of another one. */
  public void preserveMode(String from, String to) throws IOException {
    Path source = agreedSource(from);
    Path target = agreed(Capability.FILESYSTEM_WRITE, to);
    if (files.attributes(target).isRegularFile()) {
      files.setMode(target, files.attributes(source).permissions());
    }
  }

  /** Deletes a file or a link, whatever the link points to. */
  public void delete(String path) throws IOException {
    files.delete(agreedLink(Capability.FILESYSTEM_DELETE, path));
  }

  /** Whether {@link #delete} would delete a folder or a link to one. */
  public boolean deletesFolder(String path) throws IOException {
    try {
      return files.attributes(agreedLink(Capability.FILESYSTEM_DELETE, path)).isDirectory();
    } catch (IOException missing) {
      return false;
    }
  }

  /** Deletes an empty folder. */
  public void deleteFolder(String path) throws IOException {
    Path folder = agreedLink(Capability.FILESYSTEM_DELETE, path);
    if (!ownFacts(folder).isFolder()) {
      throw new NotDirectoryException(path);
    }
    files.delete(folder);
  }

  /**
   * Takes back a file that {@link #create} or {@link #replace} has made a moment ago and that could
   * not be written to its end.
   */
  public void discard(String path) {
    try {
      Path file = agreed(Capability.FILESYSTEM_WRITE, path);
      if (ownFacts(file).isFile()) {
        files.delete(file);
      }
    } catch (IOException gone) {
      // The failure that led here is what the program gets to know.
    }
  }

  /** The working directory. */
  public String workingDirectory() throws IOException {
    Path current = directory.current();
    agreed(Capability.FILESYSTEM_READ, current);
    if (!Files.isDirectory(current)) {
      throw new NoSuchFileException(current.toString());
    }
    return current.toString();
  }

  /** Makes a folder the working directory. */
  public void enter(String path) throws IOException {
    Path folder = agreed(Capability.FILESYSTEM_WRITE, path);
    Path real = folder.toRealPath();
    if (!Files.isDirectory(real)) {
      throw new NotDirectoryException(path);
    }
    if (!Files.isExecutable(real)) {
      throw new AccessDeniedException(path);
    }
    directory.change(real);
  }

  private Path locate(String path) throws IOException {
    return locate(directory, path);
  }

  /**
   * {@link #locate} for those who touch a link itself: with a slash at its end a path means what
   * the link leads to.
   */
  private Path locateLink(String path) throws IOException {
    Path file = locate(path);
    return path.endsWith("/") && Files.isSymbolicLink(file)
        ? Path.of(FileResource.canonical(file))
        : file;
  }

  /** The absolute path that a path as written stands for. */
  static Path locate(WorkingDirectory directory, String path) throws IOException {
    if (path.isEmpty()) {
      throw new NoSuchFileException(path);
    }
    try {
      return directory.resolve(path);
    } catch (InvalidPathException unusable) {
      throw new FileSystemException(path, null, SystemError.INVALID_ARGUMENT.words());
    }
  }

  /** A path with a slash at its end never names a file, but Java forgets the slash. */
  static void checkFolder(Path file, String path) throws IOException {
    if (path.endsWith("/") && Files.exists(file) && !Files.isDirectory(file)) {
      throw new NotDirectoryException(path);
    }
  }

  /** The file to touch after the policy has agreed, links followed. */
  private Path agreed(Capability capability, String path) throws IOException {
    Path file = agreed(capability, locate(path));
    checkFolder(file, path);
    return file;
  }

  private Path agreed(Capability capability, Path file) {
    if (policy.isTrusted() && !policy.isHeard()) {
      return file;
    }
    return ask(capability, file, FileResource.canonical(file));
  }

  /** The same for those who touch a link itself. */
  private Path agreedLink(Capability capability, String path) throws IOException {
    Path file = agreedLink(capability, locateLink(path));
    checkFolder(file, path);
    return file;
  }

  private Path agreedLink(Capability capability, Path file) {
    if (policy.isTrusted() && !policy.isHeard()) {
      return file;
    }
    return ask(capability, file, FileResource.canonicalLink(file));
  }

  private Path agreedSource(String path) throws IOException {
    Path file = locate(path);
    String canonical = FileResource.canonical(file);
    policy.checkSource(surface, new FileResource(canonical));
    SpecialFiles.check(policy, Capability.FILESYSTEM_READ, surface, canonical);
    Path source = policy.scopesFiles() ? Path.of(canonical) : file;
    checkFolder(source, path);
    return source;
  }

  private Path ask(Capability capability, Path file, String canonical) {
    policy.check(capability, surface, new FileResource(canonical));
    SpecialFiles.check(policy, capability, surface, canonical);
    return policy.scopesFiles() ? Path.of(canonical) : file;
  }

  private OpenFile channel(Path file, Set<? extends OpenOption> options) throws IOException {
    Loan place = policy.meter().borrow(Budget.OPEN_FILES);
    try {
      return new OpenFile(files.open(file, options), place);
    } catch (IOException failure) {
      place.close();
      throw failure;
    }
  }
}

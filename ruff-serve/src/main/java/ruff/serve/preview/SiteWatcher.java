package ruff.serve.preview;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import ruff.serve.site.PrivateNames;

/** Notices changes of files that the site shows. Private ones are not looked at. */
public final class SiteWatcher implements AutoCloseable {
  /** Tools write several files at once; what comes close together is one change. */
  private static final long QUIET_MILLIS = 80;

  private static final long BEAT_MILLIS = 10_000;

  private final Path root;
  private final LiveReload live;
  private final Consumer<String> warn;
  private final WatchService service;
  private boolean warned;

  private SiteWatcher(Path root, LiveReload live, Consumer<String> warn) throws IOException {
    this.root = root;
    this.live = live;
    this.warn = warn;
    this.service = root.getFileSystem().newWatchService();
  }

  /**
   * Watches from now on, in a thread of its own.
   *
   * @param warn told once when not all folders can be watched
   */
  public static SiteWatcher start(Path root, LiveReload live, Consumer<String> warn)
      throws IOException {
    SiteWatcher watcher = new SiteWatcher(root, live, warn);
    watcher.register(root);
    Thread.ofPlatform().daemon().name("ruff-watch").start(watcher::run);
    return watcher;
  }

  private void register(Path folder) throws IOException {
    Files.walkFileTree(folder, new Folders());
  }

  private void run() {
    try {
      while (true) {
        WatchKey key = service.poll(BEAT_MILLIS, TimeUnit.MILLISECONDS);
        if (key == null) {
          live.beat();
        } else if (takeAll(key)) {
          live.changed();
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (ClosedWatchServiceException stopped) {
      // The server ends.
    }
  }

  /** Takes what has happened, and what happens until it is quiet; false if nobody cares. */
  private boolean takeAll(WatchKey first) throws InterruptedException {
    boolean changed = false;
    for (WatchKey key = first;
        key != null;
        key = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS)) {
      for (WatchEvent<?> event : key.pollEvents()) {
        changed |= take((Path) key.watchable(), event);
      }
      key.reset();
    }
    return changed;
  }

  private boolean take(Path folder, WatchEvent<?> event) {
    if (!(event.context() instanceof Path name)) {
      // Too much at once.
      return true;
    }
    if (PrivateNames.hide(name.toString())) {
      return false;
    }
    if (event.kind() == StandardWatchEventKinds.ENTRY_CREATE) {
      try {
        register(folder.resolve(name));
      } catch (IOException gone) {
        return true;
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    service.close();
  }

  /** Registers every folder that it comes to. */
  private final class Folders extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      boolean hidden = !folder.equals(root) && folder.getFileName().toString().startsWith(".");
      if (hidden) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      try {
        folder.register(
            service,
            StandardWatchEventKinds.ENTRY_CREATE,
            StandardWatchEventKinds.ENTRY_DELETE,
            StandardWatchEventKinds.ENTRY_MODIFY);
      } catch (IOException refused) {
        warnOnce(folder);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      return FileVisitResult.CONTINUE;
    }
  }

  private void warnOnce(Path folder) {
    if (!warned) {
      warned = true;
      warn.accept("not all folders can be watched: " + folder + " and perhaps others");
    }
  }
}

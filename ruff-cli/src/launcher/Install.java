import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * Makes the folder that Ruff starts from: {@code lib/*.jar}, {@code java.options}, the start-up
 * cache {@code ruff.aot}, and the file {@code java} that names the JDK which the cache belongs to.
 *
 * <p>The folder is made beside the old one and takes its place at the end, so that a start sees a
 * complete one, and programs that run keep theirs.
 *
 * <p>Usage: {@code java Install.java LIBRARIES LAUNCHER APP}: the folder with the built jars, the
 * folder of this file, the folder to make. The JDK that runs this is the one that will run Ruff.
 */
final class Install {
  private final Path libraries;
  private final Path launcher;
  private final Path app;

  private Install(Path libraries, Path launcher, Path app) {
    this.libraries = libraries;
    this.launcher = launcher;
    this.app = app;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path app = Path.of(arguments[2]).toAbsolutePath();
    Path unfinished = app.resolveSibling(app.getFileName() + ".new");
    delete(unfinished);
    new Install(
            Path.of(arguments[0]).toAbsolutePath(),
            Path.of(arguments[1]).toAbsolutePath(),
            unfinished)
        .run();
    Path previous = app.resolveSibling(app.getFileName() + ".old");
    delete(previous);
    if (Files.exists(app)) {
      Files.move(app, previous, StandardCopyOption.ATOMIC_MOVE);
    }
    Files.move(unfinished, app, StandardCopyOption.ATOMIC_MOVE);
    delete(previous);
  }

  private void run() throws IOException, InterruptedException {
    Files.createDirectories(app.resolve("lib"));
    Files.copy(launcher.resolve("java.options"), app.resolve("java.options"));
    copyLibraries();
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    makeCache(java);
    Files.writeString(app.resolve("java"), java + "\n");
  }

  private void copyLibraries() throws IOException {
    List<Path> jars;
    try (Stream<Path> entries = Files.list(libraries)) {
      jars = entries.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
    List<URL> urls = new ArrayList<>();
    for (Path jar : jars) {
      urls.add(jar.toUri().toURL());
    }
    try (URLClassLoader classes = new URLClassLoader(urls.toArray(URL[]::new))) {
      StraightSwitches switches = new StraightSwitches(classes);
      for (Path jar : jars) {
        Path copy = app.resolve("lib").resolve(jar.getFileName());
        if (jar.getFileName().toString().startsWith("ruff-")) {
          copyRewritten(jar, copy, switches);
        } else {
          Files.copy(jar, copy);
        }
      }
    }
  }

  private static void copyRewritten(Path jar, Path copy, StraightSwitches switches)
      throws IOException {
    try (JarFile from = new JarFile(jar.toFile());
        OutputStream file = Files.newOutputStream(copy);
        JarOutputStream to = new JarOutputStream(file)) {
      for (Enumeration<JarEntry> entries = from.entries(); entries.hasMoreElements(); ) {
        JarEntry entry = entries.nextElement();
        to.putNextEntry(new JarEntry(entry.getName()));
        try (InputStream in = from.getInputStream(entry)) {
          byte[] bytes = in.readAllBytes();
          to.write(entry.getName().endsWith(".class") ? switches.rewrite(bytes) : bytes);
        }
        to.closeEntry();
      }
    }
  }

  /** Runs the training programs and keeps what the JVM learned. */
  private void makeCache(Path java) throws IOException, InterruptedException {
    Path cache = app.resolve("ruff.aot");
    Path log = app.resolve("training.log");
    List<String> command =
        List.of(
            java.toString(),
            "@" + app.resolve("java.options"),
            "-XX:AOTCacheOutput=" + cache,
            "-cp",
            app.resolve("lib/ruff-cli.jar").toString(),
            "ruff.cli.Training",
            launcher.resolve("training").toString());
    new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start()
        .waitFor();
    if (!Files.exists(cache)) {
      throw new IOException("no start-up cache was made: " + Files.readString(log));
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> entries;
    try (Stream<Path> walk = Files.walk(folder)) {
      entries = walk.toList().reversed();
    }
    for (Path entry : entries) {
      Files.delete(entry);
    }
  }
}

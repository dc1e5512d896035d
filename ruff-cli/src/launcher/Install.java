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
  private static final String PREFIX = "app-";

  private final Path target;
  private final Path launcher;
  private final Path app;

  private Install(Path target, Path launcher) {
    this.target = target;
    this.launcher = launcher;
    this.app = target.resolve(PREFIX + System.currentTimeMillis());
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path target = Path.of(arguments[0]).toAbsolutePath();
    Path launcher = Path.of(arguments[1]).toAbsolutePath();
    new Install(target, launcher).run();
  }

  private void run() throws IOException, InterruptedException {
    Files.createDirectories(app.resolve("lib"));
    Files.copy(launcher.resolve("java.options"), app.resolve("java.options"));
    copyLibraries();
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    makeCache(java);
    Path launch = target.resolve("launch");
    String previous = Files.exists(launch) ? Files.readAllLines(launch).get(1) : "";
    Path unfinished = target.resolve("launch.new");
    Files.writeString(unfinished, java + "\n" + app.getFileName() + "\n");
    Files.move(unfinished, launch, StandardCopyOption.ATOMIC_MOVE);
    deleteAllBut(previous);
  }

  private void copyLibraries() throws IOException {
    List<Path> jars;
    try (Stream<Path> entries = Files.list(target.resolve("libraries"))) {
      jars = entries.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
    List<URL> urls = new ArrayList<>();
    for (Path jar : jars) {
      urls.add(jar.toUri().toURL());
    }
    try (URLClassLoader classes = new URLClassLoader(urls.toArray(URL[]::new))) {
      StaticLinks links = new StaticLinks(classes);
      for (Path jar : jars) {
        Path copy = app.resolve("lib").resolve(jar.getFileName());
        if (jar.getFileName().toString().startsWith("ruff-")) {
          copyRewritten(jar, copy, links);
        } else {
          Files.copy(jar, copy);
        }
      }
    }
  }

  private static void copyRewritten(Path jar, Path copy, StaticLinks links) throws IOException {
    try (JarFile from = new JarFile(jar.toFile());
        OutputStream file = Files.newOutputStream(copy);
        JarOutputStream to = new JarOutputStream(file)) {
      for (Enumeration<JarEntry> entries = from.entries(); entries.hasMoreElements(); ) {
        JarEntry entry = entries.nextElement();
        to.putNextEntry(new JarEntry(entry.getName()));
        try (InputStream in = from.getInputStream(entry)) {
          byte[] bytes = in.readAllBytes();
          to.write(entry.getName().endsWith(".class") ? links.rewrite(bytes) : bytes);
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
    int status =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    if (status != 0 || !Files.exists(cache)) {
      throw new IOException("the training run failed: " + Files.readString(log));
    }
  }

  /** Deletes the folders of earlier calls, except the one that running programs may use. */
  private void deleteAllBut(String previous) throws IOException {
    List<Path> old;
    try (Stream<Path> entries = Files.list(target)) {
      old =
          entries
              .filter(entry -> entry.getFileName().toString().startsWith(PREFIX))
              .filter(entry -> !entry.equals(app) && !entry.endsWith(previous))
              .toList();
    }
    for (Path folder : old) {
      try (Stream<Path> walk = Files.walk(folder)) {
        for (Path entry : walk.toList().reversed()) {
          Files.delete(entry);
        }
      }
    }
  }
}

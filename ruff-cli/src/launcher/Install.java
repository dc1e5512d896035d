import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * Makes the folder that Ruff starts from, {@code TARGET/app-N}, and the file {@code TARGET/launch}
 * that names the JDK it belongs to and the folder.
 *
 * <p>In the folder are {@code java.options}, the start-up caches {@code ruff.aot} and, for programs
 * with a limit of time, {@code limits.aot}, and in {@code lib} one jar of all classes of Ruff,
 * without a manifest to be read at each start, one that names the jars of others, and those.
 *
 * <p>The folder is made beside the old one and takes its place at the end, so that a start sees a
 * complete one, and programs that run keep theirs.
 *
 * <p>Usage: {@code java Install.java TARGET LAUNCHER}: the folder that holds the built jars in
 * {@code libraries}, the folder of this file. The JDK that runs this is the one that will run Ruff.
 */
final class Install {
  private static final String PREFIX = "app-";
  private static final String RUFF = "ruff.jar";
  private static final String LIBRARIES = "libraries.jar";

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
    makeCache(java, "ruff.aot", "false");
    makeCache(java, "limits.aot", "true");
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
    List<Path> own = jars.stream().filter(Install::isOwn).toList();
    try (URLClassLoader classes = new URLClassLoader(urls.toArray(URL[]::new));
        JarOutputStream ruff = new JarOutputStream(Files.newOutputStream(lib(RUFF)))) {
      StaticLinks links = new StaticLinks(classes);
      for (Path jar : own) {
        addRewritten(jar, ruff, links);
      }
      copySqlite(classes);
    }
    List<String> others = new ArrayList<>();
    for (Path jar : jars) {
      if (!isOwn(jar)) {
        others.add(jar.getFileName().toString());
        Files.copy(jar, lib(others.getLast()));
      }
    }
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, String.join(" ", others));
    new JarOutputStream(Files.newOutputStream(lib(LIBRARIES)), manifest).close();
  }

  /**
   * Puts SQLite's library for this machine beside the jars. Java would take it out of its jar at
   * each start that uses it, and a process that ends at once leaves such a file behind.
   */
  private void copySqlite(ClassLoader classes) throws IOException {
    String name = System.mapLibraryName("sqlitejdbc");
    try {
      Object folder =
          classes
              .loadClass("org.sqlite.util.OSInfo")
              .getMethod("getNativeLibFolderPathForCurrentOS")
              .invoke(null);
      try (InputStream library =
          classes.getResourceAsStream("org/sqlite/native/" + folder + "/" + name)) {
        if (library != null) {
          Files.copy(library, lib(name));
        }
      }
    } catch (ReflectiveOperationException unknown) {
      throw new IOException("the SQLite driver does not tell which library it wants", unknown);
    }
  }

  private Path lib(String name) {
    return app.resolve("lib").resolve(name);
  }

  private static boolean isOwn(Path jar) {
    return jar.getFileName().toString().startsWith("ruff-");
  }

  private static void addRewritten(Path jar, JarOutputStream to, StaticLinks links)
      throws IOException {
    try (JarFile from = new JarFile(jar.toFile())) {
      for (Enumeration<JarEntry> entries = from.entries(); entries.hasMoreElements(); ) {
        JarEntry entry = entries.nextElement();
        if (entry.isDirectory() || isAboutJar(entry.getName())) {
          continue;
        }
        to.putNextEntry(new JarEntry(entry.getName()));
        try (InputStream in = from.getInputStream(entry)) {
          byte[] bytes = in.readAllBytes();
          to.write(entry.getName().endsWith(".class") ? links.rewrite(bytes) : bytes);
        }
        to.closeEntry();
      }
    }
  }

  /** What says something about the jar that it came in; what it offers as services stays. */
  private static boolean isAboutJar(String entry) {
    return entry.startsWith("META-INF/") && !entry.startsWith("META-INF/services/");
  }

  /**
   * Runs the training programs and keeps the classes that the JVM loaded, without its profiles:
   * with those it compiles at every start what was hot in training, whether the program needs it or
   * not.
   *
   * @param limits whether it is for programs with a limit of time
   */
  private void makeCache(Path java, String name, String limits)
      throws IOException, InterruptedException {
    Path cache = app.resolve(name);
    Path log = app.resolve("training.log");
    List<String> command =
        List.of(
            java.toString(),
            "@" + app.resolve("java.options"),
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:-AOTRecordTraining",
            "-XX:AOTCacheOutput=" + cache,
            "-cp",
            lib(RUFF) + File.pathSeparator + lib(LIBRARIES),
            "ruff.cli.Training",
            launcher.resolve("training").toString(),
            limits);
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

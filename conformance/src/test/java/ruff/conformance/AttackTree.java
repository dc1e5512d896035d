package ruff.conformance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files that every attack finds, and a picture of them to prove that nothing has happened. */
final class AttackTree {
  private static final Map<String, String> FILES =
      Map.of(
          "data/inside.txt", "inside\n",
          "data/sub/deep.txt", "deep\n",
          "data/closed/key.txt", "key\n",
          "database/other.txt", "other\n",
          "secret/secret.txt", "secret\n");
  private static final Map<String, String> LINKS =
      Map.of(
          "data/to-secret", "../secret/secret.txt",
          "data/to-folder", "../secret",
          "data/chain", "to-secret",
          "data/loop", "pool",
          "data/pool", "loop",
          "data/dangling", "../secret/new.txt",
          "data/keep", "inside.txt",
          "granted", "data",
          "bin/git", "/bin/sh");

  private AttackTree() {}

  static void make(Path root, AttackCase attack) throws IOException {
    Files.createDirectories(root.resolve("secret/empty"));
    Files.createDirectories(root.resolve("data/empty"));
    for (Map<String, String> files : List.of(FILES, attack.files)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        Path path = root.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.writeString(path, placed(file.getValue(), root));
      }
    }
    for (Map<String, String> links : List.of(LINKS, attack.links)) {
      for (Map.Entry<String, String> link : links.entrySet()) {
        Path path = root.resolve(link.getKey());
        Files.createDirectories(path.getParent());
        Files.createSymbolicLink(path, Path.of(placed(link.getValue(), root)));
      }
    }
    for (Map.Entry<String, String> twin : attack.twins.entrySet()) {
      Files.createLink(root.resolve(twin.getKey()), root.resolve(twin.getValue()));
    }
    Path marker = root.resolve("bin/marker");
    Files.writeString(marker, "#!/bin/sh\necho ran > " + root + "/marker.txt\n");
    Files.setPosixFilePermissions(marker, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  static String placed(String text, Path root) {
    return text.replace("{HERE}", root.toString())
        .replace("{RUFF}", Corpus.PROJECT.resolve("ruff").toString());
  }

  /** What there is, by path: the content of files, the targets of links. */
  static Map<String, String> picture(Path root) throws IOException {
    Map<String, String> picture = new TreeMap<>();
    try (Stream<Path> entries = Files.walk(root)) {
      for (Path entry : entries.toList()) {
        picture.put(root.relativize(entry).toString(), look(entry));
      }
    }
    return picture;
  }

  private static String look(Path entry) throws IOException {
    if (Files.isSymbolicLink(entry)) {
      return "link to " + Files.readSymbolicLink(entry);
    }
    if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
      return "folder";
    }
    return "file: " + new String(Files.readAllBytes(entry), StandardCharsets.ISO_8859_1);
  }
}

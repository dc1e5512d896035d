package ruff.serve.preview;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import ruff.serve.site.SiteFiles;
import ruff.serve.site.TargetPath;

/** Shows what a folder holds, as far as it can be asked for. */
final class Listing {
  private static final int MAX_ENTRIES = 10_000;
  private static final char NOT_TEXT = '\uFFFD';
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private final SiteFiles files;

  Listing(SiteFiles files) {
    this.files = files;
  }

  private record Entry(String name, boolean folder, long size, Instant modified) {}

  /**
   * The page for a folder.
   *
   * @param parts its path as asked for
   * @param script what the page needs to reload, or empty
   */
  byte[] page(List<String> parts, Path folder, String script) throws IOException {
    List<Entry> entries = new ArrayList<>();
    boolean more = read(parts, folder, entries);
    entries.sort(
        Comparator.comparing((Entry entry) -> !entry.folder).thenComparing(entry -> entry.name));
    StringBuilder rows = new StringBuilder();
    if (!parts.isEmpty()) {
      String parent = TargetPath.encode(parts.subList(0, parts.size() - 1));
      rows.append(row(parent.equals("/") ? parent : parent + "/", "../", "", ""));
    }
    for (Entry entry : entries) {
      rows.append(row(parts, entry));
    }
    String title = "/" + String.join("/", parts);
    String content =
        """
        <h1>%s</h1>
        <table>
        <thead><tr><th>Name</th><th>Size</th><th>Changed</th></tr></thead>
        <tbody>
        %s</tbody>
        </table>
        %s\
        """
            .formatted(Html.escape(title), rows, more ? "<p>There are more.</p>\n" : "");
    return Html.page(title, content, script);
  }

  /** Reads the entries; true when there are too many. */
  private boolean read(List<String> parts, Path folder, List<Entry> entries) throws IOException {
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      for (Path path : stream) {
        if (entries.size() == MAX_ENTRIES) {
          return true;
        }
        Entry entry = entry(parts, path);
        if (entry != null) {
          entries.add(entry);
        }
      }
      return false;
    } catch (DirectoryIteratorException failure) {
      throw failure.getCause();
    }
  }

  /** An entry as it will be found when somebody follows its link; null if it will not. */
  private Entry entry(List<String> parts, Path path) throws IOException {
    String name = path.getFileName().toString();
    List<String> all = new ArrayList<>(parts);
    all.add(name);
    // Bytes that are no text cannot be written in a link that leads back to them.
    boolean same =
        name.indexOf(NOT_TEXT) < 0
            && TargetPath.parse(TargetPath.encode(all)) instanceof TargetPath.Inside inside
            && inside.parts().equals(all);
    Path real = same ? files.shown(path) : null;
    if (real == null) {
      return null;
    }
    BasicFileAttributes attributes = Files.readAttributes(real, BasicFileAttributes.class);
    return new Entry(
        name,
        attributes.isDirectory(),
        attributes.size(),
        attributes.lastModifiedTime().toInstant());
  }

  private static String row(List<String> parts, Entry entry) {
    List<String> all = new ArrayList<>(parts);
    all.add(entry.name);
    String end = entry.folder ? "/" : "";
    return row(
        TargetPath.encode(all) + end,
        entry.name + end,
        entry.folder ? "" : Long.toString(entry.size),
        TIME.withZone(ZoneId.systemDefault()).format(entry.modified));
  }

  private static String row(String link, String name, String size, String time) {
    return "<tr><td><a href=\""
        + Html.escape(link)
        + "\">"
        + Html.escape(name)
        + "</a></td><td>"
        + size
        + "</td><td>"
        + time
        + "</td></tr>\n";
  }
}

package ruff.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import ruff.policy.Capability;

/** Which capabilities are needed for what, and the narrowest options that grant them. */
final class Needs {
  /** Any grant lets a program work with names of files; this one lets it do nothing else. */
  private static final String HARMLESS_FILE = "/dev/null";

  /** A resource that stands for all of its kind. */
  static final String ALL = "*";

  private final Path directory;
  private final Map<Capability, SortedSet<String>> resources = new EnumMap<>(Capability.class);

  /**
   * @param directory paths below it are shown relative to it
   */
  Needs(Path directory) {
    this.directory = directory;
  }

  /**
   * @param resource empty when there is none in particular
   */
  synchronized void add(Capability capability, String resource) {
    resources.computeIfAbsent(capability, _ -> new TreeSet<>()).add(resource);
  }

  /** The options in one line. */
  synchronized String flags() {
    List<String> flags = new ArrayList<>();
    resources.forEach((capability, names) -> flags.add(flag(capability, names)));
    return flags.isEmpty() ? Options.UNTRUSTED.name() : String.join(" ", flags);
  }

  private String flag(Capability capability, SortedSet<String> names) {
    List<String> entries = new ArrayList<>();
    boolean whole = capability.scope().isEmpty() || names.contains(ALL);
    for (String name : names) {
      whole |= name.indexOf(',') >= 0;
      if (!name.isEmpty() && !isCovered(capability, name, names)) {
        entries.add(capability.isFilesystem() ? shown(name) : name);
      }
    }
    if (entries.isEmpty() && capability.isFilesystem()) {
      entries.add(HARMLESS_FILE);
    }
    return whole || entries.isEmpty()
        ? capability.flag()
        : capability.flag() + "=" + ShellText.quoted(String.join(",", entries));
  }

  /** Whether a folder above it is needed anyway. */
  private static boolean isCovered(Capability capability, String name, SortedSet<String> names) {
    return capability.isFilesystem()
        && names.stream()
            .anyMatch(
                other ->
                    !other.isEmpty() && !other.equals(name) && Path.of(name).startsWith(other));
  }

  private String shown(String name) {
    Path path = Path.of(name);
    if (!path.startsWith(directory)) {
      return name;
    }
    String relative = directory.relativize(path).toString();
    return relative.isEmpty() ? "." : relative;
  }
}

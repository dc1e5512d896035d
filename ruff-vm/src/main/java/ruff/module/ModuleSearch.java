package ruff.module;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import ruff.host.Host;
import ruff.host.SourceFiles;
import ruff.value.RuffError;

/** Finds the file of a module under the search roots, and lets no name lead out of them. */
final class ModuleSearch {
  /** A module's file with the root it was found under; both are real paths. */
  record Found(Path root, Path file) {}

  private final Host host;
  private final SourceFiles files;

  ModuleSearch(Host host) {
    this.host = host;
    this.files = host.sources();
  }

  /**
   * @param importer whose statement it is
   * @param entryFile the program's own file, or null
   */
  Found find(String name, ModuleInstance importer, Path entryFile) {
    List<String> candidates = candidates(name);
    for (Path root : roots(importer, entryFile)) {
      for (String candidate : candidates) {
        Path file = root.resolve(candidate);
        if (files.isFile(file)) {
          return contained(name, root, file);
        }
      }
    }
    throw new RuffError(
        "Module not found: "
            + name
            + "; Check that '"
            + name
            + "' exists as a flat <module>.ruff file or a nested src/... path under the package"
            + " root, and confirm the import name matches the on-disk layout.");
  }

  /** The file names to try under each root: with the dots kept, then as a path. */
  private static List<String> candidates(String name) {
    List<String> candidates = new ArrayList<>();
    candidates.add(checked(name, name + ".ruff"));
    if (name.contains(".")) {
      for (String segment : name.split("\\.", -1)) {
        if (segment.isEmpty()) {
          throw new RuffError(
              "Unsafe module import '" + name + "': dotted module path contains an empty segment");
        }
      }
      candidates.add(checked(name, name.replace('.', '/') + ".ruff"));
    }
    return candidates;
  }

  /**
   * Refuses names that could mean anything but a file below a root; backslashes count as slashes.
   */
  private static String checked(String name, String file) {
    String path = file.replace('\\', '/');
    String reason = null;
    if (path.indexOf('\0') >= 0) {
      reason = "null byte is not allowed";
    } else if (path.startsWith("/")) {
      reason = "absolute path is not allowed";
    } else if (path.length() > 1 && path.charAt(1) == ':') {
      reason = "drive-prefixed path is not allowed";
    } else if (List.of(path.split("/", -1)).contains("..")) {
      reason = "parent directory traversal component is not allowed";
    } else if (path.equals(".ruff")) {
      reason = "empty normalized path is not allowed";
    }
    if (reason != null) {
      throw new RuffError(
          "Unsafe module import '" + name + "': Unsafe module import '" + file + "': " + reason);
    }
    return path;
  }

  private Set<Path> roots(ModuleInstance importer, Path entryFile) {
    Set<Path> roots = new LinkedHashSet<>();
    if (!importer.isEntry()) {
      add(roots, importer.root());
      add(roots, importer.file().getParent());
    }
    if (entryFile != null) {
      Path folder = entryFile.getParent();
      add(roots, folder);
      if (folder != null && folder.endsWith("src")) {
        add(roots, folder.getParent());
      }
    }
    Path working = host.directory().current();
    add(roots, working);
    add(roots, working.resolve("modules"));
    return roots;
  }

  private void add(Set<Path> roots, Path root) {
    if (root != null && files.isDirectory(root)) {
      try {
        roots.add(files.canonical(root));
      } catch (IOException gone) {
        // A root that vanishes while it is looked at is a root that does not exist.
      }
    }
  }

  private Found contained(String name, Path root, Path file) {
    try {
      Path target = files.canonical(file);
      if (target.startsWith(root)) {
        return new Found(root, target);
      }
      throw new RuffError(
          "Unsafe module import '"
              + name
              + "': resolved path '"
              + target
              + "' escapes module search root '"
              + root
              + "'");
    } catch (IOException failure) {
      throw new RuffError(
          "Failed to read module '" + name + "': " + ruff.host.SystemError.of(failure).text());
    }
  }
}

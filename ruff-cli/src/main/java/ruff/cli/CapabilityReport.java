package ruff.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ruff.engine.NativeUse;
import ruff.engine.Reach;
import ruff.natives.NativeEntry;
import ruff.natives.NativeIndex;
import ruff.policy.Capability;
import ruff.stdlib.StandardLibrary;

/**
 * Every capability that a program and its modules can reach, with what they touch where that is
 * written down in the program, and the options that let all of it happen.
 */
final class CapabilityReport {
  /** What a use touches that is only known when it runs: no name that a program can use. */
  private static final String DYNAMIC = "\0";

  /** Functions whose first resource is read for the sake of writing another one. */
  private static final Set<String> READING_WRITERS =
      Set.of(
          "copy_file",
          "rename_file",
          "io_copy_range",
          "unzip",
          "zip_add_file",
          "zip_add_dir",
          "gif_to_webp",
          "gzip_file",
          "gunzip_file",
          "tar_add_file",
          "tar_add_dir",
          "untar");

  /** Functions that touch everything of their kind. */
  private static final Set<String> TOUCHING_ALL = Set.of("env_list", "os_environ");

  private static final int MAX_PORT = 65_535;

  /**
   * @param resource a constant, {@link #DYNAMIC}, or empty when the capability has none
   */
  private record Row(Capability capability, NativeUse use, String surface, String resource) {}

  private final String file;
  private final Reach reach;
  private final Path directory;
  private final List<Row> rows = new ArrayList<>();
  private final List<Row> sources = new ArrayList<>();
  private final boolean movesAbout;

  CapabilityReport(String file, Reach reach, Path directory) {
    this.file = file;
    this.reach = reach;
    this.directory = directory;
    this.movesAbout = reach.uses().stream().anyMatch(use -> use.function().equals("os_chdir"));
    Map<String, List<NativeEntry>> functions = new HashMap<>();
    Map<String, List<NativeEntry>> methods = new HashMap<>();
    for (NativeEntry entry : entries()) {
      if (!entry.capabilities().isEmpty()) {
        register(entry, functions, methods);
      }
    }
    for (NativeUse use : reach.uses()) {
      for (NativeEntry entry :
          (use.isMethod() ? methods : functions).getOrDefault(use.function(), List.of())) {
        add(use, entry);
      }
    }
  }

  private static List<NativeEntry> entries() {
    try (InputStream index = StandardLibrary.class.getResourceAsStream("natives.txt")) {
      return NativeIndex.read(new String(index.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void register(
      NativeEntry entry,
      Map<String, List<NativeEntry>> functions,
      Map<String, List<NativeEntry>> methods) {
    List<String> names = new ArrayList<>(entry.aliases());
    names.add(entry.name());
    for (String name : names) {
      int dot = name.indexOf('.');
      String method = name.substring(dot + 1);
      if (dot >= 0 || entry.methodOnly() || !entry.receivers().isEmpty()) {
        methods.computeIfAbsent(method, _ -> new ArrayList<>()).add(entry);
      }
      functions.computeIfAbsent(name, _ -> new ArrayList<>()).add(entry);
    }
  }

  private void add(NativeUse use, NativeEntry entry) {
    for (String name : entry.capabilities()) {
      Capability capability = Capability.valueOf(name);
      List<String> touched = resources(capability, entry, use);
      if (READING_WRITERS.contains(entry.name())) {
        String source = touched.isEmpty() ? DYNAMIC : touched.getFirst();
        sources.add(new Row(Capability.FILESYSTEM_READ, use, entry.surface(), source));
        boolean changesSource = entry.name().equals("rename_file") || touched.size() < 2;
        touched = changesSource ? touched : touched.subList(1, touched.size());
      }
      for (String resource : touched) {
        rows.add(new Row(capability, use, entry.surface(), resource));
      }
    }
  }

  private List<String> resources(Capability capability, NativeEntry entry, NativeUse use) {
    if (capability.scope().isEmpty()) {
      return List.of("");
    }
    if (TOUCHING_ALL.contains(entry.name())) {
      return List.of(DYNAMIC);
    }
    if (entry.resources().isEmpty()) {
      return List.of("");
    }
    if (use.arguments() == null) {
      return List.of(DYNAMIC);
    }
    if (capability == Capability.NETWORK_CLIENT || capability == Capability.NETWORK_SERVER) {
      return List.of(endpoint(entry, use.arguments()));
    }
    List<String> resources = new ArrayList<>();
    for (String name : entry.resources()) {
      addConstants(resources, capability, argument(entry, use.arguments(), name));
    }
    return resources;
  }

  private static Object argument(NativeEntry entry, List<Object> arguments, String name) {
    for (int i = 0; i < entry.parameters().size() && i < arguments.size(); i++) {
      if (entry.parameters().get(i).name().equals(name)) {
        return arguments.get(i);
      }
    }
    return null;
  }

  private void addConstants(List<String> resources, Capability capability, Object argument) {
    switch (argument) {
      case String text -> resources.add(constant(capability, text));
      case List<?> list when list.isEmpty() -> resources.add(DYNAMIC);
      case List<?> list when capability == Capability.PROCESS_EXEC -> {
        boolean several = list.getFirst() instanceof List<?>;
        for (Object item : several ? list : List.of(list)) {
          Object program =
              item instanceof List<?> words && !words.isEmpty() ? words.getFirst() : null;
          resources.add(program instanceof String text ? text : DYNAMIC);
        }
      }
      case List<?> list ->
          list.forEach(
              item ->
                  resources.add(
                      item instanceof String text ? constant(capability, text) : DYNAMIC));
      case null, default -> resources.add(DYNAMIC);
    }
  }

  private String constant(Capability capability, String text) {
    boolean usable = !text.isEmpty() && text.indexOf(',') < 0 && text.indexOf('\0') < 0;
    boolean relative = capability.isFilesystem() && !text.startsWith("/");
    return usable && !(relative && movesAbout) ? text : DYNAMIC;
  }

  private static String endpoint(NativeEntry entry, List<Object> arguments) {
    Object first = argument(entry, arguments, entry.resources().getFirst());
    if (first instanceof String text && text.contains("://")) {
      return hostOf(text);
    }
    for (int i = 0; first instanceof String host && i < arguments.size() - 1; i++) {
      boolean follows = host.equals(arguments.get(i)) && arguments.get(i + 1) instanceof Long;
      if (follows && (Long) arguments.get(i + 1) <= MAX_PORT) {
        String shown = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        long port = (Long) arguments.get(i + 1);
        return port == 0 ? shown : shown + ":" + port;
      }
    }
    return DYNAMIC;
  }

  private static String hostOf(String url) {
    try {
      URI uri = URI.create(url);
      int usual = "https".equals(uri.getScheme()) ? 443 : 80;
      return uri.getHost() == null
          ? DYNAMIC
          : uri.getHost() + ":" + (uri.getPort() < 0 ? usual : uri.getPort());
    } catch (IllegalArgumentException noUrl) {
      return DYNAMIC;
    }
  }

  /** The shortest options under which everything that was found can happen. */
  private String flags() {
    Needs needs = new Needs(directory);
    rows.forEach(row -> needs.add(row.capability, named(row)));
    boolean scoped = rows.stream().anyMatch(this::isScopedFile);
    if (scoped) {
      sources.forEach(row -> needs.add(row.capability, named(row)));
    }
    return needs.flags();
  }

  private boolean isScopedFile(Row row) {
    return row.capability.isFilesystem()
        && rows.stream()
            .noneMatch(
                other -> other.capability == row.capability && other.resource.equals(DYNAMIC));
  }

  private String named(Row row) {
    if (row.resource.equals(DYNAMIC)) {
      return Needs.ALL;
    }
    try {
      return row.capability.isFilesystem() && !row.resource.isEmpty()
          ? directory.resolve(row.resource).normalize().toString()
          : row.resource;
    } catch (InvalidPathException unusable) {
      return Needs.ALL;
    }
  }

  /** All rows by place; the files in the order in which they are imported. */
  private List<Row> sorted() {
    List<String> files = reach.uses().stream().map(NativeUse::file).distinct().toList();
    List<Row> all = new ArrayList<>(rows);
    all.addAll(sources);
    all.sort(
        Comparator.comparingInt((Row row) -> files.indexOf(row.use.file()))
            .thenComparingInt(row -> row.use.position().line())
            .thenComparingInt(row -> row.use.position().column()));
    return all;
  }

  String text() {
    StringBuilder text = new StringBuilder();
    for (Row row : sorted()) {
      text.append(DiagnosticText.place(row.use.file(), row.use.position()))
          .append('\t')
          .append(row.capability.label())
          .append('\t')
          .append(row.surface)
          .append(row.use.isMethod() ? "\t(if the receiver has it) " : "\t")
          .append(row.resource.equals(DYNAMIC) ? "dynamic" : ShellText.shown(row.resource))
          .append(sources.contains(row) ? "\t(where files are granted by path)\n" : "\n");
    }
    reach
        .missing()
        .forEach((name, reason) -> text.append("not looked at: ").append(reason).append('\n'));
    return text.append("ruff run ")
        .append(flags())
        .append(' ')
        .append(ShellText.quoted(file))
        .append('\n')
        .toString();
  }

  Map<String, Object> json() {
    List<Object> uses = new ArrayList<>();
    for (Row row : sorted()) {
      Map<String, Object> use = new HashMap<>();
      use.put("capability", row.capability.label());
      use.put("flag", row.capability.flag());
      use.put("function", row.surface);
      use.put("file", row.use.file());
      use.put("line", row.use.position().line());
      use.put("column", row.use.position().column());
      use.put(
          "resource", row.resource.isEmpty() || row.resource.equals(DYNAMIC) ? null : row.resource);
      use.put("dynamic", row.resource.equals(DYNAMIC));
      use.put("certain", !row.use.isMethod());
      use.put("only_where_scoped", sources.contains(row));
      uses.add(use);
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("command", Command.CHECK.word());
    result.put("file", file);
    result.put("status", "ok");
    result.put("capabilities", uses);
    result.put("flags", flags());
    result.put("not_looked_at", new LinkedHashMap<>(reach.missing()));
    return result;
  }
}

package ruff.module;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import ruff.ast.Program;
import ruff.compile.CompiledModule;
import ruff.compile.Compiler;
import ruff.host.ProgramText;
import ruff.host.SourceFiles;
import ruff.host.SystemError;
import ruff.interpreter.Calls;
import ruff.interpreter.FunctionValue;
import ruff.interpreter.Strand;
import ruff.parser.ParseResult;
import ruff.parser.Parser;
import ruff.source.Diagnostic;
import ruff.source.SourceText;
import ruff.value.RuffError;

/** Finds, compiles, runs and keeps the modules of one isolate. */
public final class ModuleLoader {
  /** A module is the same as long as root, file and version are. */
  private record Key(Path root, Path file) {}

  private record Cached(ModuleInstance module, SourceFiles.Version version) {}

  private final Map<Key, Cached> cache = new HashMap<>();
  private final Deque<Key> loading = new ArrayDeque<>();
  private final Deque<String> loadingNames = new ArrayDeque<>();

  /** Starts another isolate's loader with the modules that are loaded here. */
  public void copyInto(ModuleLoader other) {
    other.cache.putAll(cache);
  }

  /**
   * The module of that name as the importer means it, run to its end.
   *
   * @param name segments with dots
   */
  public ModuleInstance load(Strand strand, ModuleInstance importer, String name) {
    ModuleSearch.Found found =
        new ModuleSearch(strand.host()).find(name, importer, strand.isolate().entryFile());
    Key key = new Key(found.root(), found.file());
    SourceFiles.Version version = version(strand, found, name);
    Cached known = cache.get(key);
    if (known != null && known.version.equals(version)) {
      return known.module;
    }
    if (loading.contains(key)) {
      throw new RuffError("Circular import detected: " + cycle(key, name));
    }
    loading.addLast(key);
    loadingNames.addLast(name);
    try {
      ModuleInstance module = run(strand, found, name);
      cache.put(key, new Cached(module, version));
      return module;
    } finally {
      loading.removeLast();
      loadingNames.removeLast();
    }
  }

  private String cycle(Key key, String name) {
    int start = 0;
    for (Key open : loading) {
      if (open.equals(key)) {
        break;
      }
      start++;
    }
    String chain = loadingNames.stream().skip(start).collect(Collectors.joining(" -> "));
    return chain + " -> " + name;
  }

  private static SourceFiles.Version version(Strand strand, ModuleSearch.Found found, String name) {
    try {
      return strand.host().sources().version(found.file());
    } catch (IOException failure) {
      throw unreadable(name, SystemError.of(failure).text());
    }
  }

  private static RuffError unreadable(String name, String reason) {
    return new RuffError("Failed to read module '" + name + "': " + reason);
  }

  private ModuleInstance run(Strand strand, ModuleSearch.Found found, String name) {
    SourceText source = read(strand, found, name);
    CompiledModule compiled = compile(strand, source, name);
    strand.isolate().noteLoaded(compiled.main());
    ModuleInstance module =
        new ModuleInstance(
            strand.machine().nextModuleIndex(), name, compiled, found.root(), found.file());
    try {
      Calls.value(strand, new FunctionValue(compiled.main(), module, new Object[0]), new Object[0]);
    } catch (RuffError failure) {
      throw new RuffError("Failed to evaluate module '" + name + "': " + failure.getMessage());
    }
    String undefined = module.undefinedExport(strand.isolate().globals(module));
    if (undefined != null) {
      throw new RuffError(
          "Exported symbol '" + undefined + "' was not defined in module '" + name + "'");
    }
    return module;
  }

  private static SourceText read(Strand strand, ModuleSearch.Found found, String name) {
    String shown = shownPath(strand, found.file());
    return switch (ProgramText.ofFile(strand.host().sources(), found.file())) {
      case ProgramText.Read text -> new SourceText(shown, text.text());
      case ProgramText.Unreadable text -> throw unreadable(name, text.reason());
      case ProgramText.TooLarge text ->
          throw new RuffError("Failed to parse module '" + name + "': 1:1: " + text.message());
    };
  }

  /** Relative to where the program started when it lies inside, else absolute. */
  private static String shownPath(Strand strand, Path file) {
    Path start = strand.isolate().startDirectory();
    return start != null && file.startsWith(start)
        ? start.relativize(file).toString()
        : file.toString();
  }

  private static CompiledModule compile(Strand strand, SourceText source, String name) {
    ParseResult parsed = Parser.parse(source);
    if (!parsed.diagnostics().isEmpty()) {
      throw rejected(parsed.diagnostics().getFirst(), name);
    }
    Program program = parsed.program();
    return switch (Compiler.compile(program, strand.machine().environment())) {
      case Compiler.Result.Compiled compiled -> compiled.module();
      case Compiler.Result.Rejected faults ->
          throw new RuffError(
              "Failed to evaluate module '"
                  + name
                  + "': "
                  + faults.diagnostics().getFirst().message());
    };
  }

  private static RuffError rejected(Diagnostic first, String name) {
    String verb =
        first.code().subsystem() == ruff.source.DiagnosticCode.Subsystem.LEXER
            ? "tokenize"
            : "parse";
    return new RuffError(
        "Failed to "
            + verb
            + " module '"
            + name
            + "': "
            + first.position().line()
            + ":"
            + first.position().column()
            + ": "
            + first.message());
  }
}

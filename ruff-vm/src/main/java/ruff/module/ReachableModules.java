package ruff.module;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ruff.bytecode.Instruction;
import ruff.bytecode.Op;
import ruff.bytecode.Prototype;
import ruff.compile.CompiledModule;
import ruff.compile.Compiler;
import ruff.compile.Environment;
import ruff.host.Host;
import ruff.host.ProgramText;
import ruff.parser.ParseResult;
import ruff.parser.Parser;
import ruff.source.SourceText;
import ruff.value.RuffError;

/** The modules that a program can import, and those import, found without running anything. */
public final class ReachableModules {
  private final Host host;
  private final Environment environment;
  private final Path entryFile;
  private final List<Prototype> found = new ArrayList<>();
  private final Map<String, String> missing = new LinkedHashMap<>();
  private final Set<Path> seen = new HashSet<>();

  /**
   * @param entryFile real path of the program's file, or null
   */
  public ReachableModules(Host host, Environment environment, Path entryFile) {
    this.host = host;
    this.environment = environment;
    this.entryFile = entryFile;
  }

  /** The top levels of the program and of all modules. */
  public List<Prototype> of(CompiledModule program) {
    ModuleInstance entry = new ModuleInstance(0, "", program, null, entryFile);
    add(program.main(), entry);
    return found;
  }

  /** Why a module could not be looked at, by name. */
  public Map<String, String> missing() {
    return missing;
  }

  private void add(Prototype main, ModuleInstance module) {
    found.add(main);
    imports(main, module);
  }

  private void imports(Prototype code, ModuleInstance importer) {
    for (long word : code.code) {
      if (Instruction.op(word) == Op.IMPORT) {
        load((String) code.constants[Instruction.wide(word)], importer);
      }
    }
    for (Prototype child : code.children) {
      imports(child, importer);
    }
  }

  private void load(String name, ModuleInstance importer) {
    try {
      ModuleSearch.Found file = new ModuleSearch(host).find(name, importer, entryFile);
      if (seen.add(file.file())) {
        CompiledModule compiled = compile(file.file());
        add(compiled.main(), new ModuleInstance(0, name, compiled, file.root(), file.file()));
      }
    } catch (RuffError fault) {
      missing.put(name, fault.getMessage());
    } catch (IOException unreadable) {
      missing.put(name, unreadable.getMessage());
    }
  }

  private CompiledModule compile(Path file) throws IOException {
    if (!(ProgramText.ofFile(host.sources(), file) instanceof ProgramText.Read text)) {
      throw new IOException("it cannot be read");
    }
    Path start = host.directory().current();
    String shown = file.startsWith(start) ? start.relativize(file).toString() : file.toString();
    ParseResult parsed = Parser.parse(new SourceText(shown, text.text()));
    if (!parsed.diagnostics().isEmpty()) {
      throw new IOException(parsed.diagnostics().getFirst().message());
    }
    return switch (Compiler.compile(parsed.program(), environment)) {
      case Compiler.Result.Compiled compiled -> compiled.module();
      case Compiler.Result.Rejected rejected ->
          throw new IOException(rejected.diagnostics().getFirst().message());
    };
  }
}

package ruff.module;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import ruff.bytecode.Prototype;
import ruff.compile.CompiledModule;
import ruff.value.Container;
import ruff.value.RuffError;
import ruff.value.Shape;
import ruff.value.StructDefinition;
import ruff.value.StructValue;

/**
 * A loaded file: which globals it has and which of them are exports. Each isolate has values of its
 * own.
 */
public final class ModuleInstance {
  /** The place of its values in every isolate's table. */
  public final int index;

  private final String name;
  private final List<String> names;
  private final Map<String, Prototype> definitions;
  private final Path root;
  private final Path file;
  private final BitSet exported = new BitSet();

  /**
   * @param index unique in the machine
   * @param name as imported; that of the entry file is not shown
   * @param compiled the file
   * @param root the search root that it was found under; null for the entry file
   * @param file where the source stands; null for standard input and {@code -e}
   */
  public ModuleInstance(int index, String name, CompiledModule compiled, Path root, Path file) {
    this.index = index;
    this.name = name;
    this.names = compiled.globals();
    this.definitions = compiled.definitions();
    this.root = root;
    this.file = file;
  }

  public int globalCount() {
    return names.size();
  }

  public String globalName(int slot) {
    return names.get(slot);
  }

  /** The code of the function that a global always holds, or null when it may hold others. */
  public Prototype definition(int slot) {
    return definitions.get(names.get(slot));
  }

  Path root() {
    return root;
  }

  Path file() {
    return file;
  }

  boolean isEntry() {
    return root == null;
  }

  /** Makes a global reachable from outside. */
  public synchronized void export(int slot) {
    exported.set(slot);
  }

  /**
   * The value of an export at this moment, marked shared, or null when there is none.
   *
   * @param globals this module's values in the isolate that asks
   */
  public synchronized Object find(String export, Object[] globals) {
    for (int slot = exported.nextSetBit(0); slot >= 0; slot = exported.nextSetBit(slot + 1)) {
      if (names.get(slot).equals(export) && globals[slot] != null) {
        return Container.shared(globals[slot]);
      }
    }
    return null;
  }

  /** {@link #find}, with the error for a missing export. */
  public Object require(String export, Object[] globals) {
    Object value = find(export, globals);
    if (value == null) {
      throw new RuffError("Symbol '" + export + "' not found in module '" + name + "'");
    }
    return value;
  }

  /** The exports of this moment as a struct named like the module. */
  public synchronized StructValue namespace(Object[] globals) {
    Shape shape = new StructDefinition(name, Map.of(), Map.of()).root();
    StructValue namespace = new StructValue(shape, new Object[exported.cardinality()]);
    exported.stream()
        .filter(slot -> globals[slot] != null)
        .forEach(slot -> namespace.set(names.get(slot), Container.shared(globals[slot])));
    return namespace;
  }

  /** The first name that was exported but has no value, or null. */
  synchronized String undefinedExport(Object[] globals) {
    return exported.stream()
        .filter(slot -> globals[slot] == null)
        .mapToObj(names::get)
        .findFirst()
        .orElse(null);
  }
}

package ruff.interpreter;

import java.util.List;
import ruff.compile.Environment;
import ruff.natives.NativeFunction;
import ruff.natives.NativeLibrary;
import ruff.value.NullValue;

/** A library of natives as the compiler sees it. */
public final class LibraryEnvironment implements Environment {
  private final NativeLibrary library;
  private final boolean countsSteps;
  private final boolean notesPlaces;

  public LibraryEnvironment(NativeLibrary library) {
    this(library, false, false);
  }

  /**
   * @param countsSteps see {@link Environment#countsSteps}
   * @param notesPlaces see {@link Environment#notesPlaces}
   */
  public LibraryEnvironment(NativeLibrary library, boolean countsSteps, boolean notesPlaces) {
    this.library = library;
    this.countsSteps = countsSteps;
    this.notesPlaces = notesPlaces;
  }

  @Override
  public boolean countsSteps() {
    return countsSteps;
  }

  @Override
  public boolean notesPlaces() {
    return notesPlaces;
  }

  @Override
  public Object value(String name) {
    return library.lookup(name);
  }

  @Override
  public Iterable<String> names() {
    return List.of(library.names());
  }

  @Override
  public boolean consumes(String name, int argument) {
    return library.lookup(name) instanceof NativeFunction function
        && (function.consumed() >>> argument & 1) != 0;
  }

  @Override
  public boolean takesPacked(String name) {
    return library.lookup(name) instanceof NativeFunction function && function.takesPacked();
  }

  @Override
  public Object nullValue() {
    return NullValue.NULL;
  }

  @Override
  public boolean isNativeFunction(String name) {
    return library.lookup(name) instanceof NativeFunction;
  }

  @Override
  public boolean givesArray(String name) {
    return library.lookup(name) instanceof NativeFunction function && function.givesArray();
  }

  @Override
  public long borrows(String name) {
    return library.lookup(name) instanceof NativeFunction function ? function.borrowed() : 0;
  }
}

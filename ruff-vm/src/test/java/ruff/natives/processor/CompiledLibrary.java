package ruff.natives.processor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import ruff.ast.Expr;
import ruff.natives.Native;
import ruff.natives.NativeEntry;
import ruff.natives.NativeIndex;
import ruff.natives.NativeLibrary;
import ruff.source.Span;

/** A source with declarations, compiled in memory together with what the processor makes of it. */
final class CompiledLibrary {
  private static final String PREAMBLE =
      """
      package probe;
      import ruff.natives.*;
      import ruff.natives.Param.Ownership;
      import ruff.policy.Capability;
      import ruff.value.*;
      """;

  private final Map<String, ByteArrayOutputStream> outputs = new HashMap<>();
  private final DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();

  private CompiledLibrary() {}

  /**
   * Compiles a class named {@code Probe} with the given members in package {@code probe}; the
   * library is {@code probe.ProbeLibrary}.
   */
  static CompiledLibrary of(String members) {
    return ofSource(PREAMBLE + "public final class Probe {\n" + members + "\n}\n");
  }

  static CompiledLibrary ofSource(String source) {
    CompiledLibrary library = new CompiledLibrary();
    library.compile(source);
    return library;
  }

  private void compile(String source) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StandardJavaFileManager standard =
        compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8);
    JavaFileObject file = new SourceInMemory(source);
    JavaCompiler.CompilationTask task =
        compiler.getTask(
            null,
            new Outputs(standard),
            diagnostics,
            List.of("-classpath", classPath(), "-Aruff.library=probe.ProbeLibrary", "-Xlint:all"),
            null,
            List.of(file));
    task.setProcessors(List.of(new NativeProcessor()));
    task.call();
  }

  private static String classPath() {
    return Stream.of(Native.class, Expr.class, Span.class)
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation().getPath())
        .distinct()
        .collect(Collectors.joining(":"));
  }

  /** The messages of the compile errors. */
  List<String> errors() {
    return diagnostics.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
        .toList();
  }

  List<NativeEntry> index() {
    return NativeIndex.read(outputs.get("probe/natives.txt").toString(StandardCharsets.UTF_8));
  }

  NativeLibrary load() throws ReflectiveOperationException {
    if (!errors().isEmpty()) {
      throw new AssertionError(errors());
    }
    Class<?> type = new MemoryLoader().loadClass("probe.ProbeLibrary");
    return (NativeLibrary) type.getConstructor().newInstance();
  }

  private final class MemoryLoader extends ClassLoader {
    MemoryLoader() {
      super(CompiledLibrary.class.getClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      ByteArrayOutputStream bytes = outputs.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes.toByteArray(), 0, bytes.size());
    }
  }

  private static final class SourceInMemory extends SimpleJavaFileObject {
    private final String text;

    SourceInMemory(String text) {
      super(URI.create("string:///probe/Probe.java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private final class Outputs extends ForwardingJavaFileManager<JavaFileManager> {
    Outputs(JavaFileManager manager) {
      super(manager);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
      return new Output(className, kind);
    }

    @Override
    public FileObject getFileForOutput(
        Location location, String packageName, String relativeName, FileObject sibling) {
      String name = packageName.replace('.', '/') + "/" + relativeName;
      return new Output(name, JavaFileObject.Kind.OTHER);
    }
  }

  private final class Output extends SimpleJavaFileObject {
    private final String name;

    Output(String name, Kind kind) {
      super(URI.create("mem:///" + name.replace('.', '/') + kind.extension), kind);
      this.name = name;
    }

    @Override
    public OutputStream openOutputStream() {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      outputs.put(name, bytes);
      return bytes;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) throws IOException {
      return outputs.get(name).toString(StandardCharsets.UTF_8);
    }
  }
}

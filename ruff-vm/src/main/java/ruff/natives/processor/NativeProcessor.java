package ruff.natives.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedOptions;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.tools.StandardLocation;
import ruff.natives.Constant;
import ruff.natives.Native;
import ruff.natives.NativeEntry;
import ruff.natives.NativeIndex;

/**
 * Makes a native library from declarations: a dispatcher beside every class with {@link Native}
 * methods, one library class over them, and an index of the declarations as a resource named
 * {@value #INDEX} in the package of the library.
 *
 * <p>The option {@value #LIBRARY_OPTION} names the library class; {@value #DEFAULT_LIBRARY} without
 * it. All declarations of a module must be compiled together.
 */
@SupportedOptions(NativeProcessor.LIBRARY_OPTION)
public final class NativeProcessor extends AbstractProcessor {
  public static final String INDEX = "natives.txt";

  static final String LIBRARY_OPTION = "ruff.library";
  static final String DEFAULT_LIBRARY = "ruff.stdlib.StandardLibrary";

  private static final String DISPATCHER_SUFFIX = "Dispatch";

  private final Map<String, List<NativeModel>> dispatchers = new TreeMap<>();
  private final List<ConstantModel> constants = new ArrayList<>();
  private final Map<String, Element> names = new HashMap<>();
  private Problems problems;
  private RuffTypes types;

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(Native.class.getName(), Constant.class.getName());
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latest();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (annotations.isEmpty()) {
      return false;
    }
    problems = new Problems(processingEnv.getMessager());
    types = new RuffTypes(processingEnv.getElementUtils(), processingEnv.getTypeUtils());
    for (Element method : round.getElementsAnnotatedWith(Native.class)) {
      readNative((ExecutableElement) method);
    }
    for (Element field : round.getElementsAnnotatedWith(Constant.class)) {
      readConstant((VariableElement) field);
    }
    if (!problems.any()) {
      write();
    }
    return false;
  }

  private void readNative(ExecutableElement method) {
    String dispatcher = types.binaryName(method.getEnclosingElement()) + DISPATCHER_SUFFIX;
    NativeModel model = new ReadNative(problems, types, method).read(dispatcher);
    claim(method, model.entry().name());
    model.entry().aliases().forEach(alias -> claim(method, alias));
    List<NativeModel> siblings = dispatchers.computeIfAbsent(dispatcher, _ -> new ArrayList<>());
    if (siblings.stream().anyMatch(sibling -> sibling.method().equals(model.method()))) {
      problems.report(method, "two natives of one class have the Java name " + model.method());
    }
    siblings.add(model);
    if (siblings.size() > WriteLibrary.CLASS_SIZE) {
      problems.report(method, "one class has more than " + WriteLibrary.CLASS_SIZE + " natives");
    }
  }

  private void readConstant(VariableElement field) {
    ConstantModel model = new ReadConstant(problems, types, field).read();
    if (model != null) {
      claim(field, model.entry().name());
      constants.add(model);
    }
  }

  private void claim(Element element, String name) {
    Element earlier = names.putIfAbsent(name, element);
    if (earlier != null) {
      problems.report(element, "the name '" + name + "' is declared twice");
    }
  }

  private void write() {
    String library = processingEnv.getOptions().getOrDefault(LIBRARY_OPTION, DEFAULT_LIBRARY);
    String packageName = packageOf(library);
    dispatchers.forEach(
        (name, natives) -> {
          natives.sort(Comparator.comparing(model -> model.entry().name()));
          writeClass(name, new WriteDispatcher(packageOf(name), simpleOf(name), natives).write());
        });
    WriteLibrary writer = new WriteLibrary(packageName, simpleOf(library), dispatchers, constants);
    writeClass(library, writer.write());
    writeIndex(packageName);
  }

  private void writeClass(String name, String text) {
    try (Writer out = processingEnv.getFiler().createSourceFile(name, origins()).openWriter()) {
      out.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void writeIndex(String packageName) {
    List<NativeEntry> entries =
        Stream.concat(
                dispatchers.values().stream().flatMap(List::stream).map(NativeModel::entry),
                constants.stream().map(ConstantModel::entry))
            .sorted(Comparator.comparing(NativeEntry::name))
            .toList();
    try (Writer out =
        processingEnv
            .getFiler()
            .createResource(StandardLocation.CLASS_OUTPUT, packageName, INDEX, origins())
            .openWriter()) {
      out.write(NativeIndex.write(entries));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Element[] origins() {
    return names.values().toArray(Element[]::new);
  }

  private static String packageOf(String className) {
    return className.substring(0, Math.max(0, className.lastIndexOf('.')));
  }

  private static String simpleOf(String className) {
    return className.substring(className.lastIndexOf('.') + 1);
  }
}

package ruff.natives.processor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import ruff.natives.Arity;
import ruff.natives.Native;
import ruff.natives.NativeEntry;
import ruff.natives.NativeEntry.Code;
import ruff.natives.NativeEntry.Parameter;
import ruff.policy.Capability;

/** Reads and checks one declaration of a native function. */
final class ReadNative {
  private static final String CONTEXT = "ruff.natives.NativeContext";

  /** Capabilities for what has no name. */
  private static final Set<Capability> NAMELESS = EnumSet.of(Capability.CLOCK, Capability.RANDOM);

  private static final List<String> PLACEHOLDERS =
      List.of("name", "count", "counted", "got", "missing");

  private final Problems problems;
  private final RuffTypes types;
  private final ExecutableElement method;
  private final Native declared;

  ReadNative(Problems problems, RuffTypes types, ExecutableElement method) {
    this.problems = problems;
    this.types = types;
    this.method = method;
    this.declared = method.getAnnotation(Native.class);
  }

  /** The function; problems have been reported when it cannot be used. */
  NativeModel read(String dispatcher) {
    checkMethod();
    checkTexts();
    boolean takesContext = takesContext();
    List<ParameterModel> parameters = readParameters(takesContext);
    checkOrder(parameters);
    checkResource(parameters);
    TypeMirror result = method.getReturnType();
    if (!types.isResult(result)) {
      problems.report(method, "no Ruff value has the Java type " + result);
    }
    return new NativeModel(
        entry(parameters, dispatcher),
        declared.arity().equals(Native.PLURAL),
        declared.aliasesAreMethods(),
        declared.takesPacked(),
        takesContext,
        result.toString(),
        parameters);
  }

  private void checkMethod() {
    TypeElement owner = (TypeElement) method.getEnclosingElement();
    boolean reachable =
        method.getModifiers().containsAll(List.of(Modifier.PUBLIC, Modifier.STATIC))
            && owner.getModifiers().contains(Modifier.PUBLIC);
    if (!reachable) {
      problems.report(method, "a native must be a public static method of a public class");
    }
  }

  private void checkTexts() {
    need("name", declared.name());
    need("doc", declared.doc());
    need("returns", declared.returns());
    need("example", declared.example());
    need("result", declared.result());
    if (!declared.doc().endsWith(".")) {
      problems.report(method, "the doc of '" + declared.name() + "' must be a sentence");
    }
    for (String text : List.of(declared.arity(), declared.tooFew(), declared.tooMany())) {
      for (String placeholder : TextTemplate.placeholders(text)) {
        if (!PLACEHOLDERS.contains(placeholder)) {
          problems.report(method, "unknown placeholder {" + placeholder + "}");
        }
      }
    }
    String simpleName = declared.name().substring(declared.name().indexOf('.') + 1);
    if (!declared.example().contains(simpleName)) {
      problems.report(method, "the example of '" + declared.name() + "' does not show it");
    }
    for (String error : declared.errors()) {
      need("text of an error", error);
    }
    if (declared.methodOnly() && declared.methodOf().length == 0) {
      problems.report(method, "'" + declared.name() + "' can never be called: methodOf is empty");
    }
  }

  private void need(String what, String text) {
    if (text.isBlank()) {
      problems.report(method, "the declaration of '" + declared.name() + "' has no " + what);
    }
  }

  private boolean takesContext() {
    List<? extends VariableElement> all = method.getParameters();
    return !all.isEmpty() && types.qualifiedName(all.getFirst().asType()).equals(CONTEXT);
  }

  private List<ParameterModel> readParameters(boolean takesContext) {
    List<? extends VariableElement> all = method.getParameters();
    List<ParameterModel> parameters = new ArrayList<>();
    for (VariableElement element : all.subList(takesContext ? 1 : 0, all.size())) {
      ParameterModel parameter = new ReadParameter(problems, types, declared, element).read();
      if (parameter != null) {
        parameters.add(parameter);
      }
    }
    return parameters;
  }

  private void checkOrder(List<ParameterModel> parameters) {
    boolean optional = false;
    for (int i = 0; i < parameters.size(); i++) {
      ParameterModel parameter = parameters.get(i);
      String name = parameter.entry().name();
      if (optional && !parameter.optional() && !parameter.rest()) {
        problems.report(method, "required parameter '" + name + "' follows an optional one");
      }
      if (parameter.rest() && i < parameters.size() - 1) {
        problems.report(method, "parameter '" + name + "' takes the rest and is not the last");
      }
      optional = optional || parameter.optional();
    }
  }

  private void checkResource(List<ParameterModel> parameters) {
    for (String resource : resources()) {
      if (parameters.stream().noneMatch(parameter -> parameter.entry().name().equals(resource))) {
        problems.report(method, "there is no parameter '" + resource + "' to name the resource");
      }
    }
    if (declared.resource().length > 0 && declared.capability().length == 0) {
      problems.report(method, "a resource needs a capability");
    }
    boolean named = !Arrays.stream(declared.capability()).allMatch(NAMELESS::contains);
    if (named && declared.resource().length == 0) {
      problems.report(
          method,
          "the declaration of '" + declared.name() + "' has no resource; UNNAMED says it has none");
    }
  }

  private List<String> resources() {
    List<String> declaredNames = List.of(declared.resource());
    return declaredNames.equals(List.of(Native.UNNAMED)) ? List.of() : declaredNames;
  }

  private NativeEntry entry(List<ParameterModel> models, String dispatcher) {
    List<Parameter> parameters = models.stream().map(ParameterModel::entry).toList();
    Arity arity = NativeEntry.arityOf(parameters);
    return new NativeEntry(
        declared.name(),
        List.of(declared.aliases()),
        declared.family().name(),
        parameters,
        List.of(declared.signatures()),
        declared.returns(),
        declared.doc(),
        Arrays.stream(declared.capability()).map(Capability::name).toList(),
        declared.surface().isEmpty() ? declared.name() : declared.surface(),
        resources(),
        List.of(declared.methodOf()),
        declared.methodOnly() || isMethodOfOneType(),
        declared.internal(),
        arity.minimum() == 0 ? "" : countText(arity, tooFew()),
        arity.maximum() == Arity.UNBOUNDED ? "" : countText(arity, tooMany()),
        List.of(declared.errors()),
        declared.example(),
        declared.result(),
        code(models, dispatcher));
  }

  private Code code(List<ParameterModel> models, String dispatcher) {
    StringBuilder kinds = new StringBuilder();
    models.forEach(model -> kinds.append(model.code()));
    return new Code(
        types.binaryName(method.getEnclosingElement()),
        method.getSimpleName().toString(),
        descriptor(),
        dispatcher,
        kinds.toString(),
        declared.capability().length > 0);
  }

  private boolean isMethodOfOneType() {
    return declared.name().indexOf('.') >= 0;
  }

  private String tooFew() {
    if (!declared.tooFew().isEmpty()) {
      return declared.tooFew();
    }
    if (!declared.arity().isEmpty()) {
      return declared.arity();
    }
    String error = declared.error();
    boolean fixed = !error.contains("{value}") && !error.contains("{type}");
    return error.isEmpty() || !fixed ? Native.COUNTED : error;
  }

  private String tooMany() {
    if (!declared.tooMany().isEmpty()) {
      return declared.tooMany();
    }
    return declared.arity().isEmpty() ? Native.COUNTED : declared.arity();
  }

  /** The text with everything filled in but the number of arguments given. */
  private String countText(Arity arity, String text) {
    Arity written = isMethodOfOneType() ? arity.withoutReceiver() : arity;
    return text.replace("{name}", declared.name())
        .replace("{counted}", written.counted())
        .replace("{count}", written.count());
  }

  private String descriptor() {
    StringBuilder text = new StringBuilder("(");
    for (VariableElement parameter : method.getParameters()) {
      text.append(types.descriptor(parameter.asType()));
    }
    return text.append(')').append(types.descriptor(method.getReturnType())).toString();
  }
}

package ruff.natives.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import ruff.natives.Native;
import ruff.natives.NativeEntry.Parameter;
import ruff.natives.Param;
import ruff.natives.Param.Ownership;

/** Reads and checks one parameter of a declaration. */
final class ReadParameter {
  private static final List<String> PLACEHOLDERS = List.of("value", "type");

  private final Problems problems;
  private final RuffTypes types;
  private final Native declared;
  private final VariableElement element;
  private final Param param;

  ReadParameter(Problems problems, RuffTypes types, Native declared, VariableElement element) {
    this.problems = problems;
    this.types = types;
    this.declared = declared;
    this.element = element;
    this.param = element.getAnnotation(Param.class);
  }

  /** The parameter, or null when it cannot be used. */
  ParameterModel read() {
    ParameterKind kind = kind();
    if (kind == null) {
      problems.report(element, "no Ruff value has the Java type " + element.asType());
      return null;
    }
    String type = type(kind);
    String error = error(kind, type);
    boolean optional = param != null && param.optional();
    String fallback = param == null ? "" : param.fallback();
    checkOptional(kind, optional, fallback);
    Parameter entry =
        new Parameter(
            name(),
            type,
            param == null ? Ownership.KEPT : param.ownership(),
            error,
            param == null ? "" : param.otherwise(),
            optional,
            fallback,
            kind == ParameterKind.REST);
    boolean raw = param != null && param.raw();
    String javaType = types.qualifiedName(element.asType());
    boolean first = param != null && param.checkedFirst();
    return new ParameterModel(kind, javaType, raw, union(kind, type), first, entry);
  }

  /** The classes behind a type such as {@code string|array of int}. */
  private List<String> union(ParameterKind kind, String type) {
    boolean lenient = param != null && !param.otherwise().isEmpty();
    if (kind != ParameterKind.ANY || lenient || type.equals("any")) {
      return List.of();
    }
    List<String> classes = new ArrayList<>();
    for (String part : type.split("\\|")) {
      String name = part.strip().replaceFirst(" of .*", "");
      List<String> found = RuffTypes.classesOf(name);
      if (found.isEmpty()) {
        problems.report(element, "unknown type '" + name + "'");
      }
      classes.addAll(found);
    }
    return classes;
  }

  private ParameterKind kind() {
    TypeMirror type = element.asType();
    if (type.getKind() == TypeKind.ARRAY) {
      boolean objects = types.isObject(((ArrayType) type).getComponentType());
      return objects ? ParameterKind.REST : null;
    }
    ParameterKind kind = types.kindOf(type);
    if (kind == ParameterKind.INT && param != null && param.truncates()) {
      return ParameterKind.TRUNCATED;
    }
    return kind;
  }

  private String name() {
    if (param != null && !param.name().isEmpty()) {
      return param.name();
    }
    return element.getSimpleName().toString().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  private String type(ParameterKind kind) {
    if (param != null && !param.type().isEmpty()) {
      return param.type();
    }
    if (kind == ParameterKind.CLASS) {
      String known = types.ruffName(element.asType());
      if (known.isEmpty()) {
        problems.report(element, "parameter '" + name() + "' needs a type for the reference page");
      }
      return known;
    }
    return kind.ruffType();
  }

  private String error(ParameterKind kind, String type) {
    String own = param == null ? "" : param.error();
    boolean lenient = param != null && !param.otherwise().isEmpty();
    if (type.equals("any")) {
      return "";
    }
    if (lenient) {
      if (!kind.takesAnything()) {
        problems.report(element, "only a parameter of type Object can accept other types");
      }
      return "";
    }
    String error = (own.isEmpty() ? declared.error() : own).replace("{name}", declared.name());
    if (error.isEmpty()) {
      problems.report(element, "parameter '" + name() + "' needs an error for other types");
    }
    for (String placeholder : TextTemplate.placeholders(error)) {
      if (!PLACEHOLDERS.contains(placeholder)) {
        problems.report(element, "unknown placeholder {" + placeholder + "}");
      }
    }
    return error;
  }

  private void checkOptional(ParameterKind kind, boolean optional, String fallback) {
    if (optional && kind.isPrimitive() && fallback.isEmpty()) {
      problems.report(element, "optional parameter '" + name() + "' needs a fallback");
    }
    if (!optional && !fallback.isEmpty()) {
      problems.report(element, "parameter '" + name() + "' has a fallback and is not optional");
    }
  }
}

package ruff.natives.processor;

import java.util.List;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import ruff.natives.Constant;
import ruff.natives.NativeEntry;

/** Reads and checks one declaration of a predefined value. */
final class ReadConstant {
  private final Problems problems;
  private final RuffTypes types;
  private final VariableElement field;
  private final Constant declared;

  ReadConstant(Problems problems, RuffTypes types, VariableElement field) {
    this.problems = problems;
    this.types = types;
    this.field = field;
    this.declared = field.getAnnotation(Constant.class);
  }

  ConstantModel read() {
    ParameterKind kind = types.kindOf(field.asType());
    Object value = field.getConstantValue();
    boolean usable = field.getModifiers().containsAll(List.of(Modifier.PUBLIC, Modifier.STATIC));
    if (value == null || kind == null || !usable) {
      problems.report(
          field, "a constant must be a public static final field with a constant value");
      return null;
    }
    if (!declared.doc().endsWith(".")) {
      problems.report(field, "the doc of a constant must be a sentence");
    }
    String owner = types.binaryName(field.getEnclosingElement()).replace('$', '.');
    String source = owner + "." + field.getSimpleName();
    return new ConstantModel(entry(kind, value), boxed(kind, source));
  }

  private static String boxed(ParameterKind kind, String source) {
    return switch (kind) {
      case INT -> "Long.valueOf(" + source + ")";
      case FLOAT -> "Double.valueOf(" + source + ")";
      case BOOL -> "Boolean.valueOf(" + source + ")";
      default -> source;
    };
  }

  private NativeEntry entry(ParameterKind kind, Object value) {
    String name = declared.name().isEmpty() ? field.getSimpleName().toString() : declared.name();
    return new NativeEntry(
        name,
        List.of(),
        declared.family().name(),
        List.of(),
        List.of(),
        kind == ParameterKind.FLOAT ? "float" : kind.ruffType(),
        declared.doc(),
        List.of(),
        name,
        List.of(),
        List.of(),
        false,
        false,
        "",
        "",
        List.of(),
        name,
        value.toString(),
        null);
  }
}

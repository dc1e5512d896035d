package ruff.natives.processor;

import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Which Java types stand for which Ruff types, and their names in class files. */
final class RuffTypes {
  private static final Map<String, String> CLASSES =
      Map.ofEntries(
          Map.entry("ruff.value.ArrayValue", "array"),
          Map.entry("ruff.value.DictValue", "dict"),
          Map.entry("ruff.value.SetValue", "set"),
          Map.entry("ruff.value.QueueValue", "queue"),
          Map.entry("ruff.value.StackValue", "stack"),
          Map.entry("ruff.value.BytesValue", "bytes"),
          Map.entry("ruff.value.StructValue", "struct"),
          Map.entry("ruff.value.SequenceValue", "iterator"),
          Map.entry("ruff.value.Callable", "function"));

  /** Classes whose subclasses are Ruff values; a parameter of such a class needs a type's name. */
  private static final List<String> ROOTS =
      List.of("ruff.value.Container", "ruff.value.HandleValue", "ruff.value.Callable");

  private static final List<String> OTHER_RESULTS =
      List.of("ruff.value.WrapValue", "ruff.value.TaggedValue", "ruff.value.NullValue");

  private final Elements elements;
  private final Types types;

  RuffTypes(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  /** The Java classes of the values of a Ruff type, none when there is no such type. */
  static List<String> classesOf(String ruffName) {
    return switch (ruffName) {
      case "int" -> List.of("Long");
      case "float" -> List.of("Double");
      case "number" -> List.of("Long", "Double");
      case "bool" -> List.of("Boolean");
      case "string" -> List.of("CharSequence");
      case "null" -> List.of("ruff.value.NullValue");
      default ->
          CLASSES.entrySet().stream()
              .filter(entry -> entry.getValue().equals(ruffName))
              .map(Map.Entry::getKey)
              .toList();
    };
  }

  /** How a parameter of that type is passed, or null when no Ruff value has it. */
  ParameterKind kindOf(TypeMirror type) {
    return switch (type.getKind()) {
      case LONG -> ParameterKind.INT;
      case DOUBLE -> ParameterKind.FLOAT;
      case BOOLEAN -> ParameterKind.BOOL;
      case DECLARED -> kindOfClass(type);
      default -> null;
    };
  }

  private ParameterKind kindOfClass(TypeMirror type) {
    return switch (qualifiedName(type)) {
      case "java.lang.Object" -> ParameterKind.ANY;
      case "java.lang.String" -> ParameterKind.STRING;
      case "java.lang.CharSequence" -> ParameterKind.TEXT;
      default -> isValueClass(type) ? ParameterKind.CLASS : null;
    };
  }

  /** Whether a native may answer that type. */
  boolean isResult(TypeMirror type) {
    return type.getKind() == TypeKind.VOID
        || kindOf(type) != null
        || OTHER_RESULTS.contains(qualifiedName(type));
  }

  boolean isObject(TypeMirror type) {
    return qualifiedName(type).equals("java.lang.Object");
  }

  /** The name of the Ruff type that a class stands for, empty when it has none by itself. */
  String ruffName(TypeMirror type) {
    return CLASSES.getOrDefault(qualifiedName(type), "");
  }

  /** The canonical name of a class, empty for other types. */
  String qualifiedName(TypeMirror type) {
    if (type.getKind() != TypeKind.DECLARED) {
      return "";
    }
    return ((TypeElement) ((DeclaredType) type).asElement()).getQualifiedName().toString();
  }

  private boolean isValueClass(TypeMirror type) {
    if (CLASSES.containsKey(qualifiedName(type))) {
      return true;
    }
    for (String root : ROOTS) {
      TypeElement element = elements.getTypeElement(root);
      if (element != null && types.isSubtype(type, types.erasure(element.asType()))) {
        return true;
      }
    }
    return false;
  }

  String binaryName(Element type) {
    return elements.getBinaryName((TypeElement) type).toString();
  }

  /** The descriptor of a type in class files; empty for a type that no native can have. */
  String descriptor(TypeMirror type) {
    return switch (type.getKind()) {
      case LONG -> "J";
      case DOUBLE -> "D";
      case BOOLEAN -> "Z";
      case VOID -> "V";
      case ARRAY -> "[" + descriptor(((ArrayType) type).getComponentType());
      case DECLARED -> {
        Element element = ((DeclaredType) types.erasure(type)).asElement();
        yield "L" + binaryName(element).replace('.', '/') + ";";
      }
      default -> "";
    };
  }
}

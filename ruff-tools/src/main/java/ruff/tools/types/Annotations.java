package ruff.tools.types;

import java.util.List;
import java.util.Set;
import ruff.ast.FunctionNode;
import ruff.ast.TypeExpr;

/**
 * Reads annotations. Names that are neither types of the language nor structs of the file say
 * nothing.
 *
 * @param structs the structs of the file
 */
record Annotations(Set<String> structs) {
  /** The type that an annotation names; null says nothing. */
  Type read(TypeExpr annotation) {
    return switch (annotation) {
      case null -> Type.ANY;
      case TypeExpr.Optional optional -> new Type.Nullable(read(optional.inner()));
      case TypeExpr.ArrayOf array -> new Type.Array(read(array.element()));
      case TypeExpr.Named named -> named(named);
    };
  }

  /** What calling a function takes and gives. */
  Type.Function signature(FunctionNode function) {
    List<Type> parameters =
        function.parameters().stream().map(parameter -> read(parameter.type())).toList();
    boolean plain = !function.async() && !function.generator();
    return new Type.Function(parameters, plain ? read(function.returnType()) : Type.ANY);
  }

  private Type named(TypeExpr.Named named) {
    return switch (named.name()) {
      case "int" -> Type.INT;
      case "float" -> Type.FLOAT;
      case "string" -> Type.STRING;
      case "bool" -> Type.BOOL;
      case "array", "Array" -> new Type.Array(argument(named, 0));
      case "dict", "Dict" -> new Type.Dict(argument(named, 0), argument(named, 1));
      case "Result" -> new Type.Result(argument(named, 0), argument(named, 1));
      case "Option" -> new Type.Option(argument(named, 0));
      default -> structs.contains(named.name()) ? new Type.Struct(named.name()) : Type.ANY;
    };
  }

  private Type argument(TypeExpr.Named named, int index) {
    return index < named.arguments().size() ? read(named.arguments().get(index)) : Type.ANY;
  }
}

package ruff.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import ruff.natives.NativeEntry.Parameter;
import ruff.natives.Receiver;

/**
 * A value to try as an argument.
 *
 * @param source the expression that makes it
 * @param types the names of the types that it belongs to
 * @param debug its debug form in messages
 * @param operand its type's name in messages
 */
record SampleValue(String source, Set<String> types, String debug, String operand) {
  private static final List<SampleValue> ALL =
      List.of(
          of("null", "null", "Null", "null"),
          of("true", "bool", "Bool(true)", "bool"),
          of("7", "int", "Int(7)", "int"),
          of("1.5", "float", "Float(1.5)", "float"),
          of("\"text\"", "string", "Str(\"text\")", "string"),
          of("bytes([1, 2])", "bytes", "Bytes(2 bytes)", "value"),
          of("[1, 2]", "array", "Array[2]", "array"),
          of("{\"k\": 1}", "dict", "Dict{1 keys}", "dict"),
          of("Set([1])", "set", "Set{1 items}", "value"),
          of("Queue([1])", "queue", "Queue(1 items)", "value"),
          of("Stack([1])", "stack", "Stack(1 items)", "value"),
          of("func(x) { return x }", "function", "Function(<lambda>)", "function"),
          of("len", "function", "NativeFunction(len)", "native_function"),
          of("Point { x: 1 }", "struct", "Struct(Point)", "struct"),
          of("Ok(1)", "result", "Ok(Int(1))", "value"),
          of("Err(\"e\")", "result", "Err(Str(\"e\"))", "value"),
          of("Some(1)", "option", "Some(Int(1))", "value"),
          of("None", "option", "None", "value"),
          of("gen()", "iterator", "<generator>", "value"),
          of("promise_all([])", "promise", "<promise>", "value"),
          of("channel()", "channel", "Channel", "value"));

  private static SampleValue of(String source, String type, String debug, String operand) {
    boolean number = type.equals("int") || type.equals("float");
    Set<String> types = number ? Set.of(type, "number") : Set.of(type);
    return new SampleValue(source, types, debug, operand);
  }

  /** The values that a parameter's type does not have. */
  static List<SampleValue> notOf(Parameter parameter) {
    List<String> accepted =
        List.of(parameter.type().split("\\|")).stream()
            .map(type -> type.strip().replaceFirst(" of .*|\\(.*", ""))
            .map(type -> type.equals("func") ? "function" : type)
            .toList();
    return accepted.contains("any")
        ? List.of()
        : ALL.stream().filter(value -> accepted.stream().noneMatch(value.types::contains)).toList();
  }

  /** Values that a parameter takes for what its type is, strange ones among them. */
  static List<String> edgesOf(Parameter parameter) {
    List<SampleValue> strangers = notOf(parameter);
    List<String> edges =
        new ArrayList<>(
            ALL.stream()
                .filter(value -> !strangers.contains(value))
                .map(SampleValue::source)
                .toList());
    String type = parameter.type();
    addIf(edges, type.matches(".*\\b(int|number|any)\\b.*"), "-1", "0");
    addIf(edges, type.matches(".*\\b(float|number|any)\\b.*"), "parse_float(\"nan\")", "-0.5");
    addIf(edges, type.matches(".*\\b(string|any)\\b.*"), "\"\"", "\"a/b\"", "\"é😀\"");
    addIf(edges, type.matches(".*\\b(array|any)\\b.*"), "[]", "[null]", "[\"a\", 1]", "[[]]");
    addIf(edges, type.matches(".*\\b(dict|any)\\b.*"), "{}", "{\"\": null}", "{1: [2]}");
    return edges;
  }

  /** Arrays that hold something else than the parameter's type says; none where it says nothing. */
  static List<String> arraysOfOthers(Parameter parameter) {
    return switch (parameter.type()) {
      case "array of string" -> List.of("[7]", "[\"a\", null]", "[[\"a\"]]");
      case "array of int" -> List.of("[\"a\"]", "[1, 1.5]", "[null]");
      case "array of dict" -> List.of("[7]", "[{\"k\": 1}, [1]]");
      case "array of promise" -> List.of("[7]", "[promise_all([]), null]");
      case "array of array of string" -> List.of("[7]", "[[7]]", "[[\"true\"], [null]]");
      default -> List.of();
    };
  }

  private static void addIf(List<String> edges, boolean condition, String... values) {
    if (condition) {
      edges.addAll(List.of(values));
    }
  }

  /** A value that natives are methods of. */
  static String of(Receiver receiver) {
    String type =
        receiver == Receiver.SEQUENCE ? "iterator" : receiver.name().toLowerCase(Locale.ROOT);
    return ALL.stream()
        .filter(value -> value.types.contains(type))
        .map(SampleValue::source)
        .findFirst()
        .orElseThrow();
  }

  /** A value of a parameter's type, for calls that are to fail for another reason. */
  static String fitting(Parameter parameter) {
    for (SampleValue value : ALL.reversed()) {
      if (value.types.stream().anyMatch(parameter.type()::startsWith)) {
        return value.source;
      }
    }
    return "null";
  }

  /** A message of a declaration about this value. */
  String in(String template) {
    return template.replace("{value}", debug).replace("{type}", operand);
  }
}

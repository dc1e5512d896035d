package ruff.conformance;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import ruff.ast.Expr;
import ruff.natives.NativeEntry;
import ruff.natives.NativeEntry.Parameter;
import ruff.natives.Receiver;
import ruff.parser.Parser;
import ruff.policy.Capability;
import ruff.source.SourceText;
import ruff.source.Span;

/**
 * How a function is called in its example, to be changed in one place at a time.
 *
 * @param callee what stands before the parentheses; of a method of one type alone with its receiver
 * @param arguments the source of each argument
 * @param parameters those of the arguments
 * @param behindFirst whether it is written behind the first argument: {@code value.callee(...)}
 */
record Invocation(
    String callee, List<String> arguments, List<Parameter> parameters, boolean behindFirst) {
  /** The call in the example of an entry, or one with values that fit when there is none. */
  static Invocation of(NativeEntry entry, String name) {
    Invocation own = of(entry);
    return name.equals(entry.name())
        ? own
        : new Invocation(name, own.arguments, own.parameters, own.behindFirst);
  }

  private static Invocation of(NativeEntry entry) {
    SourceText source = new SourceText("example", entry.example());
    Expr.Call call = find(Parser.parse(source).program(), entry);
    List<Parameter> parameters = entry.writtenParameters();
    if (call == null) {
      return new Invocation(entry.name(), fitting(parameters), parameters, false);
    }
    if (entry.methodOnly() && !entry.isMethodOfOneType()) {
      return ofMethod(entry, call, parameters);
    }
    List<String> arguments =
        call.arguments().stream().map(argument -> slice(entry, argument.span())).toList();
    return new Invocation(slice(entry, call.callee().span()), arguments, parameters, false);
  }

  private static Invocation ofMethod(
      NativeEntry entry, Expr.Call call, List<Parameter> parameters) {
    List<String> arguments = new ArrayList<>();
    arguments.add(slice(entry, ((Expr.Field) call.callee()).object().span()));
    call.arguments().forEach(argument -> arguments.add(slice(entry, argument.span())));
    return new Invocation(entry.name(), arguments, parameters, true);
  }

  /** The same call with the first argument as the receiver, replaced when it cannot be that. */
  Invocation asMethod(List<Receiver> receivers) {
    List<String> given = new ArrayList<>(arguments);
    Receiver kind = receiverKind(given.getFirst());
    if (!receivers.contains(Receiver.ANY) && !receivers.contains(kind)) {
      given.set(0, SampleValue.of(receivers.getFirst()));
    }
    return new Invocation(callee, given, parameters, true);
  }

  /** What a literal or a constructor makes; null for others. */
  private static Receiver receiverKind(String expression) {
    return switch (expression.replaceFirst("(?s)(?<=^[\"\\[{]).*|\\(.*", "")) {
      case "\"" -> Receiver.STRING;
      case "[" -> Receiver.ARRAY;
      case "{" -> Receiver.DICT;
      case "Set" -> Receiver.SET;
      case "Queue" -> Receiver.QUEUE;
      case "Stack" -> Receiver.STACK;
      case "bytes" -> Receiver.BYTES;
      default -> null;
    };
  }

  /** The call as it stands in the example. */
  String asShown() {
    return text(arguments);
  }

  private static List<String> fitting(List<Parameter> parameters) {
    return parameters.stream()
        .filter(parameter -> !parameter.optional() && !parameter.rest())
        .map(SampleValue::fitting)
        .toList();
  }

  private static String slice(NativeEntry entry, Span span) {
    return entry.example().substring(span.start(), span.end());
  }

  /** With so many arguments, the last of them null when the example has fewer. */
  String withCount(int count) {
    List<String> given = new ArrayList<>(arguments.subList(0, Math.min(count, arguments.size())));
    given.addAll(Collections.nCopies(count - given.size(), "null"));
    return text(given);
  }

  /** With so many times null. */
  String withNulls(int count) {
    return text(Collections.nCopies(count, "null"));
  }

  /** The flags that the making of the receiver needs. */
  List<String> grantsOfReceiver() {
    Map<String, Capability> needs = new HashMap<>();
    for (NativeEntry entry : LibraryTest.ENTRIES) {
      for (String capability : entry.capabilities()) {
        needs.put(entry.name(), Capability.valueOf(capability));
      }
    }
    return Arrays.stream(callee.split("\\W+"))
        .limit(callee.contains(".") ? Long.MAX_VALUE : 0)
        .map(needs::get)
        .filter(Objects::nonNull)
        .map(Capability::flag)
        .distinct()
        .toList();
  }

  /** Without the optional arguments. */
  Invocation required() {
    int minimum = NativeEntry.arityOf(parameters).minimum();
    List<String> given = arguments.subList(0, Math.min(minimum, arguments.size()));
    return new Invocation(callee, given, parameters, behindFirst);
  }

  /** With one argument replaced. */
  String with(int index, String value) {
    List<String> given = new ArrayList<>(arguments);
    while (given.size() <= index) {
      given.add(SampleValue.fitting(parameters.get(given.size())));
    }
    given.set(index, value);
    return text(given);
  }

  private String text(List<String> given) {
    if (behindFirst) {
      String rest = String.join(", ", given.subList(1, given.size()));
      return "(" + given.getFirst() + ")." + callee + "(" + rest + ")";
    }
    return callee + "(" + String.join(", ", given) + ")";
  }

  private static Expr.Call find(Object node, NativeEntry entry) {
    if (node instanceof Expr.Call call && isOf(entry, call.callee())) {
      return call;
    }
    if (node instanceof List<?> list) {
      return list.stream()
          .map(item -> find(item, entry))
          .filter(Objects::nonNull)
          .findFirst()
          .orElse(null);
    }
    if (node instanceof Record record && node.getClass().getPackageName().equals("ruff.ast")) {
      for (RecordComponent component : record.getClass().getRecordComponents()) {
        Expr.Call found = find(read(component, record), entry);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private static Object read(RecordComponent component, Record record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static boolean isOf(NativeEntry entry, Expr callee) {
    if (entry.methodOnly()) {
      return callee instanceof Expr.Field field
          && ("." + entry.name()).endsWith("." + field.name().name());
    }
    return callee instanceof Expr.Name name && name.name().equals(entry.name());
  }
}

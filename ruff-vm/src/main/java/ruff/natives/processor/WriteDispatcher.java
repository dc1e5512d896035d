package ruff.natives.processor;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ruff.natives.Arity;
import ruff.natives.Native;
import ruff.natives.NativeEntry.Code;

/**
 * Writes the dispatcher of one class of natives: a checked entry per function (capability, types,
 * conversion, call, boxing) and a switch over them for each number of arguments. A function that
 * does not take that many is missing from the switch and ends in its error.
 */
final class WriteDispatcher {
  /** Calls with more arguments go through an array. */
  static final int DIRECT_ARGUMENTS = 3;

  private final String packageName;
  private final String simpleName;
  private final List<NativeModel> natives;
  private final JavaText out = new JavaText();

  /**
   * @param natives in the order of their numbers
   */
  WriteDispatcher(String packageName, String simpleName, List<NativeModel> natives) {
    this.packageName = packageName;
    this.simpleName = simpleName;
    this.natives = natives;
  }

  String write() {
    out.line("// Generated from the declarations of natives.");
    out.line("package " + packageName + ";");
    out.line("");
    out.line("public final class " + simpleName + " {");
    out.line("private " + simpleName + "() {}");
    writeInvokeWithArray();
    for (int count = 0; count <= DIRECT_ARGUMENTS; count++) {
      writeInvoke(count);
    }
    writeWrongCount();
    writeCode();
    for (NativeModel declared : natives) {
      new WriteEntry(out, declared).write();
    }
    out.line("}");
    return out.toString();
  }

  private void writeInvokeWithArray() {
    out.line("");
    out.line(
        "public static Object invoke(int index, ruff.natives.NativeContext context, Object[] a) {");
    out.line("switch (a.length) {");
    out.line("case 0: return invoke0(index, context);");
    out.line("case 1: return invoke1(index, context, a[0]);");
    out.line("case 2: return invoke2(index, context, a[0], a[1]);");
    out.line("case 3: return invoke3(index, context, a[0], a[1], a[2]);");
    out.line("default:");
    out.line("}");
    out.line("switch (index) {");
    for (int index = 0; index < natives.size(); index++) {
      NativeModel declared = natives.get(index);
      if (declared.arity().maximum() > DIRECT_ARGUMENTS) {
        writeManyArguments(index, declared);
      }
    }
    out.line("default: throw wrongCount(index, context, a.length);");
    out.line("}");
    out.line("}");
  }

  private void writeManyArguments(int index, NativeModel declared) {
    int size = declared.parameters().size();
    boolean rest = declared.arity().maximum() == Arity.UNBOUNDED;
    StringBuilder call = new StringBuilder(declared.method()).append("(context");
    for (int i = 0; i < size; i++) {
      call.append(", ").append(rest && i == size - 1 ? restFrom(i) : argument(i));
    }
    call.append(");");
    out.line("case " + index + ":");
    String enough = "a.length >= " + declared.arity().minimum();
    String notTooMany = rest ? "" : " && a.length <= " + size;
    out.line("if (" + enough + notTooMany + ") return " + call);
    out.line("throw wrongCount(index, context, a.length);");
  }

  private static String argument(int i) {
    return i <= DIRECT_ARGUMENTS ? "a[" + i + "]" : "%1$d < a.length ? a[%1$d] : null".formatted(i);
  }

  private static String restFrom(int i) {
    return i == 0 ? "a" : "java.util.Arrays.copyOfRange(a, " + i + ", a.length)";
  }

  private void writeInvoke(int count) {
    StringBuilder parameters = new StringBuilder();
    for (int i = 0; i < count; i++) {
      parameters.append(", Object a").append(i);
    }
    out.line("");
    out.line(
        "public static Object invoke%d(int index, ruff.natives.NativeContext context%s) {"
            .formatted(count, parameters));
    out.line("switch (index) {");
    for (int index = 0; index < natives.size(); index++) {
      if (natives.get(index).takes(count)) {
        out.line("case " + index + ": return " + directCall(natives.get(index), count) + ";");
      }
    }
    out.line("default: throw wrongCount(index, context, " + count + ");");
    out.line("}");
    out.line("}");
  }

  private static String directCall(NativeModel declared, int count) {
    StringBuilder call = new StringBuilder(declared.method()).append("(context");
    int size = declared.parameters().size();
    for (int i = 0; i < size; i++) {
      if (declared.parameters().get(i).rest()) {
        call.append(", new Object[] {");
        for (int k = i; k < count; k++) {
          call.append(k == i ? "a" : ", a").append(k);
        }
        call.append('}');
      } else {
        call.append(", ").append(i < count ? "a" + i : "null");
      }
    }
    return call.append(')').toString();
  }

  private void writeCode() {
    out.line("");
    out.line("public static ruff.natives.NativeEntry.Code code(int index) {");
    out.line("switch (index) {");
    for (int index = 0; index < natives.size(); index++) {
      Code code = natives.get(index).entry().code();
      String texts =
          Stream.of(code.owner(), code.method(), code.descriptor(), code.checked(), code.kinds())
              .map(JavaText::literal)
              .collect(Collectors.joining(", "));
      out.line(
          "case %d: return new ruff.natives.NativeEntry.Code(%s, %b);"
              .formatted(index, texts, code.gated()));
    }
    out.line("default: throw new IllegalArgumentException(Integer.toString(index));");
    out.line("}");
    out.line("}");
  }

  private void writeWrongCount() {
    out.line("");
    out.line(
        "private static RuntimeException wrongCount"
            + "(int index, ruff.natives.NativeContext context, int got) {");
    out.line("switch (index) {");
    for (int index = 0; index < natives.size(); index++) {
      NativeModel declared = natives.get(index);
      out.line("case " + index + ": {");
      WriteEntry.writeCapability(out, declared);
      out.line("return new ruff.value.RuffError(" + wrongCountText(declared) + ");");
      out.line("}");
    }
    out.line("default: return new IllegalArgumentException(Integer.toString(index));");
    out.line("}");
    out.line("}");
  }

  private static String wrongCountText(NativeModel declared) {
    String given = declared.entry().isMethodOfOneType() ? "got - 1" : "got";
    Map<String, String> got = Map.of("got", "Integer.toString(" + given + ")");
    String few = declared.entry().tooFew();
    String many = declared.entry().tooMany();
    boolean anyCount = few.isEmpty() || few.equals(Native.MISSING);
    if (anyCount || many.isEmpty() || few.equals(many)) {
      return TextTemplate.expression(anyCount ? many : few, got);
    }
    return "got < %d ? %s : %s"
        .formatted(
            declared.arity().minimum(),
            TextTemplate.expression(few, got),
            TextTemplate.expression(many, got));
  }
}

package ruff.natives.processor;

import java.util.Map;
import ruff.natives.NativeEntry.Code;

/** Writes the checked entry of one native: boxed arguments in, a Ruff value out. */
final class WriteEntry {
  private final JavaText out;
  private final NativeModel declared;

  WriteEntry(JavaText out, NativeModel declared) {
    this.out = out;
    this.declared = declared;
  }

  void write() {
    StringBuilder head = new StringBuilder("public static Object ").append(declared.method());
    head.append("(ruff.natives.NativeContext context");
    for (int i = 0; i < declared.parameters().size(); i++) {
      head.append(declared.parameters().get(i).rest() ? ", Object[] a" : ", Object a").append(i);
    }
    out.line("");
    out.line(head.append(") {").toString());
    writeCapability(out, declared);
    writeParameters(true);
    writeParameters(false);
    writeCall();
    out.line("}");
  }

  private void writeParameters(boolean first) {
    for (int i = 0; i < declared.parameters().size(); i++) {
      ParameterModel parameter = declared.parameters().get(i);
      if (parameter.checkedFirst() == first) {
        writeParameter(i, parameter);
      }
    }
  }

  static void writeCapability(JavaText out, NativeModel declared) {
    for (String capability : declared.entry().capabilities()) {
      out.line(
          "context.policy().check(ruff.policy.Capability.%s, %s);"
              .formatted(capability, JavaText.literal(declared.entry().surface())));
    }
  }

  private void writeCall() {
    Code code = declared.entry().code();
    StringBuilder call = new StringBuilder(code.owner().replace('$', '.'));
    call.append('.').append(code.method()).append('(');
    String separator = "";
    if (declared.takesContext()) {
      call.append("context");
      separator = ", ";
    }
    for (int i = 0; i < declared.parameters().size(); i++) {
      call.append(separator).append(needsLocal(declared.parameters().get(i)) ? "p" : "a").append(i);
      separator = ", ";
    }
    call.append(')');
    switch (declared.returnType()) {
      case "void" -> {
        out.line(call + ";");
        out.line("return ruff.value.NullValue.NULL;");
      }
      case "long" -> out.line("return ruff.value.Ints.box(" + call + ");");
      case "double" -> out.line("return Double.valueOf(" + call + ");");
      case "boolean" -> out.line("return " + call + " ? Boolean.TRUE : Boolean.FALSE;");
      default -> out.line("return " + call + ";");
    }
  }

  private static boolean needsLocal(ParameterModel parameter) {
    return !(parameter.kind().takesAnything() && parameter.raw());
  }

  private void writeParameter(int i, ParameterModel parameter) {
    if (!parameter.union().isEmpty()) {
      writeUnionCheck(i, parameter);
    }
    if (!needsLocal(parameter)) {
      return;
    }
    switch (parameter.kind()) {
      case ANY -> out.line("Object p%1$d = ruff.natives.Arguments.plain(a%1$d);".formatted(i));
      case REST -> out.line("Object[] p%1$d = ruff.natives.Arguments.plain(a%1$d);".formatted(i));
      default -> writeChecked(i, parameter);
    }
  }

  /** The check of a parameter of type {@code Object} that is made for some types only. */
  private void writeUnionCheck(int i, ParameterModel parameter) {
    StringBuilder test = new StringBuilder();
    for (String accepted : parameter.union()) {
      test.append(test.isEmpty() ? "" : " || ").append("a%d instanceof %s".formatted(i, accepted));
    }
    String missing = parameter.optional() ? "a" + i + " != null && " : "";
    out.line("if (" + missing + "!(" + test + ")) {");
    out.line("throw new ruff.value.RuffError(" + errorText(i, parameter) + ");");
    out.line("}");
  }

  private void writeChecked(int i, ParameterModel parameter) {
    out.line(javaType(parameter) + " p" + i + ";");
    if (parameter.optional()) {
      String fallback = parameter.entry().fallback();
      out.line("if (a" + i + " == null) {");
      out.line("p" + i + " = " + (fallback.isEmpty() ? "null" : fallback) + ";");
      out.line("} else " + firstTest(i, parameter) + " {");
    } else {
      out.line(firstTest(i, parameter) + " {");
    }
    if (parameter.kind() == ParameterKind.TRUNCATED || parameter.kind() == ParameterKind.FLOAT) {
      String type = javaType(parameter);
      out.line("p%d = whole%d.%sValue();".formatted(i, i, type));
      out.line("} else if (a%d instanceof Double broken%d) {".formatted(i, i));
      out.line("p%d = broken%d.%sValue();".formatted(i, i, type));
    } else {
      out.line("p%d = %s;".formatted(i, converted(i, parameter)));
    }
    out.line("} else {");
    out.line("throw new ruff.value.RuffError(" + errorText(i, parameter) + ");");
    out.line("}");
  }

  private static String firstTest(int i, ParameterModel parameter) {
    return switch (parameter.kind()) {
      case INT, TRUNCATED, FLOAT -> "if (a%d instanceof Long whole%d)".formatted(i, i);
      case BOOL -> "if (a%d instanceof Boolean truth%d)".formatted(i, i);
      case STRING, TEXT -> "if (a%d instanceof CharSequence text%d)".formatted(i, i);
      case CLASS -> "if (a%d instanceof %s value%d)".formatted(i, parameter.javaType(), i);
      case ANY, REST -> throw new IllegalStateException("no check");
    };
  }

  private static String converted(int i, ParameterModel parameter) {
    return switch (parameter.kind()) {
      case INT -> "whole" + i;
      case BOOL -> "truth" + i;
      case STRING -> "text" + i + ".toString()";
      case TEXT -> "text" + i;
      case CLASS -> "value" + i;
      case TRUNCATED, FLOAT, ANY, REST -> throw new IllegalStateException("not a plain conversion");
    };
  }

  private static String javaType(ParameterModel parameter) {
    return switch (parameter.kind()) {
      case INT, TRUNCATED -> "long";
      case FLOAT -> "double";
      case BOOL -> "boolean";
      case STRING -> "String";
      case TEXT -> "CharSequence";
      case ANY -> "Object";
      case REST -> "Object[]";
      case CLASS -> parameter.javaType();
    };
  }

  private static String errorText(int i, ParameterModel parameter) {
    return TextTemplate.expression(
        parameter.entry().error(),
        Map.of(
            "value", "ruff.value.DebugForm.value(a" + i + ")",
            "type", "ruff.value.TypeName.ofOperand(a" + i + ")"));
  }
}

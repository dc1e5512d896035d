package ruff.natives.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ruff.natives.Arity;
import ruff.natives.NativeEntry;
import ruff.natives.Param.Ownership;
import ruff.natives.Receiver;
import ruff.natives.TableLibrary;

/** Writes the library class: the tables of names and the switch over the dispatchers. */
final class WriteLibrary {
  /** How many functions one class of natives can have. */
  static final int CLASS_SIZE = 256;

  private static final String ARRAY = "ruff.value.ArrayValue";

  private final String packageName;
  private final String simpleName;

  /** Dispatcher classes and their functions, both in the order of their numbers. */
  private final Map<String, List<NativeModel>> dispatchers;

  private final TreeMap<String, Row> rows = new TreeMap<>();
  private final JavaText out = new JavaText();

  /** What a name stands for; a constant has no function. */
  private record Row(
      int id, NativeModel function, String canonical, boolean isMethod, String constant) {}

  WriteLibrary(
      String packageName,
      String simpleName,
      Map<String, List<NativeModel>> dispatchers,
      List<ConstantModel> constants) {
    this.packageName = packageName;
    this.simpleName = simpleName;
    this.dispatchers = dispatchers;
    int classIndex = 0;
    for (List<NativeModel> natives : dispatchers.values()) {
      for (int i = 0; i < natives.size(); i++) {
        addRows(classIndex * CLASS_SIZE + i, natives.get(i));
      }
      classIndex++;
    }
    for (ConstantModel constant : constants) {
      String name = constant.entry().name();
      rows.put(name, new Row(TableLibrary.NO_ID, null, name, false, constant.expression()));
    }
  }

  private void addRows(int id, NativeModel function) {
    NativeEntry entry = function.entry();
    rows.put(entry.name(), new Row(id, function, entry.name(), true, ""));
    for (String alias : entry.aliases()) {
      rows.put(alias, new Row(id, function, entry.name(), function.aliasesAreMethods(), ""));
    }
  }

  String write() {
    out.line("// Generated from the declarations of natives.");
    out.line("package " + packageName + ";");
    out.line("");
    out.line("import ruff.natives.NativeContext;");
    out.line("");
    out.line("public final class " + simpleName + " extends ruff.natives.TableLibrary {");
    writeFacts();
    out.line("");
    out.line("public " + simpleName + "() {");
    out.line("super(FACTS);");
    out.line("}");
    writeInvoke("invoke", "Object[] arguments", "arguments");
    writeInvoke("invoke0", "", "");
    writeInvoke("invoke1", "Object a0", "a0");
    writeInvoke("invoke2", "Object a0, Object a1", "a0, a1");
    writeInvoke("invoke3", "Object a0, Object a1, Object a2", "a0, a1, a2");
    writeCode();
    writeIndexOf();
    writeAllNames();
    writeConstants();
    out.line("}");
    return out.toString();
  }

  private void writeInvoke(String name, String parameters, String arguments) {
    String separator = parameters.isEmpty() ? "" : ", ";
    out.line("");
    out.line("@Override");
    out.line(
        "public Object %s(int id, NativeContext context%s) {"
            .formatted(name, separator + parameters));
    out.line("switch (id / " + CLASS_SIZE + ") {");
    int classIndex = 0;
    for (String dispatcher : dispatchers.keySet()) {
      out.line(
          "case %d: return %s.%s(id %% %d, context%s);"
              .formatted(classIndex, dispatcher, name, CLASS_SIZE, separator + arguments));
      classIndex++;
    }
    out.line("default: throw new IllegalArgumentException(Integer.toString(id));");
    out.line("}");
    out.line("}");
  }

  private void writeCode() {
    out.line("");
    out.line("@Override");
    out.line("public ruff.natives.NativeEntry.Code code(int id) {");
    out.line("switch (id / " + CLASS_SIZE + ") {");
    int classIndex = 0;
    for (String dispatcher : dispatchers.keySet()) {
      out.line("case %d: return %s.code(id %% %d);".formatted(classIndex, dispatcher, CLASS_SIZE));
      classIndex++;
    }
    out.line("default: throw new IllegalArgumentException(Integer.toString(id));");
    out.line("}");
    out.line("}");
  }

  private void writeIndexOf() {
    out.line("");
    out.line("@Override");
    out.line("protected int indexOf(String name) {");
    out.line("switch (name) {");
    int index = 0;
    for (String name : rows.keySet()) {
      out.line("case " + JavaText.literal(name) + ": return " + index + ";");
      index++;
    }
    out.line("default: return -1;");
    out.line("}");
    out.line("}");
  }

  private void writeAllNames() {
    out.line("");
    out.line("@Override");
    out.line("protected String[] allNames() {");
    out.line("return new String[] {");
    for (String name : rows.keySet()) {
      out.line(JavaText.literal(name) + ",");
    }
    out.line("};");
    out.line("}");
  }

  private void writeConstants() {
    out.line("");
    out.line("@Override");
    out.line("protected Object constant(int index) {");
    out.line("switch (index) {");
    int index = 0;
    for (Row row : rows.values()) {
      if (row.function == null) {
        out.line("case " + index + ": return " + row.constant + ";");
      }
      index++;
    }
    out.line("default: throw new IllegalArgumentException(Integer.toString(index));");
    out.line("}");
    out.line("}");
  }

  private void writeFacts() {
    List<String> names = new ArrayList<>(rows.keySet());
    out.line("private static final String FACTS =");
    int left = names.size();
    for (Row row : rows.values()) {
      left--;
      String text = facts(row, names.indexOf(row.canonical));
      out.line("    " + JavaText.literal(text) + (left == 0 ? ";" : " +"));
    }
    if (names.isEmpty()) {
      out.line("    \"\";");
    }
  }

  private static String facts(Row row, int canonical) {
    StringBuilder text = new StringBuilder().append((char) row.id).append((char) canonical);
    if (row.function == null) {
      return text.append("\0".repeat(TableLibrary.WIDTH - 2)).toString();
    }
    Arity arity = row.function.arity();
    boolean unbounded = arity.maximum() == Arity.UNBOUNDED;
    text.append((char) arity.minimum());
    text.append(unbounded ? TableLibrary.UNBOUNDED : (char) arity.maximum());
    text.append((char) flags(row.function));
    text.append((char) (row.isMethod ? receivers(row.function.entry()) : 0));
    appendBits(text, row.function.bits(Ownership.BORROWED));
    appendBits(text, row.function.bits(Ownership.CONSUMED));
    return text.toString();
  }

  private static int flags(NativeModel function) {
    return (function.plural() ? TableLibrary.PLURAL : 0)
        | (function.returnType().equals(ARRAY) ? TableLibrary.GIVES_ARRAY : 0)
        | (function.takesPacked() ? TableLibrary.TAKES_PACKED : 0)
        | (function.entry().methodOnly() ? TableLibrary.METHOD_ONLY : 0)
        | (function.entry().internal() ? TableLibrary.INTERNAL : 0);
  }

  private static int receivers(NativeEntry entry) {
    int bits = 0;
    for (Receiver receiver : entry.receivers()) {
      bits |= receiver.bit();
    }
    return bits;
  }

  private static void appendBits(StringBuilder text, long bits) {
    for (int i = 0; i < Long.SIZE; i += Character.SIZE) {
      text.append((char) (bits >>> i));
    }
  }
}

package ruff.natives;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import ruff.natives.NativeEntry.Code;
import ruff.natives.NativeEntry.Parameter;
import ruff.natives.Param.Ownership;

/**
 * The text form of declarations: one block of {@code key value} lines per entry, blocks separated
 * by an empty line. Parameters have one line each with their parts between tabs. Backslash, tab,
 * line feed and carriage return are escaped as in Java.
 */
public final class NativeIndex {
  private NativeIndex() {}

  public static String write(List<NativeEntry> entries) {
    return entries.stream().map(NativeIndex::block).collect(Collectors.joining("\n"));
  }

  public static List<NativeEntry> read(String text) {
    List<NativeEntry> entries = new ArrayList<>();
    for (String block : text.split("\n\n")) {
      if (!block.isBlank()) {
        entries.add(entry(block.lines().toList()));
      }
    }
    return entries;
  }

  private static String block(NativeEntry entry) {
    StringBuilder out = new StringBuilder();
    line(out, "name", entry.name());
    entry.aliases().forEach(alias -> line(out, "alias", alias));
    line(out, "family", entry.family());
    entry.parameters().forEach(parameter -> line(out, "param", parameterParts(parameter)));
    entry.signatures().forEach(signature -> line(out, "signature", signature));
    line(out, "returns", entry.returns());
    line(out, "doc", entry.doc());
    entry.capabilities().forEach(capability -> line(out, "capability", capability));
    line(out, "surface", entry.surface());
    entry.resources().forEach(resource -> line(out, "resource", resource));
    entry.receivers().forEach(receiver -> line(out, "receiver", receiver.name()));
    line(out, "methodOnly", Boolean.toString(entry.methodOnly()));
    line(out, "internal", Boolean.toString(entry.internal()));
    line(out, "tooFew", entry.tooFew());
    line(out, "tooMany", entry.tooMany());
    entry.errors().forEach(error -> line(out, "error", error));
    line(out, "example", entry.example());
    line(out, "result", entry.result());
    if (entry.code() != null) {
      Code code = entry.code();
      line(
          out,
          "code",
          code.owner(),
          code.method(),
          code.descriptor(),
          code.checked(),
          code.kinds(),
          Boolean.toString(code.gated()));
    }
    return out.toString();
  }

  private static String[] parameterParts(Parameter parameter) {
    return new String[] {
      parameter.name(),
      parameter.type(),
      parameter.ownership().name(),
      parameter.error(),
      parameter.otherwise(),
      Boolean.toString(parameter.optional()),
      parameter.fallback(),
      Boolean.toString(parameter.rest())
    };
  }

  private static void line(StringBuilder out, String key, String... parts) {
    out.append(key).append(' ');
    for (int i = 0; i < parts.length; i++) {
      out.append(i == 0 ? "" : "\t").append(escape(parts[i]));
    }
    out.append('\n');
  }

  private static String escape(String text) {
    return text.replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }

  private static NativeEntry entry(List<String> lines) {
    return new NativeEntry(
        one(lines, "name"),
        all(lines, "alias"),
        one(lines, "family"),
        raw(lines, "param").stream().map(NativeIndex::parameter).toList(),
        all(lines, "signature"),
        one(lines, "returns"),
        one(lines, "doc"),
        all(lines, "capability"),
        one(lines, "surface"),
        all(lines, "resource"),
        all(lines, "receiver").stream().map(Receiver::valueOf).toList(),
        Boolean.parseBoolean(one(lines, "methodOnly")),
        Boolean.parseBoolean(one(lines, "internal")),
        one(lines, "tooFew"),
        one(lines, "tooMany"),
        all(lines, "error"),
        one(lines, "example"),
        one(lines, "result"),
        code(lines));
  }

  private static Parameter parameter(String joined) {
    String[] parts = parts(joined);
    return new Parameter(
        parts[0],
        parts[1],
        Ownership.valueOf(parts[2]),
        parts[3],
        parts[4],
        Boolean.parseBoolean(parts[5]),
        parts[6],
        Boolean.parseBoolean(parts[7]));
  }

  private static Code code(List<String> lines) {
    List<String> found = raw(lines, "code");
    if (found.isEmpty()) {
      return null;
    }
    String[] parts = parts(found.getFirst());
    boolean gated = Boolean.parseBoolean(parts[5]);
    return new Code(parts[0], parts[1], parts[2], parts[3], parts[4], gated);
  }

  private static String[] parts(String joined) {
    String[] parts = joined.split("\t", -1);
    return Arrays.stream(parts).map(NativeIndex::unescape).toArray(String[]::new);
  }

  private static List<String> raw(List<String> lines, String key) {
    String prefix = key + " ";
    return lines.stream()
        .filter(line -> line.startsWith(prefix))
        .map(line -> line.substring(prefix.length()))
        .toList();
  }

  private static List<String> all(List<String> lines, String key) {
    return raw(lines, key).stream().map(NativeIndex::unescape).toList();
  }

  private static String one(List<String> lines, String key) {
    return all(lines, key).getFirst();
  }

  private static String unescape(String text) {
    return text.translateEscapes();
  }
}

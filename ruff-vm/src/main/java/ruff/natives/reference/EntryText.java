package ruff.natives.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import ruff.natives.Native;
import ruff.natives.NativeEntry;
import ruff.natives.NativeEntry.Parameter;
import ruff.natives.Param.Ownership;
import ruff.natives.Receiver;
import ruff.policy.Capability;

/**
 * One entry put into words, for a terminal and as the material of the reference page.
 *
 * <p>The parts that are code go through a function of the caller's, which may mark them.
 */
public final class EntryText {
  /**
   * An error.
   *
   * @param text with {@code K} for the number of arguments given, {@code V} for the debug form of
   *     the argument, other capital letters for what the sentence says
   * @param condition what brings it about; empty when the text says so itself
   */
  public record Problem(String text, String condition) {}

  /** Types whose values may be held, so that it matters what becomes of them. */
  private static final List<String> HELD = List.of("array", "dict", "set", "queue", "stack", "any");

  private final NativeEntry entry;
  private final UnaryOperator<String> code;

  EntryText(NativeEntry entry, UnaryOperator<String> code) {
    this.entry = entry;
    this.code = code;
  }

  /**
   * Such as {@code read_file(path: string) -> string}; several ways to call it have a line each.
   */
  public static String heading(NativeEntry entry) {
    if (entry.isConstant()) {
      return entry.name() + ": " + entry.returns();
    }
    List<String> ways = entry.signatures();
    String result = " -> " + entry.returns();
    return ways.isEmpty()
        ? entry.signature() + result
        : String.join("\n", ways.stream().map(way -> way + result).toList());
  }

  /** The whole entry as plain text. */
  public static String plain(NativeEntry entry) {
    EntryText text = new EntryText(entry, UnaryOperator.identity());
    StringBuilder out = new StringBuilder(heading(entry)).append("\n\n  ").append(entry.doc());
    out.append('\n');
    text.facts().forEach(fact -> out.append("  ").append(fact).append('\n'));
    List<Problem> problems = text.problems();
    if (!problems.isEmpty()) {
      out.append("\nErrors:\n");
      problems.forEach(problem -> out.append("  ").append(plain(problem)).append('\n'));
    }
    out.append("\nExample:\n  ").append(entry.example()).append("\nshows:\n");
    entry.result().lines().forEach(line -> out.append("  ").append(line).append('\n'));
    return out.toString();
  }

  private static String plain(Problem problem) {
    return problem.condition().isEmpty()
        ? problem.text()
        : problem.text() + "  (" + problem.condition() + ")";
  }

  /** Sentences about names, method form, capability, defaults and ownership. */
  List<String> facts() {
    List<String> facts = new ArrayList<>();
    if (!entry.aliases().isEmpty()) {
      facts.add("Also called " + codes(entry.aliases()) + ".");
    }
    addMethodForm(facts);
    addCapability(facts);
    addDefaults(facts);
    addOwnership(facts);
    return facts;
  }

  private void addMethodForm(List<String> facts) {
    if (entry.receivers().contains(Receiver.ANY)) {
      facts.add("A method of every value.");
    } else if (!entry.receivers().isEmpty()) {
      List<String> types =
          entry.receivers().stream().map(kind -> kind.name().toLowerCase(Locale.ROOT)).toList();
      facts.add("A method of " + list(types) + (entry.methodOnly() ? " only." : " too."));
    }
  }

  private void addCapability(List<String> facts) {
    for (String name : entry.capabilities()) {
      Capability capability = Capability.valueOf(name);
      String resources = entry.resources().isEmpty() ? "" : " for " + codes(entry.resources());
      String surface =
          entry.surface().equals(entry.name())
              ? ""
              : "; denials name it " + code.apply(entry.surface());
      facts.add(
          "Needs the capability %s%s (%s)%s."
              .formatted(
                  code.apply(capability.label()),
                  resources,
                  code.apply(capability.flag()),
                  surface));
    }
  }

  private void addDefaults(List<String> facts) {
    for (Parameter parameter : entry.parameters()) {
      if (!parameter.fallback().isEmpty()) {
        String value = parameter.fallback().replaceFirst("(?<=[0-9])[LlDd]$", "");
        facts.add(
            "Without %s it is %s.".formatted(code.apply(parameter.name()), code.apply(value)));
      }
    }
  }

  private void addOwnership(List<String> facts) {
    List<String> kept = namesHeld(Ownership.KEPT);
    List<String> reused = namesHeld(Ownership.CONSUMED);
    if (!reused.isEmpty()) {
      facts.add("Makes the result out of " + list(reused) + " when nothing else holds it.");
    }
    if (!kept.isEmpty()) {
      facts.add("May keep or give back " + list(kept) + ".");
    }
  }

  private List<String> namesHeld(Ownership ownership) {
    return entry.writtenParameters().stream()
        .filter(parameter -> parameter.ownership() == ownership)
        .filter(parameter -> HELD.stream().anyMatch(parameter.type()::contains))
        .map(parameter -> code.apply(parameter.name()))
        .toList();
  }

  /** Every error that is promised: of the number of arguments, of their types, of the work. */
  List<Problem> problems() {
    Map<String, List<String>> conditions = new LinkedHashMap<>();
    addCounts(conditions);
    addTypes(conditions);
    for (Parameter parameter : entry.writtenParameters()) {
      if (!parameter.otherwise().isEmpty()) {
        String condition = code.apply(parameter.name()) + " of another type";
        note(conditions, "no error: " + parameter.otherwise(), condition);
      }
    }
    List<Problem> problems = new ArrayList<>();
    conditions.forEach((text, when) -> problems.add(new Problem(text, String.join("; ", when))));
    entry.errors().forEach(error -> problems.add(new Problem(error, "")));
    return problems;
  }

  private void addCounts(Map<String, List<String>> conditions) {
    String few = shown(entry.tooFew());
    String many = shown(entry.tooMany());
    if (few.equals(Native.MISSING)) {
      note(conditions, many, "too many arguments");
    } else if (few.equals(many)) {
      note(conditions, few, "another number of arguments");
    } else {
      note(conditions, few, "too few arguments");
      note(conditions, many, "too many arguments");
    }
  }

  private void addTypes(Map<String, List<String>> conditions) {
    Map<String, List<String>> names = new LinkedHashMap<>();
    for (Parameter parameter : entry.writtenParameters()) {
      names
          .computeIfAbsent(shown(parameter.error()), _ -> new ArrayList<>())
          .add(code.apply(parameter.name()));
    }
    String condition = entry.tooFew().equals(Native.MISSING) ? " missing or" : "";
    names.forEach((text, of) -> note(conditions, text, list(of) + condition + " of another type"));
  }

  private static void note(Map<String, List<String>> conditions, String text, String condition) {
    if (!text.isEmpty()) {
      conditions.computeIfAbsent(text, _ -> new ArrayList<>()).add(condition);
    }
  }

  /** A text of the declaration with the letters of the page in its gaps. */
  private static String shown(String text) {
    return text.replace("{got}", "K").replace("{value}", "V").replace("{type}", "TYPE");
  }

  private String codes(List<String> texts) {
    return list(texts.stream().map(code).toList());
  }

  private static String list(List<String> parts) {
    int last = parts.size() - 1;
    return last < 1
        ? String.join("", parts)
        : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
  }
}

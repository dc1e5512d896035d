package ruff.natives.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Predicate;
import ruff.natives.Family;
import ruff.natives.NativeEntry;
import ruff.natives.NativeIndex;
import ruff.source.Spelling;

/** The public functions and constants of a library, to be looked up by those who describe them. */
public final class Reference {
  private final List<NativeEntry> entries;

  private Reference(List<NativeEntry> entries) {
    this.entries = entries;
  }

  /**
   * Reads declarations; those for the engine alone are left out.
   *
   * @param index as {@link NativeIndex} writes it
   */
  public static Reference read(String index) {
    return new Reference(
        NativeIndex.read(index).stream()
            .filter(entry -> !entry.internal())
            .sorted(Comparator.comparing(NativeEntry::name))
            .toList());
  }

  /** All entries in the order of their names. */
  public List<NativeEntry> entries() {
    return entries;
  }

  /** The entries of a family in the order of their names. */
  public List<NativeEntry> of(Family family) {
    return matching(entry -> entry.family().equals(family.name()));
  }

  /** Every name that means something, aliases and methods included, in ascending order. */
  public List<String> names() {
    TreeSet<String> names = new TreeSet<>();
    for (NativeEntry entry : entries) {
      names.add(entry.name());
      names.addAll(entry.aliases());
    }
    return List.copyOf(names);
  }

  /**
   * What a name means: one entry, or all methods of that name when it has a meaning only behind a
   * value of some type; empty for an unknown name.
   */
  public List<NativeEntry> find(String name) {
    List<NativeEntry> exact =
        matching(entry -> entry.name().equals(name) || entry.aliases().contains(name));
    return exact.isEmpty() ? matching(entry -> entry.name().endsWith("." + name)) : exact;
  }

  /** The known name that was probably meant by an unknown one, or null. */
  public String nearest(String name) {
    for (String known : names()) {
      if (known.equalsIgnoreCase(name)) {
        return known;
      }
    }
    return Spelling.nearest(name, names());
  }

  /** The entries that a word occurs in: first those with it in a name, then those it describes. */
  public List<NativeEntry> search(String word) {
    String wanted = word.toLowerCase(Locale.ROOT);
    Predicate<NativeEntry> named =
        entry ->
            has(entry.name(), wanted) || entry.aliases().stream().anyMatch(a -> has(a, wanted));
    List<NativeEntry> found = new ArrayList<>(matching(named));
    found.addAll(
        matching(
            named.negate().and(entry -> has(entry.doc(), wanted) || has(title(entry), wanted))));
    return found;
  }

  /** What an editor offers while a name is being written, in ascending order. */
  public List<Completion> completions() {
    List<Completion> completions = new ArrayList<>();
    for (NativeEntry entry : entries) {
      completions.add(Completion.of(entry, entry.name()));
      entry.aliases().forEach(alias -> completions.add(Completion.of(entry, alias)));
    }
    completions.sort(Comparator.comparing(Completion::label));
    return completions;
  }

  private List<NativeEntry> matching(Predicate<NativeEntry> condition) {
    return entries.stream().filter(condition).toList();
  }

  private static boolean has(String text, String lowerCase) {
    return text.toLowerCase(Locale.ROOT).contains(lowerCase);
  }

  private static String title(NativeEntry entry) {
    return Family.valueOf(entry.family()).title();
  }
}

package ruff.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Programs that try to do more than they may: each is told so, on every tier, and nothing has
 * happened afterwards.
 */
class AttackTest {
  private static final List<AttackCase> CASES = AttackCorpus.load();

  /** How many numbers each class of the catalogue has. */
  private static final Map<String, Integer> CATALOGUE =
      Map.of("P", 14, "N", 9, "E", 8, "I", 5, "D", 12, "R", 9);

  @TestFactory
  Stream<DynamicContainer> attacksFailOnEveryTier() {
    return Stream.of(Tier.values())
        .map(
            tier ->
                DynamicContainer.dynamicContainer(
                    tier.name(), made(tier != Tier.AUTO).map(attack -> test(attack, tier))));
  }

  private static Stream<AttackCase> made(boolean inProcessOnly) {
    return CASES.stream()
        .filter(attack -> attack.notApplicable == null && !(inProcessOnly && attack.alone));
  }

  @Test
  void everyNumberOfTheCatalogueHasACaseOrAReason() {
    Map<String, TreeSet<String>> covered = new TreeMap<>();
    Map<String, Integer> counts = new TreeMap<>();
    for (AttackCase attack : CASES) {
      covered.computeIfAbsent(attack.group(), _ -> new TreeSet<>()).add(attack.id);
      if (attack.notApplicable == null) {
        counts.merge(attack.group(), 1, Integer::sum);
      }
    }
    System.out.println(
        "attack cases per class: "
            + counts.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", ")));
    CATALOGUE.forEach(
        (group, last) ->
            assertThat(covered.get(group))
                .containsAll(IntStream.rangeClosed(1, last).mapToObj(i -> group + i).toList()));
  }

  private static DynamicTest test(AttackCase attack, Tier tier) {
    return DynamicTest.dynamicTest(
        attack.toString(),
        () -> assertThat(differences(attack, tier)).as(attack.toString()).isEmpty());
  }

  private static List<String> differences(AttackCase attack, Tier tier) throws IOException {
    try (Scratch scratch = Scratch.create();
        Witness witness = new Witness()) {
      Path root = Files.createDirectories(scratch.folder().resolve("work"));
      AttackTree.make(root, attack);
      Files.writeString(
          root.resolve("main.ruff"), placed(attack.program.toString(), root, witness));
      Map<String, String> before = AttackTree.picture(root);
      long start = System.nanoTime();
      Observed observed = launch(attack, tier, root, witness);
      long millis = (System.nanoTime() - start) / 1_000_000;
      Map<String, String> after = AttackTree.picture(root);
      List<String> differences =
          new ArrayList<>(
              observed.differences(
                  attack.status,
                  placed(attack.printed.toString(), root, witness),
                  placed(String.join("\n", attack.errors), root, witness)));
      differences.addAll(changed(attack, before, after));
      if (witness.connections() != attack.connections) {
        differences.add(witness.connections() + " connections, expected " + attack.connections);
      }
      if (millis > attack.withinMillis) {
        differences.add("took " + millis + " ms");
      }
      return differences;
    }
  }

  private static String placed(String text, Path root, Witness witness) {
    return AttackTree.placed(text, root).replace("{PORT}", Integer.toString(witness.port()));
  }

  private static Observed launch(AttackCase attack, Tier tier, Path root, Witness witness) {
    List<String> arguments = new ArrayList<>(List.of("run"));
    arguments.addAll(tier.flags());
    attack.flags.forEach(flag -> arguments.add(placed(flag, root, witness)));
    arguments.add("main.ruff");
    Map<String, String> environment = new HashMap<>(tier.environment());
    environment.put("PATH", root.resolve("bin") + ":/usr/bin:/bin");
    environment.put("NO_COLOR", "1");
    attack.environment.forEach(
        (name, value) -> environment.put(name, placed(value, root, witness)));
    Launcher launcher = attack.alone ? new Starter() : new InProcess();
    return launcher.run(arguments, root, "", environment);
  }

  private static List<String> changed(
      AttackCase attack, Map<String, String> before, Map<String, String> after) {
    TreeSet<String> paths = new TreeSet<>(before.keySet());
    paths.addAll(after.keySet());
    return paths.stream()
        .filter(path -> !java.util.Objects.equals(before.get(path), after.get(path)))
        .filter(path -> !attack.changes.contains(path))
        .map(path -> path + " was " + before.get(path) + ", is " + after.get(path))
        .toList();
  }
}

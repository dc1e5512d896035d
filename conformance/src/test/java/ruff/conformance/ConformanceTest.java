package ruff.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every case of the corpus prints what it says, on every tier. */
class ConformanceTest {
  private static final PendingCases PENDING = PendingCases.load();

  @TestFactory
  Stream<DynamicContainer> programsPrintTheirExpectedOutput() {
    return onEveryTier(Corpus.scripts());
  }

  @TestFactory
  Stream<DynamicContainer> commandsPrintTheirExpectedOutput() {
    return onEveryTier(Corpus.commands());
  }

  @TestFactory
  Stream<DynamicTest> commandsDoTheSameInAProcessOfTheirOwn() {
    List<CommandCase> built =
        Corpus.commands().stream().filter(command -> !PENDING.contains(command)).toList();
    return tests(built, new Starter(), Tier.AUTO);
  }

  @Test
  void everyPendingLineNamesACase() {
    List<String> names = new ArrayList<>();
    Corpus.scripts().forEach(script -> names.add(script.name()));
    Corpus.commands().forEach(command -> names.add(command.name()));
    assertThat(names).containsAll(PENDING.reasons().keySet());
  }

  private static Stream<DynamicContainer> onEveryTier(List<? extends GoldenCase> cases) {
    Launcher launcher = new InProcess();
    return Stream.of(Tier.values())
        .map(tier -> DynamicContainer.dynamicContainer(tier.name(), tests(cases, launcher, tier)));
  }

  private static Stream<DynamicTest> tests(
      List<? extends GoldenCase> cases, Launcher launcher, Tier tier) {
    return cases.stream()
        .map(golden -> DynamicTest.dynamicTest(golden.name(), () -> check(golden, launcher, tier)));
  }

  private static void check(GoldenCase golden, Launcher launcher, Tier tier) {
    List<String> failures = failures(golden, launcher, tier);
    if (PENDING.contains(golden)) {
      assertThat(failures)
          .as("%s passes: remove it from the pending cases", golden.name())
          .isNotEmpty();
    } else {
      assertThat(failures).as(golden.name()).isEmpty();
    }
  }

  private static List<String> failures(GoldenCase golden, Launcher launcher, Tier tier) {
    try {
      return golden.differences(launcher, tier);
    } catch (AssertionError failed) {
      return List.of(failed.getMessage());
    }
  }
}

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
  private static final Launcher LAUNCHER = new InProcess();

  @TestFactory
  Stream<DynamicContainer> programsPrintTheirExpectedOutput() {
    List<ScriptCase> scripts = Corpus.scripts();
    return Stream.of(Tier.values())
        .map(tier -> DynamicContainer.dynamicContainer(tier.name(), tests(scripts, tier)));
  }

  @TestFactory
  Stream<DynamicContainer> commandsPrintTheirExpectedOutput() {
    List<CommandCase> commands = Corpus.commands();
    return Stream.of(Tier.values())
        .map(tier -> DynamicContainer.dynamicContainer(tier.name(), tests(commands, tier)));
  }

  @Test
  void everyPendingLineNamesACase() {
    List<String> names = new ArrayList<>();
    Corpus.scripts().forEach(script -> names.add(script.name()));
    Corpus.commands().forEach(command -> names.add(command.name()));
    assertThat(names).containsAll(PENDING.reasons().keySet());
  }

  private static Stream<DynamicTest> tests(List<? extends GoldenCase> cases, Tier tier) {
    return cases.stream()
        .map(golden -> DynamicTest.dynamicTest(golden.name(), () -> check(golden, tier)));
  }

  private static void check(GoldenCase golden, Tier tier) {
    if (PENDING.contains(golden)) {
      assertThat(failures(golden, tier))
          .as("%s passes: remove it from the pending cases", golden.name())
          .isNotEmpty();
    } else {
      List<String> failures = golden.differences(LAUNCHER, tier);
      assertThat(failures).as(golden.name()).isEmpty();
    }
  }

  private static List<String> failures(GoldenCase golden, Tier tier) {
    try {
      return golden.differences(LAUNCHER, tier);
    } catch (AssertionError failed) {
      return List.of(failed.getMessage());
    }
  }
}

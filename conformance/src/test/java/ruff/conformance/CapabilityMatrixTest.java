package ruff.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import ruff.natives.NativeEntry;
import ruff.natives.NativeIndex;
import ruff.policy.Capability;
import ruff.policy.Decision;
import ruff.policy.Policy;
import ruff.policy.Resource;
import ruff.stdlib.StandardLibrary;

/**
 * Every function that declares a capability is refused under every option but its own, whatever way
 * it is called, before its arguments are looked at; no other function is ever refused.
 */
class CapabilityMatrixTest {
  private static final String SEPARATOR = " => ";

  /** Those that would do something lasting to the test when they are called without arguments. */
  private static final List<String> NOT_CALLED = List.of("exit", "input");

  @TestFactory
  Stream<DynamicTest> everyFunctionUnderEveryOptionAlone() {
    List<String> options = new ArrayList<>(List.of("--untrusted"));
    for (Capability capability : Capability.values()) {
      options.add(capability.flag());
    }
    return Stream.of(Tier.values())
        .flatMap(
            tier ->
                options.stream()
                    .map(
                        option ->
                            DynamicTest.dynamicTest(
                                tier + " " + option, () -> assertMatrix(option, tier))));
  }

  private static void assertMatrix(String option, Tier tier) throws IOException {
    Map<String, NativeEntry> functions = functions();
    StringBuilder program = new StringBuilder();
    for (String name : functions.keySet()) {
      program
          .append("try { %1$s() print(\"%1$s => done\") } ".formatted(name))
          .append("except e { print(\"%1$s => ${e.message}\") }\n".formatted(name))
          .append(
              "try { [%1$s][0](null, null, null, null, null, null, null, null, null) "
                  .formatted(name))
          .append("print(\"%1$s => done\") } ".formatted(name))
          .append("except e { print(\"%1$s => ${e.message}\") }\n".formatted(name));
    }
    List<String> answers = run(program.toString(), option, tier);
    assertThat(answers).hasSizeGreaterThanOrEqualTo(2 * functions.size());
    for (String answer : answers) {
      int end = answer.indexOf(SEPARATOR);
      NativeEntry entry = end < 0 ? null : functions.get(answer.substring(0, end));
      if (entry != null) {
        check(answer.substring(end + SEPARATOR.length()), entry, option);
      }
    }
  }

  private static void check(String answer, NativeEntry entry, String option) {
    for (String name : entry.capabilities()) {
      Capability capability = Capability.valueOf(name);
      if (!capability.flag().equals(option)) {
        assertThat(answer)
            .as("%s under %s", entry.name(), option)
            .isEqualTo(denial(capability, entry.surface()));
        return;
      }
    }
    assertThat(answer).as("%s under %s", entry.name(), option).doesNotContain("Capability denied");
  }

  private static String denial(Capability capability, String surface) {
    Decision decision = Policy.untrusted().decide(capability, surface, Resource.NONE);
    return ((Decision.Denied) decision).message();
  }

  private static List<String> run(String program, String option, Tier tier) throws IOException {
    try (Scratch scratch = Scratch.create()) {
      Files.writeString(scratch.folder().resolve("main.ruff"), program);
      List<String> arguments = new ArrayList<>(List.of("run"));
      arguments.addAll(tier.flags());
      arguments.addAll(List.of(option, "main.ruff"));
      Observed observed = new InProcess().run(arguments, scratch.folder(), "", tier.environment());
      assertThat(observed.status()).as(observed.err()).isZero();
      return observed.out().lines().toList();
    }
  }

  /** The functions that can be called by a name of their own, aliases included. */
  private static Map<String, NativeEntry> functions() throws IOException {
    Map<String, NativeEntry> functions = new TreeMap<>();
    try (InputStream index = StandardLibrary.class.getResourceAsStream("natives.txt")) {
      String text = new String(index.readAllBytes(), StandardCharsets.UTF_8);
      for (NativeEntry entry : NativeIndex.read(text)) {
        boolean callable = !entry.isConstant() && !entry.methodOnly() && !entry.internal();
        if (callable && !entry.isMethodOfOneType()) {
          functions.put(entry.name(), entry);
          entry.aliases().forEach(alias -> functions.put(alias, entry));
        }
      }
    }
    functions.keySet().removeAll(NOT_CALLED);
    functions.keySet().removeIf(name -> name.indexOf('.') >= 0);
    return functions;
  }
}

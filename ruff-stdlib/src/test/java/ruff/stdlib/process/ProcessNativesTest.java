package ruff.stdlib.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ruff.natives.CancelSignal;
import ruff.policy.Capability;
import ruff.policy.DeniedException;
import ruff.policy.Policy;
import ruff.stdlib.Natives;
import ruff.value.BytesValue;
import ruff.value.StructValue;

class ProcessNativesTest {
  private static final Map<String, Object> NOTHING = Map.of();

  @TempDir private Path folder;
  private Natives natives;

  @BeforeEach
  void startInTheFolder() throws IOException {
    folder = folder.toRealPath();
    natives = new Natives(folder);
    natives.call("env_set", "PATH", "/usr/bin:/bin");
  }

  private StructValue spawn(Map<String, Object> options, Object... command) {
    return (StructValue) natives.call("spawn_process", List.of(command), options);
  }

  private StructValue shell(String command, Map<String, Object> options) {
    return (StructValue) natives.call("execute_status", command, options);
  }

  @Test
  void argumentsAreNotTouchedByAnyShell() {
    assertThat(spawn(NOTHING, "printf", "%s|", "a b", "$HOME", "*", "é").get("stdout"))
        .isEqualTo("a b|$HOME|*|é|");
  }

  @Test
  void aChildStartsInTheWorkingDirectoryOrWhereItIsTold() throws IOException {
    Files.createDirectory(folder.resolve("sub"));
    assertThat(spawn(NOTHING, "pwd").get("stdout")).isEqualTo(folder + "\n");
    assertThat(spawn(Map.of("cwd", "sub"), "pwd").get("stdout")).isEqualTo(folder + "/sub\n");
    natives.call("os_chdir", "sub");
    assertThat(spawn(NOTHING, "pwd").get("stdout")).isEqualTo(folder + "/sub\n");
    assertThat(natives.message("spawn_process", List.of("pwd"), Map.of("cwd", "gone")))
        .isEqualTo("Failed to spawn process 'pwd': No such file or directory (os error 2)");
  }

  @Test
  void aChildReadsWhatItIsGiven() {
    assertThat(spawn(Map.of("stdin", "é"), "cat").get("stdout")).isEqualTo("é");
    BytesValue bytes = new BytesValue(new byte[] {'x', '\n', 'y'});
    assertThat(shell("wc -c", Map.of("stdin", bytes)).get("stdout").toString().strip())
        .isEqualTo("3");
    assertThat(natives.call("pipe_commands", List.of(List.of("cat")), Map.of("stdin", "in")))
        .isEqualTo("in");
    assertThat(spawn(NOTHING, "cat").get("stdout")).isEqualTo("");
  }

  @Test
  void aChildThatDoesNotReadDoesNotBlock() {
    String input = "x".repeat(3_000_000);
    assertThat(spawn(Map.of("stdin", input), "true").get("success")).isEqualTo(true);
    StructValue copied = spawn(Map.of("stdin", input, "max_output_bytes", 4_000_000), "cat");
    assertThat(copied.get("stdout")).isEqualTo(input);
  }

  @Test
  void theStatusTellsWhichSignalEndedAChild() {
    assertThat(shell("kill -15 $$", NOTHING).get("exitcode")).isEqualTo(143L);
    assertThat(shell("exit 7", NOTHING).get("exitcode")).isEqualTo(7L);
  }

  @Test
  void outputBeyondTheLimitIsReadAndDropped() {
    StructValue result = shell("yes | head -c 5000000; yes e | head -c 100 >&2", NOTHING);
    assertThat(result.get("stdout").toString()).hasSize(1_048_576);
    assertThat(result.get("stdout_truncated")).isEqualTo(true);
    assertThat(result.get("stderr_truncated")).isEqualTo(false);
    assertThat(result.get("success")).isEqualTo(true);
  }

  @Test
  void aChildThatTakesTooLongIsEndedWithAllItsChildren() throws InterruptedException {
    String command = "sh -c 'sleep 1; touch one' & sleep 1; touch two";
    StructValue result = shell(command, Map.of("timeout_ms", 150));
    assertThat(result.get("timed_out")).isEqualTo(true);
    assertThat(result.get("exitcode")).isEqualTo(-1L);
    Thread.sleep(Duration.ofMillis(1300));
    assertThat(folder.resolve("one")).doesNotExist();
    assertThat(folder.resolve("two")).doesNotExist();
  }

  @Test
  void whatWasWrittenBeforeTheEndOfTimeIsKept() {
    StructValue result = shell("echo early; sleep 5", Map.of("timeout_ms", 300));
    assertThat(result.get("stdout")).isEqualTo("early\n");
  }

  @Test
  void aGrandchildHoldsTheCallerNoLongerThanTheTimeLimit() {
    long start = System.nanoTime();
    StructValue result = shell("sleep 20 & echo started", Map.of("timeout_ms", 400));
    assertThat(result.get("stdout")).isEqualTo("started\n");
    assertThat(result.get("timed_out")).isEqualTo(false);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void aChildThatClosesItsOutputIsWaitedFor() {
    assertThat(shell("exec >&- 2>&-; sleep 0.2; exit 3", NOTHING).get("exitcode")).isEqualTo(3L);
  }

  @Test
  void anInterruptedCallEndsItsChild() throws InterruptedException {
    AtomicReference<Throwable> ending = new AtomicReference<>();
    Thread caller =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    natives.call("execute", "sleep 1; touch late");
                  } catch (CancelSignal cancelled) {
                    ending.set(cancelled);
                  }
                });
    Thread.sleep(Duration.ofMillis(300));
    caller.interrupt();
    caller.join();
    assertThat(ending.get()).isInstanceOf(CancelSignal.class);
    Thread.sleep(Duration.ofMillis(1000));
    assertThat(folder.resolve("late")).doesNotExist();
  }

  @Test
  void programsAreLookedForWhereTheChildWouldLook() throws IOException {
    Path program = folder.resolve("bin/tool");
    Files.createDirectory(program.getParent());
    Files.writeString(program, "#!/bin/sh\necho found $0\n");
    assertThat(natives.message("spawn_process", List.of("tool"))).contains("(os error 2)");
    assertThat(natives.message("spawn_process", List.of(program.toString())))
        .contains("Permission denied (os error 13)");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    Map<String, Object> path = Map.of("env", Map.of("PATH", folder + "/bin:/bin"));
    assertThat(spawn(path, "tool").get("stdout")).isEqualTo("found " + program + "\n");
    assertThat(spawn(NOTHING, "bin/tool").get("stdout")).isEqualTo("found bin/tool\n");
    natives.call("env_set", "PATH", folder + "/bin:/bin");
    assertThat(spawn(NOTHING, "tool").get("success")).isEqualTo(true);
  }

  @Test
  void aProgramWithoutReadingOfVariablesHandsOnFewOfThem() {
    Policy policy = Policy.granting(Set.of(Capability.PROCESS_EXEC, Capability.ENV_WRITE));
    Natives restricted = new Natives(folder, policy);
    for (String name : List.of("PATH", "HOME", "LANG", "TMPDIR", "SECRET", "LD_PRELOAD")) {
      restricted.call("env_set", name, "/" + name);
    }
    Object seen =
        restricted.call("spawn_process", List.of("/usr/bin/env"), Map.of("env", Map.of("A", "1")));
    assertThat(((StructValue) seen).get("stdout").toString().lines())
        .containsExactlyInAnyOrder(
            "A=1", "HOME=/HOME", "LANG=/LANG", "PATH=/PATH", "TMPDIR=/TMPDIR");
  }

  @ParameterizedTest
  @CsvSource({"spawn_process, process-exec", "pipe_commands, process-exec"})
  void askingForInheritedVariablesNeedsTheRightToReadThem(String name) {
    Natives restricted = new Natives(folder, Policy.granting(Set.of(Capability.PROCESS_EXEC)));
    List<?> command = name.equals("pipe_commands") ? List.of(List.of("true")) : List.of("true");
    String denial =
        "Capability denied: env-read required for " + name + "; rerun with --allow-env-read";
    for (Map<String, ?> options :
        List.of(Map.of("inherit_env", true), Map.of("env_allow", List.of("A")))) {
      assertThatThrownBy(() -> restricted.call(name, command, options))
          .isInstanceOf(DeniedException.class)
          .hasMessage(denial);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cwd | 5 | cwd must be a string",
        "stdin | 5 | stdin must be a string or bytes",
        "timeout_ms | 0.9 | timeout_ms must be a positive number"
      })
  void refusesOptionsOfTheWrongKind(String key, double value, String message) {
    assertThat(natives.message("spawn_process", List.of("true"), Map.of(key, value)))
        .isEqualTo(message);
  }

  @Test
  void namesTheOptionsThereAre() {
    assertThat(natives.message("execute", "true", Map.of("shell", true)))
        .isEqualTo(
            "unsupported process option 'shell'; supported options are timeout_ms,"
                + " max_output_bytes, inherit_env, env_allow, env_deny, env, cwd, stdin");
  }

  @Test
  void whatNoProgramCanBeGivenIsAnInvalidArgument() {
    assertThat(natives.message("spawn_process", List.of("true", "a\0b")))
        .isEqualTo("Failed to spawn process 'true a\0b': Invalid argument (os error 22)");
    assertThat(natives.message("spawn_process", List.of("true"), Map.of("env", Map.of("A=B", ""))))
        .endsWith("Invalid argument (os error 22)");
    assertThat(natives.message("spawn_process", List.of("")))
        .isEqualTo("Failed to spawn process '': No such file or directory (os error 2)");
    assertThat(natives.message("execute", "echo \0"))
        .isEqualTo("execute() command contains NUL byte");
  }

  @Test
  void aFailingStageStopsThePipe() {
    List<?> commands =
        List.of(List.of("sh", "-c", "echo oops >&2; exit 4"), List.of("touch", "never"));
    assertThat(natives.message("pipe_commands", commands))
        .isEqualTo("Command 'sh -c echo oops >&2; exit 4' failed with exit code 4: oops\n");
    assertThat(folder.resolve("never")).doesNotExist();
  }
}

package ruff.stdlib.async;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import ruff.engine.Outcome;

/** Background tasks, their handles and their end. */
@Timeout(60)
class TaskTest {
  @Test
  void plainAndAsyncFunctionsAndMethodsRunInTheBackground() {
    assertThat(
            Script.lines(
                """
                async func later() { await async_sleep(2) return "later" }
                struct Job { n func run(self) { return self.n * 2 } }
                job := Job { n: 4 }
                t := spawn_task(func() { return [1, {"a": 2}] })
                print(type(t), t)
                print(await await_task(t))
                print(await await_task(spawn_task(later)), await await_task(spawn_task(job.run)))
                print(await await_task(spawn_task(func() { return async_sleep(1) })))
                """))
        .containsExactly("taskhandle <taskhandle>", "[1, {\"a\": 2}]", "later 8", "null");
  }

  @Test
  void tasksRunOnACopyAndTheirResultsAreTheirOwn() {
    assertThat(
            Script.lines(
                """
                func counter() { n := 0 return {"inc": func() { n = n + 1 return n }, "get": func() { return n }} }
                c := counter()
                inc := c["inc"]
                t := spawn_task(func() { inc() return inc })
                f := await await_task(t)
                print(c["get"](), f(), f(), c["get"]())
                """))
        .containsExactly("0 2 3 0");
  }

  @Test
  void handleGivesItsResultOnce() {
    assertThat(
            Script.lines(
                """
                t := spawn_task(func() { return 1 })
                p := await_task(t)
                try { await await_task(t) } except e { print(e.message) }
                print(await p, await p)
                """))
        .containsExactly("Promise rejected: Task handle already consumed", "1 1");
  }

  @Test
  void failingTaskRejects() {
    assertThat(
            Script.lines(
                """
                async func bad() { await async_sleep(1) throw("async broke") }
                for f in [func() { throw("task broke") }, bad, func(x) { return x }] {
                  try { await await_task(spawn_task(f)) } except e { print(e.message) }
                }
                """))
        .containsExactly(
            "Promise rejected: task broke",
            "Promise rejected: async broke",
            "Promise rejected: <lambda> expects 1 arguments, got 0");
  }

  @Test
  void failureOfATaskIsReportedOnlyWhenItsResultWasAskedFor() {
    assertThat(Script.of("spawn_task(func() { throw(\"silent\") }) sleep(30)").run().failures())
        .isEmpty();
    assertThat(
            Script.of("await_task(spawn_task(func() { throw(\"heard\") })) sleep(100)")
                .run()
                .failures())
        .containsExactly("Promise rejected: heard");
  }

  @Test
  void cancellingEndsWhateverTheTaskWaitsFor() {
    assertThat(
            Script.lines(
                """
                started := channel()
                never := channel()
                keep := channel()
                async func napping() { started.send(1) await async_sleep(600000) print("never") }
                tasks := [
                  spawn_task(func() { started.send(1) sleep(600000) print("never") }),
                  spawn_task(func() { started.send(1) try { sleep(600000) } except e { print("never") } }),
                  spawn_task(func() { started.send(1) never.receive() print("never") }),
                  spawn_task(func() { started.send(1) await async_sleep(600000) print("never") }),
                  spawn_task(func() { started.send(1) map([1], func(x) { await async_sleep(600000) }) print("never") }),
                  spawn_task(napping)
                ]
                for t in tasks { started.receive() }
                sleep(20)
                for t in tasks { print(cancel_task(t), cancel_task(t)) }
                for t in tasks { try { await await_task(t) } except e { print(e.message) } }
                sleep(30)
                """))
        .hasSize(12)
        .startsWith("true false")
        .endsWith("Promise rejected: Task was cancelled")
        .doesNotContain("never");
  }

  @Test
  void taskThatHasEndedCannotBeCancelled() {
    assertThat(
            Script.lines(
                """
                t := spawn_task(func() { return 1 })
                p := await_task(t)
                await p
                print(cancel_task(t), await p)
                """))
        .containsExactly("false 1");
  }

  @Test
  void whatACancelledReceiverHadGotGoesToTheNext() {
    assertThat(
            Script.lines(
                """
                ch := channel()
                t := spawn_task(func() { return ch.receive() })
                sleep(20)
                cancel_task(t)
                ch.send("kept")
                sleep(5)
                print(ch.receive())
                """))
        .containsExactly("kept");
  }

  @Test
  void handlesMayBeSentAndAwaitedElsewhere() {
    assertThat(
            Script.lines(
                """
                out := channel()
                t := spawn_task(func() { sleep(5) return [1, 2] })
                spawn { out.send(await await_task(t)) }
                print(out.receive())
                try { await await_task(t) } except e { print(e.message) }
                """))
        .containsExactly("[1, 2]", "Promise rejected: Task handle already consumed");
  }

  @Test
  void exitInATaskEndsTheProgram() {
    assertThat(
            Script.of("await await_task(spawn_task(func() { exit(5) })) print(1)").run().outcome())
        .isEqualTo(new Outcome.Exited(5));
  }

  @Test
  void wrongArgumentsAreErrors() {
    assertThat(
            Script.lines(
                """
                func bad(f) { try { f() print("accepted") } except e { print(e.message) } }
                bad(func() { return spawn_task(5) })
                bad(func() { return spawn_task(len) })
                bad(func() { return spawn_task() })
                bad(func() { return await_task(1) })
                bad(func() { return await_task() })
                bad(func() { return cancel_task(1) })
                bad(func() { return cancel_task() })
                """))
        .containsExactly(
            "spawn_task() requires an async function argument",
            "spawn_task() requires an async function argument",
            "spawn_task() expects 1 argument (async function), got 0",
            "await_task() requires a TaskHandle argument",
            "await_task() expects 1 argument (task handle), got 0",
            "cancel_task() requires a TaskHandle argument",
            "cancel_task() expects 1 argument (task handle), got 0");
  }

  @RepeatedTest(5)
  void manyTasksStartEndAndAreCancelledAtOnce() {
    assertThat(
            Script.lines(
                """
                tasks := map(range(300), func(i) { return spawn_task(func() { sleep(i % 3) return i }) })
                cancelled := 0
                for t in tasks { if cancel_task(t) { cancelled = cancelled + 1 } }
                ended := 0
                for t in tasks { try { await await_task(t) ended = ended + 1 } except e { } }
                print(cancelled + ended)
                print(sum(await promise_all(map(range(300), func(i) { return await_task(spawn_task(func() { return i })) }))))
                """))
        .containsExactly("300", "44850");
  }
}

package ruff.stdlib.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import ruff.engine.Outcome;
import ruff.policy.Capability;
import ruff.policy.Policy;

/** Promises of natives, time limits, and waits that cannot end. */
@Timeout(60)
class PromiseTest {
  @Test
  void awaitOfAnythingElseIsTheValueItself() {
    assertThat(Script.lines("print(await 1, await null, await [2], await \"x\" + \"y\")"))
        .containsExactly("1 null [2] xy");
  }

  @Test
  void promiseAllGivesResultsInTheOrderOfItsArgument() {
    assertThat(
            Script.lines(
                """
                async func job(n, ms) { await async_sleep(ms) return n }
                p := job(1, 20)
                print(await promise_all([p, job(2, 1), job(3, 5), p]), await Promise.all([]))
                print(await await_all([p], 1))
                """))
        .containsExactly("[1, 2, 3, 1] []", "[1]");
  }

  @Test
  void promiseAllIsRejectedByTheFirstRejectionAndTheOthersGoOn() {
    assertThat(
            Script.lines(
                """
                async func bad(ms) { await async_sleep(ms) throw("after " + to_string(ms)) }
                async func good() { await async_sleep(10) return "good" }
                g := good()
                try { await promise_all([g, bad(8), bad(2)]) } except e { print(e.message) }
                print(await g)
                a := bad(0)
                b := bad(0)
                await async_sleep(5)
                try { await promise_all([g, b, a]) } except e { print(e.message) }
                """))
        .containsExactly(
            "Promise rejected: Promise 2 rejected: after 2",
            "good",
            "Promise rejected: Promise 1 rejected: after 0");
  }

  @Test
  void timeoutGoesWithThePromiseOrRejects() {
    assertThat(
            Script.lines(
                """
                async func bad() { await async_sleep(1) throw("own reason") }
                print(await async_timeout(async_sleep(1), 5000))
                try { await async_timeout(async_sleep(5000), 5) } except e { print(e.message) }
                try { await async_timeout(bad(), 5000) } except e { print(e.message) }
                done := async_sleep(0)
                await done
                print(await async_timeout(done, 1))
                """))
        .containsExactly(
            "null", "Promise rejected: Timeout after 5ms", "Promise rejected: own reason", "null");
  }

  @Test
  void timeoutThatWasNotNeededKeepsNobodyWaiting() {
    assertThat(
            Script.of(
                    """
                    ch := channel()
                    print(await async_timeout(async_sleep(1), 3600000))
                    print(ch.receive())
                    """)
                .patience(10_000)
                .run()
                .lines())
        .containsExactly("null", "null");
  }

  @Test
  void theClockIsACapability() {
    Policy none = Policy.untrusted();
    assertThat(
            Script.of(
                    """
                    async func f() { return 1 }
                    try { async_sleep(1) } except e { print(e.message) }
                    try { async_timeout(f(), 1) } except e { print(e.message) }
                    """)
                .under(none)
                .run()
                .lines())
        .containsExactly(
            "Capability denied: clock required for async_sleep; rerun with --allow-clock",
            "Capability denied: clock required for async_timeout; rerun with --allow-clock");
    assertThat(
            Script.of("print(await async_sleep(1))")
                .under(Policy.granting(Set.of(Capability.CLOCK)))
                .run()
                .lines())
        .containsExactly("null");
  }

  @Test
  void waitThatProvablyCannotEndIsAnErrorAtOnce() {
    Script.Result result =
        Script.of(
                """
                async func f() { await async_sleep(1) return await own }
                own := f()
                try { await own } except e { print(e.message) }
                await own
                """)
            .patience(3_600_000)
            .run();
    String message =
        "Scheduler timed out after 3600000ms: everything waits for something that cannot come";
    assertThat(result.lines()).containsExactly(message);
    assertThat(result.failures()).containsExactly(message);
  }

  @Test
  void waitInWhichNothingFinishesIsLimitedForTheMainProgram() {
    Script.Result result = Script.of("await async_sleep(60000)").patience(30).run();
    assertThat(result.failures()).containsExactly("Scheduler timed out after 30ms");
  }

  @Test
  void waitInWhichOthersFinishIsNotLimited() {
    assertThat(
            Script.of(
                    """
                    async func busy() { for i in range(20) { await async_sleep(20) } return "done" }
                    print(await busy())
                    """)
                .patience(200)
                .run()
                .lines())
        .containsExactly("done");
  }

  @Test
  void programThatOnlyWaitsForBlocksIsLimitedToo() {
    Script.Result result =
        Script.of("ch := channel() spawn { loop { sleep(5) } } ch.receive()").patience(50).run();
    assertThat(result.failures()).containsExactly("Scheduler timed out after 50ms");
  }

  @Test
  void theWaitForAsyncFunctionsAtTheEndIsLimitedToo() {
    Script.Result result =
        Script.of(
                """
                ch := channel()
                async func f() { ch.receive() }
                spawn { loop { sleep(5) } }
                f()
                """)
            .patience(50)
            .run();
    assertThat(result.failures()).containsExactly("Scheduler timed out after 50ms");
  }

  @Test
  void interruptingTheThreadThatRunsAProgramEndsIt() throws InterruptedException {
    for (String wait : List.of("await async_sleep(600000)", "sleep(600000)", "forever()")) {
      AtomicReference<Outcome> outcome = new AtomicReference<>();
      Thread runner =
          new Thread(
              () -> {
                Script script =
                    Script.of(
                        "func forever() { map([1], func(x) { await own }) } "
                            + "async func f() { await async_sleep(500000) } own := f() "
                            + wait);
                outcome.set(script.patience(3_600_000).run().outcome());
              });
      runner.start();
      Thread.sleep(300);
      runner.interrupt();
      runner.join();
      assertThat(outcome).hasValue(new Outcome.Exited(130));
    }
  }

  @Test
  void argumentErrorsAreThrownByTheCall() {
    assertThat(
            Script.lines(
                """
                func bad(f) { try { f() print("accepted") } except e { print(e.message) } }
                bad(func() { return async_sleep(-1) })
                bad(func() { return async_sleep("1") })
                bad(func() { return async_timeout(1, 1) })
                bad(func() { return async_timeout(async_sleep(0), 0) })
                bad(func() { return async_timeout(async_sleep(0), "1") })
                bad(func() { return promise_all(1) })
                bad(func() { return promise_all([1]) })
                bad(func() { return promise_all([], 0) })
                bad(func() { return promise_all([], "1") })
                bad(func() { return Promise.all() })
                """))
        .containsExactly(
            "async_sleep() requires non-negative milliseconds, got -1",
            "async_sleep() requires an integer milliseconds argument",
            "async_timeout() requires a Promise as first argument",
            "async_timeout() requires positive timeout_ms, got 0",
            "async_timeout() requires an integer timeout_ms argument",
            "Promise.all() requires an array of promises",
            "Promise.all() array element 0 is not a Promise",
            "Promise.all() concurrency_limit must be > 0, got 0",
            "Promise.all() optional concurrency_limit must be an integer",
            "Promise.all expects 1 to 2 arguments, got 0");
  }
}

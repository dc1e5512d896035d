package ruff.stdlib.async;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import ruff.engine.Outcome;

/** Async functions: when they run, in what order they go on, how they fail. */
@Timeout(60)
class AsyncFunctionTest {
  @Test
  void theBodyRunsAtOnceUpToItsFirstWait() {
    assertThat(
            Script.lines(
                """
                async func job(n) { print("start", n) await async_sleep(1) print("end", n) }
                a := job(1)
                b := job(2)
                print("both called")
                await a
                """))
        .containsExactly("start 1", "start 2", "both called", "end 1", "end 2");
  }

  @Test
  void callsGoOnInTheOrderInWhichTheirTimersEnd() {
    assertThat(
            Script.lines(
                """
                async func job(name, ms) { await async_sleep(ms) print(name) }
                jobs := [job("c", 60), job("a", 5), job("b", 30), job("a2", 5)]
                await promise_all(jobs)
                """))
        .containsExactly("a", "a2", "b", "c");
  }

  @Test
  void awaitingFinishedPromiseDoesNotLetOthersRun() {
    assertThat(
            Script.lines(
                """
                async func ready() { return 1 }
                async func other() { await async_sleep(0) print("other") }
                other()
                sleep(5)
                await ready()
                print("main")
                """))
        .containsExactly("main", "other");
  }

  @Test
  void thoseWhoWaitForOnePromiseGoOnInTheOrderOfTheirWaiting() {
    assertThat(
            Script.lines(
                """
                p := async_sleep(5)
                async func wait(name) { await p print(name) }
                jobs := map(["x", "y", "z"], wait)
                await p
                print("main")
                await promise_all(jobs)
                """))
        .containsExactly("x", "y", "z", "main");
  }

  @Test
  void plainFunctionThatAwaitsBlocksItsCallerOnly() {
    assertThat(
            Script.lines(
                """
                func nap(ms) { await async_sleep(ms) return ms }
                async func job(ms) { print("job", ms) got := nap(ms) + 1 print("done", got) return got }
                a := job(40)
                b := job(5)
                print("called", type(nap(1)))
                print(await a, await b)
                """))
        .containsExactly("job 40", "job 5", "called int", "done 6", "done 41", "41 6");
  }

  @Test
  void plainFunctionsThatCallEachOtherByNameMayWaitDeepInside() {
    assertThat(
            Script.lines(
                """
                func inner(ms) { await async_sleep(ms) return ms }
                func outer(ms) { return inner(ms) + 1 }
                async func job(ms) { return outer(ms) }
                slow := job(40)
                quick := job(5)
                print(await quick, await slow)
                """))
        .containsExactly("6 41");
  }

  @Test
  void callbacksOfNativesMayWait() {
    assertThat(
            Script.lines(
                """
                async func job(name, ms) {
                  r := map([1, 2], func(x) { await async_sleep(ms) return x * ms })
                  print(name, r)
                }
                a := job("slow", 20)
                b := job("quick", 2)
                await promise_all([a, b])
                print(map([3], func(x) { return await async_sleep(1) }))
                """))
        .containsExactly("quick [2, 4]", "slow [20, 40]", "[null]");
  }

  @Test
  void methodsAndOperatorsMayWait() {
    assertThat(
            Script.lines(
                """
                struct Meter {
                  value
                  func op_add(self, other) { await async_sleep(2) return self.value + other.value }
                  func read(self) { await async_sleep(1) return self.value }
                }
                async func use(m) { return m.read() + (m + m) }
                a := use(Meter { value: 1 })
                b := use(Meter { value: 10 })
                print(await a, await b)
                """))
        .containsExactly("3 30");
  }

  @Test
  void generatorsMayWait() {
    assertThat(
            Script.lines(
                """
                func* ticks(n) { for i in range(n) { await async_sleep(1) yield i } }
                async func use(name) { got := [] for t in ticks(2) { got = push(got, t) } return name + to_string(got) }
                a := use("a")
                b := use("b")
                print(await a, await b)
                for t in ticks(2) { print(t) }
                """))
        .containsExactly("a[0, 1] b[0, 1]", "0", "1");
  }

  @Test
  void awaitThrowsTheErrorOfTheBodyEveryTime() {
    assertThat(
            Script.lines(
                """
                func check(n) { if n > 1 { throw("too large") } return n }
                async func job(n) { await async_sleep(1) return check(n) }
                p := job(5)
                for i in range(2) {
                  try { await p } except e { print(e.message, e.stack, e.line) }
                }
                """))
        .containsExactly("too large [job, check] 1", "too large [job, check] 1");
  }

  @Test
  void errorsOfBodiesOnThreadsKeepTheirStack() {
    assertThat(
            Script.lines(
                """
                func check() { await async_sleep(1) throw("broken") }
                func twice(f) { f() f() }
                async func job() { twice(check) }
                try { await job() } except e { print(e.message, e.stack) }
                """))
        .containsExactly("broken [job, twice, check]");
  }

  @Test
  void wrongNumberOfArgumentsThrowsAtTheCall() {
    assertThat(
            Script.lines(
                """
                async func one(x) { return x }
                try { one() } except e { print(e.message) }
                """))
        .containsExactly("one expects 1 arguments, got 0");
  }

  @Test
  void questionMarkResolvesThePromise() {
    assertThat(
            Script.lines(
                """
                async func find(k) { await async_sleep(1) if k == "a" { return Ok(1) } return Err("no " + k) }
                async func both(k) { x := (await find("a"))? y := (await find(k))? return Ok(x + y) }
                print(await both("a"), await both("b"))
                """))
        .containsExactly("Ok(2) Err(no b)");
  }

  @Test
  void theProgramEndsWhenAllItsAsyncFunctionsHave() {
    assertThat(
            Script.lines(
                """
                async func late() { await async_sleep(20) print("late") await async_sleep(1) print("later") }
                late()
                print("main")
                """))
        .containsExactly("main", "late", "later");
  }

  @Test
  void theProgramDoesNotWaitForFunctionsThatAreStuckOrForTimersAlone() {
    assertThat(
            Script.lines(
                """
                async func forever() { await async_sleep(1) await own }
                own := forever()
                async_sleep(100000)
                print("end")
                """))
        .containsExactly("end");
  }

  @Test
  void anUncaughtErrorEndsTheProgramWithoutWaiting() {
    Script.Result result =
        Script.of(
                """
                async func late() { await async_sleep(50) print("never") }
                late()
                throw("main broke")
                """)
            .run();
    assertThat(result.lines()).isEmpty();
    assertThat(result.failures()).containsExactly("main broke");
  }

  @Test
  void rejectionsThatNobodyAwaitedAreReportedInTheOrderOfTheCalls() {
    Script.Result result =
        Script.of(
                """
                async func bad(ms) { await async_sleep(ms) throw("bad " + to_string(ms)) }
                bad(20)
                bad(5)
                looked := bad(1)
                try { await looked } except e { print("caught") }
                promise_all([bad(2)])
                print("main")
                """)
            .run();
    assertThat(result.lines()).containsExactly("caught", "main");
    assertThat(result.failures())
        .containsExactly("bad 20", "bad 5", "Promise rejected: Promise 0 rejected: bad 2");
  }

  @Test
  void exitEndsEverythingFromAnywhere() {
    String[] programs = {
      "async func f() { await async_sleep(1) exit(7) } f() await async_sleep(5000) print(1)",
      "func w() { await async_sleep(1) exit(7) } async func f(g) { g() } f(w) await"
          + " async_sleep(5000)",
      "map([1], func(x) { await async_sleep(1) exit(7) })",
    };
    for (String program : programs) {
      assertThat(Script.of(program).run().outcome()).isEqualTo(new Outcome.Exited(7));
    }
  }

  @Test
  void deepRecursionWorksInEveryKindOfCall() {
    assertThat(
            Script.lines(
                """
                func deep(n) { if n == 0 { return 0 } return 1 + deep(n - 1) }
                async func chain(n) { if n == 0 { return 0 } return 1 + await chain(n - 1) }
                async func plain() { await async_sleep(1) return deep(10000) }
                print(await chain(10000), await plain())
                """))
        .containsExactly("10000 10000");
  }

  @Test
  void endlessRecursionOfAsyncFunctionsIsAnErrorAlsoOnThreads() {
    assertThat(
            Script.lines(
                """
                func wait(p) { return await p }
                f := wait
                async func endless() { return f(endless()) }
                try { await endless() } except e { print(starts_with(e.message, "Maximum VM call stack depth of ")) }
                print("goes on")
                """))
        .containsExactly("true", "goes on");
  }

  @Test
  void oneHundredThousandCallsAndTenThousandTimersAreNoBurden() {
    assertThat(
            Script.lines(
                """
                async func same(x) { return x }
                async func late(i) { await async_sleep(i % 7) return i }
                total := 0
                for i in range(100000) { total = total + await same(1) }
                print(total, sum(await promise_all(map(range(10000), late))))
                """))
        .containsExactly("100000 49995000");
  }

  @Test
  void thousandsMayWaitInTheMiddle() {
    assertThat(
            Script.lines(
                """
                async func late(i) { map([1], func(x) { await async_sleep(i % 7) }) return i }
                print(sum(await promise_all(map(range(3000), late))))
                """))
        .containsExactly("4498500");
  }
}

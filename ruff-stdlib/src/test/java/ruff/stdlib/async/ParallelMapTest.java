package ruff.stdlib.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import ruff.engine.Outcome;
import ruff.policy.Policy;

/** Mapping in parallel: results, isolation of the calls, errors. */
@Timeout(60)
class ParallelMapTest {
  @Test
  void resultsComeInTheOrderOfTheItems() {
    assertThat(
            Script.lines(
                """
                slowFirst := func(n) { sleep(20 - n * 5) return n * n }
                print(await parallel_map([1, 2, 3], slowFirst), await par_map([1, 2, 3], slowFirst, 1))
                print(await par_each([1, 2], slowFirst), await parallel_map([], slowFirst))
                print(type(par_map([1], slowFirst)))
                """))
        .containsExactly("[1, 4, 9] [1, 4, 9]", "null []", "promise");
  }

  @Test
  void mappersMayBeAsyncFunctionsMethodsNativesAndClosures() {
    assertThat(
            Script.lines(
                """
                async func twice(n) { await async_sleep(n) return n * 2 }
                func times(k) { return func(n) { return n * k } }
                struct Adder { by func add(self, n) { return n + self.by } }
                adder := Adder { by: 10 }
                print(await par_map([3, 1], twice), await par_map([3, 1], times(7)))
                print(await par_map([3, 1], adder.add), await par_map(["a", "bb"], len))
                print(await par_map([1, 2], async_sleep), await par_map([4, 9], sqrt))
                """))
        .containsExactly("[6, 2] [21, 7]", "[13, 11] [1, 2]", "[null, null] [2, 3]");
  }

  @Test
  void everyCallStartsFromTheSameMoment() {
    assertThat(
            Script.lines(
                """
                total := 100
                seen := []
                func counter() { n := 0 return {"inc": func() { n = n + 1 return n }, "get": func() { return n }} }
                c := counter()
                inc := c["inc"]
                func note(x) { total = total + x seen = push(seen, x) inc() return [total, seen, inc()] }
                print(await par_map([1, 2], note, 1))
                print(total, seen, c["get"]())
                fs := await par_map([1, 2], func(x) { inc() return inc })
                print(fs[0](), fs[0](), fs[1](), c["get"]())
                """))
        .containsExactly("[[101, [1], 2], [102, [2], 2]]", "100 [] 0", "2 3 2 0");
  }

  @Test
  void itemsThatShareAVariableDoNotShareItBetweenCalls() {
    assertThat(
            Script.lines(
                """
                func counter() { n := 0 return {"inc": func() { n = n + 1 return n }, "get": func() { return n }} }
                c := counter()
                inc := c["inc"]
                print(await par_map([inc, inc, inc], func(f) { f() return f() }), c["get"]())
                print(await par_map([inc, inc], func(f) { return f() + inc() }), c["get"]())
                """))
        .containsExactly("[2, 2, 2] 0", "[3, 3] 0");
  }

  @Test
  void callsReallyOverlap() {
    assertThat(
            Script.lines(
                """
                a := channel()
                b := channel()
                func meet(side) {
                  if side == 0 { a.send("from 0") return b.receive() }
                  b.send("from 1")
                  return a.receive()
                }
                print(await par_map([0, 1], meet))
                """))
        .containsExactly("[from 1, from 0]");
  }

  @Test
  void theLimitBoundsHowManyRunAtOnce() {
    assertThat(
            Script.lines(
                """
                shared_set("now", 0)
                shared_set("most", 0)
                func busy(x) {
                  n := shared_add_int("now", 1)
                  if n > shared_get("most") { shared_set("most", n) }
                  sleep(2)
                  shared_add_int("now", -1)
                }
                await par_each(range(30), busy, 3)
                print(shared_get("most") <= 3)
                print(set_task_pool_size(2), get_task_pool_size())
                shared_set("most", 0)
                await par_each(range(20), busy)
                print(shared_get("most") <= 2)
                """))
        .containsExactly("true", "256 2", "true");
  }

  @Test
  void theFirstFailingItemDecides() {
    assertThat(
            Script.lines(
                """
                func picky(x) { sleep(10 - x) if x > 1 { throw("no " + to_string(x)) } return x }
                async func late(x) { await async_sleep(1) throw("async " + to_string(x)) }
                try { await parallel_map([0, 1, 2, 3, 4], picky) } except e { print(e.message) }
                try { await par_each([5], late) } except e { print(e.message) }
                try { await par_map([1], func(a, b) { return a }) } except e { print(e.message) }
                """))
        .containsExactly(
            "Promise rejected: parallel_map() mapper call failed: no 2",
            "Promise rejected: parallel_map() mapper call failed: async 5",
            "Promise rejected: parallel_map() mapper call failed: <lambda> expects 2 arguments, got"
                + " 1");
  }

  @Test
  void nothingIsStartedAfterAFailure() {
    assertThat(
            Script.lines(
                """
                shared_set("calls", 0)
                func count(x) { shared_add_int("calls", 1) throw("stop") }
                try { await par_map(range(1000), count, 1) } except e { }
                print(shared_get("calls"))
                """))
        .containsExactly("1");
  }

  @Test
  void nativesCheckTheirItemsAndTheirCapabilityAtTheCall() {
    assertThat(
            Script.of(
                    """
                    func bad(f) { try { f() print("accepted") } except e { print(e.message) } }
                    bad(func() { return par_map([1], len) })
                    bad(func() { return par_map([1], to_upper) })
                    bad(func() { return par_map(["a", 1], lower) })
                    bad(func() { return par_map([1], sleep) })
                    bad(func() { return par_map([1], async_sleep) })
                    try { await par_map([1], func(x) { return sleep(x) }) } except e { print(e.message) }
                    """)
                .under(Policy.untrusted())
                .run()
                .lines())
        .containsExactly(
            "parallel_map(len, ...) expects string/array/dict elements",
            "parallel_map(to_upper, ...) expects string elements",
            "parallel_map(lower, ...) expects string elements",
            "Capability denied: clock required for sleep; rerun with --allow-clock",
            "Capability denied: clock required for async_sleep; rerun with --allow-clock",
            "Promise rejected: parallel_map() mapper call failed: Capability denied: clock required"
                + " for sleep; rerun with --allow-clock");
  }

  @Test
  void mapperThatWaitsForWhatCannotComeGetsNull() {
    assertThat(
            Script.lines(
                """
                ch := channel()
                print(await par_map([1, 2], func(x) { return ch.receive() }))
                """))
        .containsExactly("[null, null]");
  }

  @Test
  void mapsMayBeNestedAndExitEndsTheProgram() {
    assertThat(
            Script.lines(
                """
                func row(n) { return await par_map(range(n), func(x) { return x * n }) }
                print(await par_map([1, 2, 3], row))
                """))
        .containsExactly("[[0], [0, 2], [0, 3, 6]]");
    assertThat(Script.of("await par_map([1], func(x) { exit(3) })").run().outcome())
        .isEqualTo(new Outcome.Exited(3));
  }

  @Test
  void asyncFunctionsThatAMapperLeavesBehindHoldNothingUp() {
    assertThat(
            Script.lines(
                """
                out := channel()
                async func slow(x) { await async_sleep(10) out.send(x) }
                func leave(x) { own = null own = again() slow(x) return x }
                async func again() { await async_sleep(1) await own }
                own := null
                print(await par_map([1, 2, 3], leave, 1))
                print(sort([out.receive(), out.receive(), out.receive()]))
                """))
        .containsExactly("[1, 2, 3]", "[1, 2, 3]");
  }

  @Test
  void wrongArgumentsAreErrors() {
    assertThat(
            Script.lines(
                """
                func bad(f) { try { f() print("accepted") } except e { print(e.message) } }
                bad(func() { return par_map(5, len) })
                bad(func() { return par_each([1], 5) })
                bad(func() { return par_map([1], len, 0) })
                bad(func() { return par_map([1], len, "x") })
                bad(func() { return par_map([1]) })
                bad(func() { return parallel_map([1], len, 1, 2) })
                bad(func() { return par_each() })
                bad(func() { return set_task_pool_size(0) })
                bad(func() { return set_task_pool_size("2") })
                bad(func() { return get_task_pool_size(1) })
                """))
        .containsExactly(
            "parallel_map() first argument must be an array",
            "parallel_map() second argument must be a callable function; pass a function, closure,"
                + " or imported callable value instead of a literal",
            "parallel_map() concurrency_limit must be > 0, got 0",
            "parallel_map() optional concurrency_limit must be an integer",
            "par_map expects 2 to 3 arguments, got 1",
            "parallel_map expects 2 to 3 arguments, got 4",
            "par_each expects 2 to 3 arguments, got 0",
            "set_task_pool_size() size must be > 0, got 0",
            "set_task_pool_size() requires an integer size argument",
            "get_task_pool_size() expects 0 arguments, got 1");
  }

  @RepeatedTest(5)
  void parallelReadersOfOneMomentSeeItWhole() {
    List<String> lines =
        Script.lines(
            """
            struct Item { name tags func label(self) { return self.name + to_string(len(self.tags)) } }
            items := map(range(50), func(i) { return Item { name: "n" + to_string(i), tags: range(i) } })
            index := {}
            for it in items { index[it.name] = it }
            func work(i) {
              it := index["n" + to_string(i % 50)]
              it.tags = push(it.tags, i)
              index[it.name] = it
              return index["n" + to_string(i % 50)].label() == "n" + to_string(i % 50) + to_string(i % 50 + 1)
            }
            results := await par_map(range(1000), work)
            print(len(filter(results, func(r) { return r })), index["n7"].label())
            """);
    assertThat(lines).containsExactly("1000 n77");
  }
}

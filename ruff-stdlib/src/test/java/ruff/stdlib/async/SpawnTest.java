package ruff.stdlib.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ruff.engine.Outcome;
import ruff.policy.Policy;

/** Spawned blocks: what they see, and that nothing they do shows outside. */
@Timeout(60)
class SpawnTest {
  @Test
  void theBlockStartsFromACopyOfAllVariables() {
    assertThat(
            Script.lines(
                """
                n := 1
                xs := [1, [2, 3]]
                d := {"k": [1]}
                out := channel()
                func scope() {
                  local := [5]
                  spawn {
                    n = n + 1
                    xs[1][0] = 9
                    d["k"][0] = 9
                    local[0] = 9
                    out.send([n, xs, d, local])
                  }
                  print(out.receive(), local)
                }
                scope()
                print(n, xs, d)
                """))
        .containsExactly("[2, [1, [9, 3]], {\"k\": [9]}, [9]] [5]", "1 [1, [2, 3]] {\"k\": [1]}");
  }

  @Test
  void laterAssignmentsOutsideAreNotSeenInside() {
    assertThat(
            Script.lines(
                """
                n := 1
                xs := [1]
                go := channel()
                out := channel()
                spawn { go.receive() out.send([n, xs]) }
                n = 2
                xs[0] = 2
                go.send(true)
                print(out.receive())
                """))
        .containsExactly("[1, [1]]");
  }

  @Test
  void closuresGoOnSharingTheirVariableInsideAndApartFromOutside() {
    assertThat(
            Script.lines(
                """
                func counter() {
                  n := 0
                  return {"inc": func() { n = n + 1 return n }, "get": func() { return n }}
                }
                c := counter()
                c["inc"]()
                out := channel()
                spawn { c["inc"]() c["inc"]() out.send(c["get"]()) }
                print(out.receive(), c["get"]())
                """))
        .containsExactly("3 1");
  }

  @Test
  void methodsThatCaptureVariablesAreCopiedWithTheirStruct() {
    assertThat(
            Script.lines(
                """
                func make() {
                  total := 10
                  struct Till {
                    name
                    func add(self, n) { total = total + n return self.name + to_string(total) }
                  }
                  return Till { name: "t" }
                }
                till := make()
                add := till.add
                boxes := [Some(till), [till]]
                till.add(1)
                out := channel()
                spawn { till.add(100) add(100) out.send([till.add(0), boxes[1][0].add(0)]) }
                print(out.receive(), till.add(0), add(0))
                """))
        .containsExactly("[t211, t211] t11 t11");
  }

  @Test
  void functionsStructsAndEnumsAreUsableInside() {
    assertThat(
            Script.lines(
                """
                struct Point { x y func sum(self) { return self.x + self.y } }
                func make(a) { return Point { x: a, y: 1 } }
                p := make(1)
                out := channel()
                spawn { p.x = 5 out.send(p) out.send(make(7)) out.send(Ok([p.sum()])) }
                a := out.receive()
                print(a.sum(), p.sum(), out.receive().sum(), out.receive())
                """))
        .containsExactly("6 2 8 Ok([6])");
  }

  @Test
  void moduleStateIsCopiedToo(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("tally.ruff"),
        """
        count := 0
        export func bump() { count = count + 1 return count }
        """);
    assertThat(
            Script.of(
                    """
                    import tally
                    bump()
                    out := channel()
                    spawn { tally.bump() out.send(bump()) }
                    print(out.receive(), bump())
                    print(await parallel_map([1, 2], func(x) { return tally.bump() }), bump())
                    """)
                .at(folder.resolve("main.ruff"))
                .run()
                .lines())
        .containsExactly("3 2", "[3, 3] 3");
  }

  @Test
  void blocksMayImport(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("late.ruff"), "export func twice(n) { return n * 2 }");
    assertThat(
            Script.of(
                    """
                    out := channel()
                    spawn { from late import twice out.send(twice(4)) }
                    print(out.receive())
                    from late import twice
                    print(twice(5))
                    """)
                .at(folder.resolve("main.ruff"))
                .run()
                .lines())
        .containsExactly("8", "10");
  }

  @Test
  void generatorsCannotBeUsedAcross() {
    assertThat(
            Script.lines(
                """
                func* numbers() { yield 1 yield 2 }
                g := numbers()
                g.next()
                out := channel()
                spawn { try { g.next() } except e { out.send(e.message) } }
                print(out.receive(), g.next())
                spawn { try { for x in g { out.send(x) } } except e { out.send(e.message) } }
                print(out.receive())
                """))
        .containsExactly(
            "Generators cannot be used across tasks Some(2)",
            "Generators cannot be used across tasks");
  }

  @Test
  void promisesAreSharedAndTheirResultsAreCopies() {
    assertThat(
            Script.lines(
                """
                n := 0
                async func slow() { await async_sleep(5) return [1, func() { n = n + 1 return n }] }
                async func bad() { await async_sleep(2) throw("bad") }
                p := slow()
                q := bad()
                out := channel()
                spawn {
                  got := await p
                  got[0] = 9
                  try { await q } except e { out.send(e.message) }
                  out.send([got[0], got[1](), got[1]()])
                }
                print(out.receive(), out.receive())
                print((await p)[0], (await p)[1](), n)
                """))
        .containsExactly("bad [9, 1, 2]", "1 1 1");
  }

  @Test
  void promisesOutliveTheBlockThatMadeThem() {
    assertThat(
            Script.lines(
                """
                out := channel()
                async func job() { await async_sleep(10) return "done" }
                spawn { out.send(async_sleep(20)) out.send(async_timeout(async_sleep(5000), 15)) out.send(job()) }
                print(await out.receive())
                try { await out.receive() } except e { print(e.message) }
                print(await out.receive())
                """))
        .containsExactly("null", "Promise rejected: Timeout after 15ms", "done");
  }

  @Test
  void anErrorEndsTheBlockOnly() {
    Script.Result result =
        Script.of(
                """
                out := channel()
                spawn { out.send(1) throw("lost") }
                spawn { async func f() { throw("unheard") } f() }
                print(out.receive(), out.receive())
                sleep(30)
                print("main goes on")
                """)
            .run();
    assertThat(result.outcome()).isInstanceOf(Outcome.Finished.class);
    assertThat(result.lines()).containsExactly("1 null", "main goes on");
    assertThat(result.background()).containsExactlyInAnyOrder("lost", "unheard");
  }

  @Test
  void blocksThatStillRunAreAbandonedAtTheEnd() {
    Script.Result result =
        Script.of(
                """
                out := channel()
                for i in range(3) { spawn { out.send(i) sleep(600000) print("never") } }
                spawn { out.send(3) await async_sleep(600000) print("never") }
                for i in range(4) { out.receive() }
                print("end")
                """)
            .run();
    assertThat(result.lines()).containsExactly("end");
    assertThat(result.background()).isEmpty();
  }

  @Test
  void threadsOfAbandonedBlocksEnd() throws InterruptedException {
    Script.lines(
        """
        ready := channel()
        never := channel()
        func nap() { await async_sleep(600000) }
        for i in range(20) { spawn { ready.send(1) never.receive() } }
        for i in range(20) { spawn { f := nap async func deep() { ready.send(1) f() } await deep() } }
        for i in range(40) { ready.receive() }
        """);
    for (int i = 0; i < 500 && workers() > 0; i++) {
      Thread.sleep(20);
    }
    assertThat(workers()).isZero();
  }

  private static long workers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("ruff-worker"))
        .count();
  }

  @Test
  void exitInABlockEndsTheProgram() {
    Script.Result result = Script.of("spawn { exit(9) } sleep(600000) print(1)").run();
    assertThat(result.outcome()).isEqualTo(new Outcome.Exited(9));
    assertThat(result.exits()).containsExactly(9);
    assertThat(Script.of("spawn { exit(9) } channel().receive() async_sleep(1)").run().outcome())
        .isIn(new Outcome.Exited(9), new Outcome.Finished());
  }

  @Test
  void thePolicyHoldsInside() {
    assertThat(
            Script.of(
                    """
                    out := channel()
                    spawn { try { out.send(now()) } except e { out.send(e.message) } }
                    print(out.receive())
                    """)
                .under(Policy.untrusted())
                .run()
                .lines())
        .containsExactly("Capability denied: clock required for now; rerun with --allow-clock");
  }

  @Test
  void asyncFunctionsOfABlockRunToTheirEnd() {
    assertThat(
            Script.lines(
                """
                out := channel()
                spawn { async func f(n) { await async_sleep(n) out.send(n) } f(20) f(5) out.send("body ended") }
                print(out.receive(), out.receive(), out.receive())
                """))
        .containsExactly("body ended 5 20");
  }

  @Test
  void deepRecursionWorksInBlocks() {
    assertThat(
            Script.lines(
                """
                func deep(n) { if n == 0 { return 0 } return 1 + deep(n - 1) }
                out := channel()
                spawn { out.send(deep(10000)) }
                print(out.receive())
                """))
        .containsExactly("10000");
  }

  @Test
  void linesOfConcurrentBlocksAreWrittenWhole() {
    assertThat(
            Script.lines(
                """
                done := channel()
                for b in range(4) { spawn { for i in range(200) { print("line", "of", "block") } done.send(1) } }
                for b in range(4) { done.receive() }
                """))
        .hasSize(800)
        .allMatch("line of block"::equals);
  }
}

package ruff.stdlib.async;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The store that all tasks of a program share. */
@Timeout(60)
class SharedStoreTest {
  @Test
  void valuesAreCopiedInAndOut() {
    assertThat(
            Script.lines(
                """
                func counter() { n := 0 return {"inc": func() { n = n + 1 return n }, "get": func() { return n }} }
                c := counter()
                inc := c["inc"]
                d := {"list": [1], "inc": inc}
                print(shared_has("d"), shared_set("d", d), shared_has("d"))
                d["list"][0] = 5
                out := shared_get("d")
                out["list"][0] = 7
                print(shared_get("d")["list"], d["list"], out["list"])
                print(out["inc"](), out["inc"](), shared_get("d")["inc"](), c["get"]())
                print(shared_delete("d"), shared_delete("d"))
                """))
        .containsExactly("false true true", "[1] [5] [7]", "1 2 1 0", "true false");
  }

  @Test
  void addingIsAtomicAndStopsAtTheLimits() {
    assertThat(
            Script.lines(
                """
                shared_set("n", 0)
                await par_each(range(200), func(i) { for k in range(10) { shared_add_int("n", 1) } })
                print(shared_get("n"), shared_add_int("n", -5))
                shared_set("max", 9223372036854775807)
                try { shared_add_int("max", 1) } except e { print(e.message) }
                print(shared_get("max"))
                """))
        .containsExactly(
            "2000 1995", "Integer overflow: 9223372036854775807 + 1", "9223372036854775807");
  }

  @Test
  void twoProgramsShareNothing() {
    assertThat(Script.lines("shared_set(\"here\", 1) print(shared_has(\"here\"))"))
        .containsExactly("true");
    assertThat(Script.lines("print(shared_has(\"here\"))")).containsExactly("false");
  }

  @Test
  void wrongUseIsAnError() {
    assertThat(
            Script.lines(
                """
                func bad(f) { try { f() print("accepted") } except e { print(e.message) } }
                shared_set("text", "x")
                bad(func() { return shared_get("no") })
                bad(func() { return shared_add_int("no", 1) })
                bad(func() { return shared_add_int("text", 1) })
                bad(func() { return shared_add_int("text", 1.5) })
                bad(func() { return shared_add_int("text") })
                bad(func() { return shared_set(1, 1) })
                bad(func() { return shared_set("x") })
                bad(func() { return shared_get() })
                bad(func() { return shared_has([]) })
                bad(func() { return shared_delete(null) })
                """))
        .containsExactly(
            "shared_get key 'no' not found",
            "shared_add_int key 'no' not found",
            "shared_add_int requires key 'text' to reference an int",
            "shared_add_int delta must be an int",
            "shared_add_int requires (key, delta) arguments",
            "shared_set key must be a string",
            "shared_set requires (key, value) arguments",
            "shared_get requires one key argument",
            "shared_has key must be a string",
            "shared_delete key must be a string");
  }
}

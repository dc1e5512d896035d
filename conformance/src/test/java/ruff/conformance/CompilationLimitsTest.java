package ruff.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import ruff.interpreter.HotCode;
import ruff.jit.Jit;

/** However a program behaves, compiling it takes bounded time and memory. */
class CompilationLimitsTest {
  private static final int FUNCTIONS = 10_000;
  private static final int CALLS = 8;
  private static final int MOST_VERSIONS = 24;
  private static final int MEGABYTE = 1 << 20;
  private static final Pattern BYTES = Pattern.compile(": (\\d+) bytes");

  /** Every turn uses the functions with other kinds, for ever. */
  private static final String RESTLESS =
      """
      struct P { x }
      struct Q { y, x }
      struct R { z, y, x }
      func add(a, b) { return a + b }
      func at(a, i) { return a[i] }
      func field(p) { return p.x }
      func call(f, v) { return f(v) }
      func each(a) {
        mut n := 0
        for v in a {
          for w in [v, n] { n += 1 }
        }
        return n
      }
      func one(v) { return v }
      let kinds := [1, 0.5, "s", 9223372036854775807, true, null]
      let arrays := [[1], [0.5], ["s"], [true], "t", {"k": 1}, 5]
      let structs := [P { x: 1 }, Q { y: 1, x: 2 }, R { z: 1, y: 2, x: 3 }, {"x": 1}, 5]
      mut errors := 0
      for i in 30000 {
        let k := kinds[i % 6]
        try { add(k, k) } except e { errors += 1 }
        try { add(k, kinds[i / 6 % 6]) } except e { errors += 1 }
        try { at(arrays[i % 7], i % 3 - 1) } except e { errors += 1 }
        try { field(structs[i % 5]) } except e { errors += 1 }
        try { call([one, len, func(v) { return i }, 5][i % 4], k) } except e { errors += 1 }
        try { each(arrays[i % 7]) } except e { errors += 1 }
      }
      print(errors)
      """;

  @Test
  void guessesThatFailForEverEndInGeneralCode() {
    JitJournal plain = new JitJournal();
    JitJournal journal = new JitJournal();
    String result = journal.run(RESTLESS, Jit::automatic);

    assertThat(result).isEqualTo(plain.run(RESTLESS, log -> HotCode.NONE));
    for (String name : new String[] {"add", "at", "field", "call", "each", "one", "<module>"}) {
      assertThat(journal.lines("compiled " + name + " ").size())
          .as("versions of %s", name)
          .isLessThanOrEqualTo(MOST_VERSIONS);
    }
    assertThat(journal.lines("compiled").size()).isBetween(5, 60);
    assertThat(journal.lines("exit").size()).isLessThan(200);
    assertThat(journal.lines("refused")).isEmpty();
  }

  @Test
  void manyFunctionsTakeLittleMemoryEach() {
    long before = metaspace();
    JitJournal journal = new JitJournal();
    String result = journal.run(program(), log -> Jit.after(CALLS / 2, CALLS / 2, log));

    assertThat(result.strip()).isEqualTo(Long.toString((long) FUNCTIONS * (FUNCTIONS - 1) / 2));
    assertThat(journal.lines("compiled").size()).isGreaterThan(FUNCTIONS / 2);
    assertThat(metaspace() - before).isLessThan(200L * MEGABYTE);
    long bytes = journal.classes().stream().mapToLong(made -> made.length).sum();
    assertThat(bytes / FUNCTIONS).as("bytes for each function").isLessThan(8000);
    assertThat(journal.lines("compiled")).allMatch(line -> bytes(line) < 200_000);
  }

  @Test
  void aProgramThatHasEndedLeavesNoClasses() throws InterruptedException {
    String program =
        "func f(x) { return x + 1 }\n".concat("mut s := 0\nfor i in 900 { s := f(s) }");
    for (int i = 0; i < 200; i++) {
      new JitJournal().run(program, Jit::automatic);
    }
    long before = settled();
    for (int i = 0; i < 1000; i++) {
      new JitJournal().run(program, Jit::automatic);
    }
    assertThat(settled() - before).isLessThan(2L * MEGABYTE);
  }

  private static String program() {
    StringBuilder text = new StringBuilder("mut s := 0\n");
    for (int i = 0; i < FUNCTIONS; i++) {
      text.append("func f%d(x) { return x + %d }\n".formatted(i, i));
    }
    text.append("for k in ").append(CALLS).append(" {\ns := 0\n");
    for (int i = 0; i < FUNCTIONS; i++) {
      text.append("s += f%d(0)\n".formatted(i));
    }
    return text.append("}\nprint(s)\n").toString();
  }

  private static int bytes(String line) {
    return BYTES
        .matcher(line)
        .results()
        .mapToInt(found -> Integer.parseInt(found.group(1)))
        .findFirst()
        .orElse(0);
  }

  /** Memory for classes after everything that nobody needs is gone. */
  private static long settled() throws InterruptedException {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(50);
      least = Math.min(least, metaspace());
    }
    return least;
  }

  private static long metaspace() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getName().equals("Metaspace"))
        .mapToLong(CompilationLimitsTest::used)
        .sum();
  }

  private static long used(MemoryPoolMXBean pool) {
    return pool.getUsage().getUsed();
  }
}

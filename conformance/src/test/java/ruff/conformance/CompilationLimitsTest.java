package ruff.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import ruff.host.HostClock;
import ruff.interpreter.HotCode;
import ruff.jit.CompileTime;
import ruff.jit.Jit;

/** However a program behaves, compiling it takes bounded time and memory. */
class CompilationLimitsTest {
  private static final int FUNCTIONS = 10_000;
  private static final int CALLS = 8;
  private static final int MOST_VERSIONS = 24;
  private static final int MEGABYTE = 1 << 20;
  private static final long SECOND = 1_000_000_000L;
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

  /** A clock that goes on by as much each time it is read. */
  private static final class Clock implements HostClock {
    private final long tick;
    private long time;

    Clock(long tick) {
      this.tick = tick;
    }

    @Override
    public Instant now() {
      return Instant.EPOCH;
    }

    @Override
    public synchronized long nanoTime() {
      time += tick;
      return time;
    }

    @Override
    public void sleep(long nanos) {
      time += nanos;
    }
  }

  /** A clock that only compiling moves, and being put off where that is asked for. */
  private static final class SlowCompiling extends JitJournal {
    private final long waiting;
    private final Clock clock = new Clock(0);

    SlowCompiling(long waiting) {
      this.waiting = waiting;
    }

    String run(String program) {
      return run(program, log -> Jit.within(new CompileTime(clock), log));
    }

    @Override
    public void line(String text) {
      super.line(text);
      clock.time += text.startsWith("put off") ? waiting : 0;
    }

    @Override
    public void made(String name, byte[] bytes) {
      super.made(name, bytes);
      clock.time += 10 * SECOND;
    }
  }

  @Test
  void compilingTakesAShareOfTheTime() {
    String program =
        """
        func one(x) { return x + 1 }
        func two(x) { return x + 2 }
        mut s := 0
        for i in 500 { s := one(s) }
        for i in 500 { s := two(s) }
        print(s)
        for k in 9 { for i in 500 { s := two(s) } }
        print(s)
        """;
    SlowCompiling slow = new SlowCompiling(0);
    assertThat(slow.run(program)).isEqualTo("1500\n10500\n");
    assertThat(slow.lines("compiled")).hasSize(1);
    assertThat(slow.lines("put off two whole")).hasSizeGreaterThan(3);

    SlowCompiling later = new SlowCompiling(50 * SECOND);
    assertThat(later.run(program)).isEqualTo("1500\n10500\n");
    assertThat(later.lines("put off two whole")).hasSize(1);
    assertThat(later.lines("compiled two whole")).hasSize(1);
  }

  @Test
  void aFunctionThatLoopsInCallAfterCallIsCompiledAsAWholeBesideTheProgramOnceThereIsTime()
      throws InterruptedException {
    String program =
        """
        func sum(n) {
          mut s := 0
          for i in n { s += i }
          return s
        }
        for k in 60 { sum(1000) }
        print(sum(1000))
        """;
    SlowCompiling slow = new SlowCompiling(0);
    assertThat(slow.run(program)).isEqualTo("499500\n");
    assertThat(slow.lines("compiled sum")).hasSize(1).noneMatch(line -> line.contains("whole"));

    JitJournal idle = new JitJournal();
    String result = idle.run(program, log -> Jit.within(new CompileTime(new Clock(SECOND)), log));
    assertThat(result).isEqualTo("499500\n");
    for (int i = 0; i < 1000 && idle.lines("compiled sum whole").isEmpty(); i++) {
      Thread.sleep(10);
    }
    assertThat(idle.lines("compiled sum")).hasSize(2);
    assertThat(idle.lines("compiled sum whole")).hasSize(1);
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

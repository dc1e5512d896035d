package ruff.conformance;

import java.util.ArrayList;
import java.util.List;

/**
 * A random program that runs a few functions often, with values of any kind: much of what it does
 * is an error, which it catches and counts. Kinds of arguments change after the functions have
 * become hot, so that guesses of compiled code fail.
 *
 * <p>It always ends: loops are short, and functions call only those before them.
 */
final class TierProgram {
  private static final int FUNCTIONS = 4;
  private static final int DEPTH = 3;

  /** Statements in loops in loops cost too much. */
  private static final int LOOPS = 2;

  private static final List<String> LITERALS =
      List.of(
          "1",
          "0",
          "2",
          "-1",
          "3",
          "7",
          "0.5",
          "2.0",
          "-3.25",
          "\"ab\"",
          "\"\"",
          "true",
          "false",
          "null",
          "9223372036854775807",
          "-9223372036854775807",
          "4611686018427387904",
          "[1, 2, 3]",
          "[0.5, 1.5]",
          "[1, \"x\", null]",
          "[[1, 2], [3, 4]]",
          "[true, false]",
          "[]",
          "{\"a\": 1, \"b\": 2.5}",
          "{}",
          "\"h\u00e9llo\"",
          "1000000007",
          "0.0",
          "P { x: 1, y: 2.5 }",
          "P { x: [1], y: null }",
          "Q { x: \"q\" }",
          "V { n: 3 }");
  private static final List<String> GRIDS =
      List.of(
          "[[1, 2, 3], [4, 5, 6], [7, 8, 9]]",
          "[[0.5, 1.5, 2.5], [3.5, 4.5, 5.5], [6.5, 7.5, 8.5]]",
          "[[1, \"a\", null], [true], [[1], [2], [3]]]",
          "map([1, 2, 3], func(k) { return [k, k, k, k] })");
  private static final List<String> OPERATORS =
      List.of("+", "-", "*", "/", "%", "<", "<=", ">", ">=", "==", "!=", "+", "+", "-", "&&", "||");
  private static final List<String> KINDS =
      List.of(
          "i",
          "i * 0.5",
          "\"s\" + to_string(i)",
          "i % 3 == 0",
          "null",
          "[i, i + 1, 4]",
          "P { x: i, y: i * 2 }",
          "i * 4611686018427387904",
          "{\"a\": i}",
          "V { n: i }",
          "i - 20",
          "[i * 0.5, 1.0]");
  private static final String PRELUDE =
      """
      struct P {
        x, y
        func sum(self) { return self.x + self.y }
        func grow(self, by) { self.x := self.x + by
          return self }
      }
      struct Q {
        x
        func sum(self) { return self.x }
      }
      struct V {
        n
        func op_add(self, other) { return V { n: self.n + other.n } }
        func op_eq(self, other) { return self.n == other.n }
        func op_lt(self, other) { return self.n < other.n }
      }
      mut g0 := 0
      mut g1 := [1, 2, 3]
      func cut(text) {
        if len(text) > 300 { return substring(text, 0, 300) }
        return text
      }
      func adder(k) { return func(v) { return v + k } }
      func counter() {
        mut n := 0
        return func() {
          n += 1
          return n
        }
      }
      let tick := counter()
      func* pairs(n) {
        for i in range(0, 3) { yield n + i }
      }
      func down(n, acc) {
        if n <= 0 { return acc }
        return down(n - 1, acc + n)
      }
      """;

  private final Choices choices;
  private final StringBuilder text = new StringBuilder(PRELUDE);
  private List<String> names = List.of();
  private int functions;
  private int loops;
  private boolean inLoop;

  private TierProgram(Choices choices) {
    this.choices = choices;
  }

  /** A program made by the choices. */
  static String make(Choices choices) {
    TierProgram program = new TierProgram(choices);
    for (int i = 0; i < FUNCTIONS; i++) {
      program.function(i);
    }
    program.main();
    return program.text.toString();
  }

  private void function(int index) {
    names = new ArrayList<>(List.of("a", "b", "g0", "g1"));
    line("func f" + index + "(a, b) {");
    for (int i = 0; i < 3; i++) {
      line("mut v" + i + " := " + expression(1));
      names.add("v" + i);
    }
    block(2 + choices.below(4));
    line("return " + expression(DEPTH));
    line("}");
    functions++;
  }

  private void block(int statements) {
    for (int i = 0; i < statements; i++) {
      statement();
    }
  }

  private String variable() {
    return choices.of(names);
  }

  private void statement() {
    String name = variable();
    switch (choices.below(16)) {
      case 0, 1, 2 -> line(name + " := " + expression(DEPTH));
      case 3 -> line(name + " += " + expression(2));
      case 4 -> condition();
      case 5 -> counted(name);
      case 6 -> over();
      case 7 -> whileLoop();
      case 8 -> parts(name);
      case 9 -> line(name + ".x := " + expression(2));
      case 10 -> line(name + " := push(" + name + ", " + expression(1) + ")");
      case 11 -> caught();
      case 12 -> line("if " + expression(2) + " { throw(" + expression(1) + ") }");
      case 13 -> line("if " + expression(2) + " { return " + expression(1) + " }");
      case 14 -> matched();
      default -> {
        if (inLoop) {
          line("if " + expression(1) + " { " + choices.of(List.of("break", "continue")) + " }");
        }
      }
    }
  }

  private void parts(String name) {
    switch (choices.below(5)) {
      case 0 -> line(name + "[" + expression(1) + "] := " + expression(2));
      case 1 -> grid(name);
      case 2 -> nest(name);
      case 3 -> filled(name);
      default -> cells(name);
    }
  }

  /** Writes into an array, which may get another holder on the way. */
  private void cells(String name) {
    String cells = "cells" + loops;
    line("mut " + cells + " := " + choices.of(List.of("[1, 2, 3, 4]", "[0.5, 1.5, 2.5, 3.5]")));
    line("let held" + loops + " := " + cells);
    String also =
        switch (choices.below(4)) {
          case 0 -> name + " := " + cells + "\n";
          case 1 -> "if " + expression(1) + " { " + cells + "[y] := " + expression(1) + " }\n";
          case 2 -> name + " := " + expression(1) + " + " + expression(1) + "\n";
          default -> "";
        };
    String first =
        "for x in range(0, 3) {\n"
            + (cells + "[x] := " + cells + "[x + 1] + " + cells + "[len(" + cells + ") - 1]\n")
            + also
            + (cells + "[3] := " + choices.of(List.of("x", "y", cells + "[0]", "0.25")) + "\n}");
    loop("for y in range(0, 3) {", first);
    line(name + " := [" + cells + ", held" + loops + "]");
  }

  /** Fills an array with more texts than are left as objects, for the most part to join them. */
  private void filled(String name) {
    String pieces = "pieces" + loops;
    String other =
        switch (choices.below(4)) {
          case 0 ->
              "if y == 120 { " + pieces + " := push(" + pieces + ", " + expression(1) + ") }\n";
          case 1 -> "if y > 127 { " + name + " := push(" + pieces + ", y) }\n";
          default -> "";
        };
    line("mut " + pieces + " := []");
    line("for y in range(0, " + choices.of(List.of("9", "128", "140")) + ") {");
    line(pieces + " := push(" + pieces + ", " + choices.of(List.of("\"t${y}\"", "\"é\"")) + ")");
    line(other + "}");
    line(
        switch (choices.below(3)) {
          case 0 -> name + " := push(" + pieces + ", " + expression(1) + ")[0]";
          case 1 -> name + " := len(" + pieces + ")";
          default -> {
            String separator = choices.of(List.of("\",\"", "\"\"", "\", \"", "\"€\""));
            yield name + " := cut(join(" + pieces + ", " + separator + "))";
          }
        });
  }

  /** Writes into parts of parts, some of which get other holders on the way. */
  private void grid(String name) {
    String grid = "grid" + loops;
    line("mut " + grid + " := " + choices.of(GRIDS));
    line("let row" + loops + " := " + grid + "[1]");
    String shares = choices.below(3) == 0 ? name + " := " + grid + "[y]\n" : "";
    String first =
        "for x in range(0, 3) {\n"
            + (grid + "[y][x] := " + expression(1) + "\n")
            + shares
            + (grid + "[" + choices.of(List.of("0", "y", "x")) + "][x] := ")
            + (grid + "[y][" + choices.of(List.of("x", "0", "x + 1")) + "]\n}");
    loop("for y in range(0, 3) {", first);
    line(name + " := [" + grid + ", row" + loops + "]");
  }

  /** Reads rows in loops in loops, and an array that has room; now and then something changes. */
  private void nest(String name) {
    String table = "table" + loops;
    String seen = "seen" + loops;
    line("mut " + table + " := " + choices.of(GRIDS));
    line("mut " + seen + " := [" + choices.of(List.of("0", "0.5", "true")) + "]");
    String row = choices.of(List.of("x", "y", "z", "x - 1", "2 - y"));
    String column = choices.of(List.of("x", "z", "z + 1", "-1", expression(1)));
    String change =
        switch (choices.below(6)) {
          case 0 -> table + "[y] := " + expression(1) + "\n";
          case 1 -> name + " := " + table + "[x]\n";
          case 2 -> table + "[x][y] := " + expression(1) + "\n";
          case 3 -> seen + " := push(" + seen + ", " + expression(1) + ")\n";
          default -> "";
        };
    String first =
        "for x in range(0, 3) {\nfor z in range(0, 2) {\n"
            + (name + " := " + table + "[" + row + "][" + column + "]\n")
            + (seen + "[0] := " + seen + "[len(" + seen + ") - 1]\n}\n")
            + (change + "}\n")
            + (seen + " := push(" + seen + ", " + seen + "[0])");
    loop("for y in range(0, 3) {", first);
    line(name + " := [" + name + ", " + table + ", " + seen + "]");
  }

  private void condition() {
    line("if " + expression(2) + " {");
    block(1 + choices.below(2));
    line("} else {");
    block(1);
    line("}");
  }

  private void counted(String name) {
    loop(
        choices.of(
            List.of("for i in range(0, 4) {", "for i in range(3, -3, -2) {", "for i in 3 {")),
        name + " := " + expression(2));
  }

  /** What it goes through may be an int beyond all patience. */
  private void over() {
    String turns = "turns" + loops;
    line("mut " + turns + " := 0");
    String first = turns + " += 1\nif " + turns + " > 40 { break }\n" + variable() + " += e";
    loop("for e in " + variable() + " {", first);
  }

  private void whileLoop() {
    line("mut w := 0");
    loop("while w < 4 {", "w += 1");
  }

  private void loop(String head, String first) {
    if (loops >= LOOPS) {
      return;
    }
    loops++;
    boolean outer = inLoop;
    inLoop = true;
    line(head);
    line(first);
    block(1 + choices.below(2));
    line("}");
    inLoop = outer;
    loops--;
  }

  private void caught() {
    line("try {");
    block(1 + choices.below(2));
    line("} except err {");
    line(
        variable()
            + " := "
            + choices.of(List.of("cut(err.message)", "err.line", "err.stack", "1")));
    line("}");
  }

  private void matched() {
    line("match " + choices.of(List.of("Ok(", "Err(", "Some(")) + expression(1) + ") {");
    line("case Ok(m): { " + variable() + " := m }");
    line("case Err(m): { " + variable() + " := 2 }");
    line("default: { " + variable() + " := 3 }");
    line("}");
  }

  private String expression(int depth) {
    if (depth == 0 || choices.below(3) == 0) {
      return choices.below(3) == 0 ? choices.of(LITERALS) : variable();
    }
    String left = expression(depth - 1);
    return switch (choices.below(16)) {
      case 0, 1, 2, 3, 4 ->
          "(" + left + " " + choices.of(OPERATORS) + " " + expression(depth - 1) + ")";
      case 5 -> variable() + "[" + left + "]";
      case 6 -> "len(" + left + ")";
      case 7 -> variable() + "." + choices.of(List.of("x", "y", "n", "a"));
      case 8 -> call(left, depth);
      case 9 -> variable() + choices.of(List.of(".sum()", ".grow(1)", ".length()"));
      case 10 ->
          choices.below(2) == 0
              ? "to_string(" + left + ")"
              : "cut(\"<\" + to_string(" + left + ") + " + variable() + " + \">\")";
      case 11 -> choices.of(List.of("abs(", "sqrt(", "floor(", "-(", "!(", "to_int(")) + left + ")";
      case 12 -> "[" + left + ", " + expression(depth - 1) + "]";
      case 13 -> choices.of(List.of("tick()", "adder(" + left + ")(2)", "down(5, " + left + ")"));
      case 14 -> "reduce(" + variable() + ", 0, func(s, q) { return s + q })";
      default -> "P { x: " + left + ", y: " + expression(depth - 1) + " }";
    };
  }

  private String call(String argument, int depth) {
    if (functions == 0) {
      return "adder(1)(" + argument + ")";
    }
    return "f" + choices.below(functions) + "(" + argument + ", " + expression(depth - 1) + ")";
  }

  private void main() {
    String early = choices.of(KINDS);
    String late = choices.of(KINDS);
    line("mut errors := 0");
    line("mut log := []");
    line("for i in range(0, 70) {");
    line("mut arg := " + early);
    line("if i > 50 { arg := " + late + " }");
    line("g0 := i");
    line("g1 := [i, 2, 3]");
    line("try {");
    line("mut r := f" + choices.below(FUNCTIONS) + "(arg, i)");
    line("if i % 7 == 0 || i > 48 && i < 56 { log := push(log, to_string(r)) }");
    line("r := f" + (FUNCTIONS - 1) + "(i, arg)");
    line("if i % 11 == 0 { log := push(log, to_string(r)) }");
    line("} except err {");
    line("errors += 1");
    line(
        "if errors < 4 || i > 48 && i < 54 { log := push(log, [i, err.message, err.line,"
            + " err.stack]) }");
    line("}");
    line("for p in pairs(i) { errors += p }");
    line("}");
    line("print(errors)");
    line("for entry in log { print(entry) }");
    line("print(f" + (FUNCTIONS - 1) + "(" + choices.of(LITERALS) + ", 3))");
  }

  private void line(String statement) {
    text.append(statement).append('\n');
  }
}

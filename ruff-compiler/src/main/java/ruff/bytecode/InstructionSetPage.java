package ruff.bytecode;

import java.util.EnumMap;
import java.util.Map;

/** Writes the reference page of the instruction set, {@code docs/BYTECODE.md}, from {@link Op}. */
public final class InstructionSetPage {
  private static final String INTRODUCTION =
      """
      <!-- Made from ruff.bytecode.Op by ruff.bytecode.InstructionSetPage; do not edit.
           To make it anew:
           mvn -pl ruff-compiler -am test -Dtest=InstructionSetPageTest \\
               -Dsurefire.failIfNoSpecifiedTests=false -Druff.docs.write=true -->

      # Bytecode

      The compiler turns every function into a `Prototype`: code for a machine with registers, and the
      tables that the code refers to. `ruff run --dump-bytecode FILE` shows it. It exists only in
      memory, so it has no version: it changes together with the compiler and the interpreter.

      ## Instructions

      An instruction is one 64-bit word. Its opcode is the place of its row in `Op`.

      ```
      63         48 47         32 31         16 15          0
      +------------+-------------+-------------+-------------+
      |      C     |      B      |      A      |   opcode    |
      +------------+-------------+-------------+-------------+
      |        BC (wide)         |      A      |   opcode    |
      +--------------------------+-------------+-------------+
      ```

      Fields are unsigned. What a field means depends on the instruction:

      | Kind | Meaning |
      |---|---|
      | writes | a register that gets the result; never that of a constant |
      | reads | a register whose value is used |
      | changes | a register that is read, and gets the changed value |
      | window | the first of several registers in a row; the site or a count says how many |
      | number | just a number |
      | site | an index into the sites: names, counts, and what the interpreter has seen there |
      | target | an index into the table of jump targets |
      | constant, global, child | an index into the constants, the module's globals, the inner functions |
      | instruction | the index of the instruction to go on with |

      ## Frames

      A call has a frame of registers, which starts as a copy of the prototype's template:

      ```
      parameters | captures | variables and temporaries | constants
      ```

      * A method's parameter 0 is its receiver. Its fields become variables at the entry where the
        method names no `self` (`BIND_FIELD`).
      * Captures are copied from the function value. A variable that is assigned after a function
        captured it lives in a cell that both hold; any other is captured by its value.
      * Variables of a block take registers when it is entered and give them back at its end.
        Temporaries are stacked above them.
      * The first 48 constants stand in registers of their own, so that any instruction can read them;
        the rest are fetched by `LOAD_CONSTANT`.
      * Top-level variables live in registers too, unless a function or an `export` needs them: then
        they are globals, numbered slots of the module.

      A register can be *undefined*: a variable before its definition. Only the instructions that say
      so may meet that state. An error that is raised while a handler covers the instruction goes to the
      handler's target, with the error in its register; handlers are searched from the inside out.

      ## Ownership

      Arrays, dicts and structs are values: a change made through one variable never shows through
      another. They are not copied when they are handed on. Instead a container carries a mark *shared*,
      and whoever wants to change a marked container copies it first. The compiler decides where a
      second holder appears, so that a loop that fills an array never copies it:

      * An expression that makes a value owns it, and moves it into a variable (`MOVE`, `STORE_CELL`,
        `STORE_GLOBAL`). A value read from a variable, an element or a field is borrowed: it is marked
        when it is stored again (`MOVE_SHARED`, `SHARE`).
      * An operand that waits while other code runs is marked where that code could change the variable
        it was read from: a global, or a variable in a cell that another function assigns.
      * `SET_INDEX` and `SET_FIELD` on a variable copy what is marked and leave the copy in the
        register. A longer path first owns every container on it: `OWN`, `OWN_INDEX`, `OWN_FIELD`.
      * A call says which arguments are *lent*, held by the caller too, and which are *exposed*, held by
        a variable that other code can change meanwhile. A function says which parameters it changes in
        place (`Prototype.consumed`). What is lent and consumed, or exposed, is marked at the call; an
        array that a function only reads is not.
      * `x := f(x, ...)` and `return push(x, ...)` give the only copy away, so the callee may change it
        in place. They do not where an error could show the old value again: inside `try`, and for
        variables that other functions can see.
      * `[xs, x] := pop(xs)` gives it away, too, and takes both parts out of the answer: nobody holds
        that any more, so its parts get no second holder (`TAKE_ELEMENT`, `TAKE_ENTRY`). Parts of an
        answer that is marked are.

      ## Verification

      `Verifier` proves that code keeps to these rules: every field in its range, no register read before
      it is written on all paths, no undefined variable taken for a value, cells, iterators, counts and
      modules used by their own instructions only, handlers nested. Tests run it over everything they
      compile; the interpreter relies on it and checks nothing.

      ## The instruction set

      In the meanings, `R` stands for the registers, `K` for the constants, `G` for the globals, `S` for
      the sites and `T` for the jump targets. *Raises* marks instructions that may raise an error, *calls*
      those that may also run functions of the program.
      """;

  private static final Map<Op, String> GROUPS =
      new EnumMap<>(
          Map.of(
              Op.MOVE, "Registers, cells, globals",
              Op.ADD, "Arithmetic and comparison",
              Op.JUMP, "Control",
              Op.CALL, "Calls",
              Op.NEW_ARRAY, "Containers",
              Op.CONCAT, "Text, wrappers, patterns",
              Op.IMPORT, "Modules"));

  private InstructionSetPage() {}

  /** The whole page as Markdown. */
  public static String text() {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    for (Op op : Op.values()) {
      if (GROUPS.containsKey(op)) {
        page.append("\n### ").append(GROUPS.get(op)).append("\n\n");
        page.append("| Code | Instruction | Operands | Meaning | Effect |\n");
        page.append("|---|---|---|---|---|\n");
      }
      row(page, op);
    }
    return page.toString();
  }

  private static void row(StringBuilder page, Op op) {
    page.append("| ")
        .append(op.ordinal())
        .append(" | `")
        .append(op)
        .append("` | ")
        .append(operands(op))
        .append(" | ")
        .append(op.meaning())
        .append(" | ")
        .append(effect(op))
        .append(" |\n");
  }

  private static String operands(Op op) {
    StringBuilder text = new StringBuilder();
    operand(text, "A", op.a());
    operand(text, op.isWide() ? "BC" : "B", op.b());
    operand(text, "C", op.c());
    return text.toString();
  }

  private static void operand(StringBuilder text, String field, Operand kind) {
    if (kind != Operand.NONE) {
      text.append(text.isEmpty() ? "" : ", ").append(field).append(' ').append(word(kind));
    }
  }

  private static String word(Operand kind) {
    return switch (kind) {
      case NONE -> "";
      case DEF -> "writes";
      case USE -> "reads";
      case UPDATE -> "changes";
      case WINDOW -> "window";
      case NUMBER -> "number";
      case SITE -> "site";
      case TARGET -> "target";
      case WIDE_CONSTANT -> "constant";
      case WIDE_GLOBAL -> "global";
      case WIDE_TARGET -> "instruction";
      case WIDE_CHILD -> "child";
    };
  }

  private static String effect(Op op) {
    return switch (Effect.of(op)) {
      case NONE -> "";
      case RAISES -> "raises";
      case CALLS -> "calls";
    };
  }
}

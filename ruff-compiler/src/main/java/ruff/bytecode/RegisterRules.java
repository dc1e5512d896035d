package ruff.bytecode;

import static ruff.bytecode.Contents.CELL;
import static ruff.bytecode.Contents.COUNT;
import static ruff.bytecode.Contents.EMPTY_CELL;
import static ruff.bytecode.Contents.FULL_CELL;
import static ruff.bytecode.Contents.ITERATOR;
import static ruff.bytecode.Contents.MODULE;
import static ruff.bytecode.Contents.PERHAPS;
import static ruff.bytecode.Contents.UNDEFINED;
import static ruff.bytecode.Contents.VALUE;

/** What each instruction asks of the registers, and what it leaves in them. */
final class RegisterRules {
  private final CheckFlow flow;
  private final Prototype function;
  private final int registers;
  private boolean written;

  RegisterRules(CheckFlow flow, Prototype function, int registers) {
    this.flow = flow;
    this.function = function;
    this.registers = registers;
  }

  /** Whether the last instruction has changed the state. */
  boolean hasWritten() {
    return written;
  }

  /** Checks an instruction against the state before it and makes it the state behind it. */
  void apply(long word, byte[] state) {
    written = false;
    int a = Instruction.a(word);
    int b = Instruction.b(word);
    switch (Instruction.op(word)) {
      case MOVE -> write(a, need(b, PERHAPS, state), state);
      case CLEAR -> write(a, UNDEFINED, state);
      case CHECK_DEFINED -> {
        need(a, PERHAPS, state);
        write(a, VALUE, state);
      }
      case JUMP_IF_DEFINED -> need(a, PERHAPS, state);
      case NEW_CELL, MAKE_CELL, LOAD_CELL, STORE_CELL -> cell(word, state);
      case LOAD_GLOBAL, LOAD_GLOBAL_RAW, STORE_GLOBAL -> global(word, state);
      case ITERATE -> {
        need(b, VALUE, state);
        write(a, ITERATOR, state);
      }
      case NEXT -> need(b, ITERATOR, state);
      case RANGE -> {
        needAll(b, Instruction.c(word), VALUE, state);
        write(a, COUNT, state);
      }
      case RANGE_NEXT -> need(b, COUNT, state);
      case CLOSURE -> {
        flow.makeChild(Instruction.wide(word), state);
        write(a, VALUE, state);
      }
      case NEW_STRUCT -> {
        need(b, PERHAPS, state);
        needAll(b + 1, Needs.width(function, word) - 1, VALUE, state);
        write(a, VALUE, state);
      }
      case BIND_FIELD -> {
        need(b, VALUE, state);
        write(a, PERHAPS, state);
      }
      case IMPORT -> write(a, MODULE, state);
      case NAMESPACE, EXPORTED, EXPORTED_RAW -> imported(word, state);
      default -> byOperands(word, state);
    }
  }

  private void cell(long word, byte[] state) {
    int a = Instruction.a(word);
    int b = Instruction.b(word);
    switch (Instruction.op(word)) {
      case NEW_CELL -> write(a, EMPTY_CELL, state);
      case MAKE_CELL -> {
        int held = need(a, PERHAPS, state);
        write(a, held == VALUE ? FULL_CELL : EMPTY_CELL, state);
      }
      case LOAD_CELL -> write(a, need(b, CELL, state) == FULL_CELL ? VALUE : PERHAPS, state);
      default -> {
        need(a, CELL, state);
        need(b, VALUE, state);
        write(a, FULL_CELL, state);
      }
    }
  }

  private void global(long word, byte[] state) {
    int a = Instruction.a(word);
    int global = registers + Instruction.wide(word);
    switch (Instruction.op(word)) {
      case LOAD_GLOBAL -> {
        state[global] = VALUE;
        write(a, VALUE, state);
      }
      case LOAD_GLOBAL_RAW -> write(a, state[global] == VALUE ? VALUE : PERHAPS, state);
      default -> {
        need(a, VALUE, state);
        write(global, VALUE, state);
      }
    }
  }

  private void imported(long word, byte[] state) {
    need(Instruction.b(word), MODULE, state);
    boolean raw = Instruction.op(word) == Op.EXPORTED_RAW;
    write(Instruction.a(word), raw ? PERHAPS : VALUE, state);
  }

  /** The rule for most: what is read is a value, and so is what is written. */
  private void byOperands(long word, byte[] state) {
    Op op = Instruction.op(word);
    int a = Instruction.a(word);
    read(op.a(), a, word, state);
    if (!op.isWide()) {
      read(op.b(), Instruction.b(word), word, state);
      read(op.c(), Instruction.c(word), word, state);
    }
    if (op.a() == Operand.DEF || op.a() == Operand.UPDATE) {
      write(a, VALUE, state);
    }
  }

  private void read(Operand kind, int field, long word, byte[] state) {
    switch (kind) {
      case USE, UPDATE -> need(field, VALUE, state);
      case WINDOW -> needAll(field, Needs.width(function, word), VALUE, state);
      default -> {}
    }
  }

  private void needAll(int first, int count, int allowed, byte[] state) {
    for (int i = 0; i < count; i++) {
      need(first + i, allowed, state);
    }
  }

  /** Checks that a register holds nothing but what is allowed, and tells what it holds. */
  int need(int register, int allowed, byte[] state) {
    int held = state[register] & 0xFF;
    if ((held & ~allowed) != 0) {
      flow.fault(
          "r"
              + register
              + " may hold "
              + Contents.describe(held & ~allowed)
              + " where only "
              + Contents.describe(allowed)
              + " will do");
    }
    return held;
  }

  private void write(int slot, int contents, byte[] state) {
    written |= state[slot] != (byte) contents;
    state[slot] = (byte) contents;
  }
}

package ruff.jit.emit;

import static java.lang.classfile.Opcode.AALOAD;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ruff.bytecode.Instruction;
import ruff.bytecode.Op;
import ruff.jit.emit.LoopArrays.Parts;
import ruff.jit.emit.LoopWriter.Storage;
import ruff.jit.flow.ControlFlow;
import ruff.jit.flow.ControlFlow.Loop;

/**
 * The rows of an array of arrays, such as {@code b} in {@code b[k][j]}, where a nest of loops goes
 * through them again and again. In front of the nest their storages are gathered in a Java array,
 * so that a row is one object less away in the innermost loop.
 *
 * <p>That is sound as long as the nest does not write into the array: a row that it holds can be
 * changed by nobody else without being copied first. Where a row has other storage than the rest,
 * or one that cannot be cut to its size, there is no table, which makes the first read an exit.
 */
final class LoopRows {
  /**
   * A table of storages.
   *
   * @param storage the kind of all of them
   * @param table the local of the table
   * @param reads the instructions that read a row
   */
  record Rows(Storage storage, int table, BitSet reads) {
    /** The same with the table in another local. */
    Rows at(int local) {
      return new Rows(storage, local, reads);
    }
  }

  /** Loops within the nest, around what reads a row, that make a table worth while. */
  private static final int DEEP = 2;

  private final MethodWriter out;
  private final Asm asm;
  private final Operands values;

  /** The instructions that read elements of rows, each with the local of the row's storage. */
  private final Map<Integer, Integer> elementReads = new HashMap<>();

  LoopRows(MethodWriter out) {
    this.out = out;
    this.asm = out.asm;
    this.values = out.values;
  }

  /** The rows of an array in a register that a loop only reads, or null. */
  Rows find(Loop loop, int register) {
    Storage storage = null;
    BitSet reads = new BitSet();
    for (int pc = loop.head(); pc <= loop.end(); pc++) {
      long word = out.code.code[pc];
      if (Instruction.op(word) == Op.GET_INDEX && Instruction.b(word) == register) {
        Storage seen = storageOfRow(pc);
        if (seen != null && (storage == null || storage == seen) && isDeep(loop, pc)) {
          storage = seen;
          reads.set(pc);
        }
      }
    }
    boolean pays = storage != null && LoopNest.mayBeLong(out.method, loop);
    return pays ? new Rows(storage, values.newSlot(), reads) : null;
  }

  private boolean isDeep(Loop loop, int pc) {
    int depth = 0;
    for (Loop inner : out.method.flow.loops()) {
      depth += loop.encloses(inner) && inner.contains(pc) ? 1 : 0;
    }
    return depth >= DEEP;
  }

  /** The kind of storage of a row that is read for nothing but elements, or null. */
  private Storage storageOfRow(int pc) {
    Storage storage = null;
    for (int read : elementReads(pc)) {
      Storage seen = out.method.elements[read];
      if (seen == null || seen == Storage.OBJECTS || storage != null && seen != storage) {
        return null;
      }
      storage = seen;
    }
    return storage;
  }

  /** The instructions of the block that read elements of the row which an instruction reads. */
  private List<Integer> elementReads(int at) {
    List<Integer> reads = new ArrayList<>();
    int row = Instruction.a(out.code.code[at]);
    for (int pc = at + 1; !out.method.flow.isLeader(pc); pc++) {
      long word = out.code.code[pc];
      if (Instruction.op(word) == Op.GET_INDEX && Instruction.b(word) == row) {
        reads.add(pc);
      }
      if (ControlFlow.writes(out.code, pc, row)) {
        break;
      }
    }
    return reads;
  }

  /** Makes the table of an array that was just taken apart. */
  void gather(Parts array) {
    Storage storage = array.rows().storage();
    asm.aload(array.data());
    asm.call(Signature.ACCESS, storage.access("rowsOf"), "[:" + storage.tableLetter());
    asm.astore(array.rows().table());
  }

  /** Takes the storage of the row that the instruction at hand reads. */
  void note(Parts array, int index) {
    if (array.rows().reads().get(out.pc)) {
      int row = values.newSlot();
      out.arrays.pushExactPlace(array.rows().table(), index);
      asm.op(AALOAD);
      asm.astore(row);
      for (int read : elementReads(out.pc)) {
        elementReads.put(read, row);
        out.method.assumptions.assumeExact(read, array.register());
      }
    }
  }

  /** Whether an instruction reads an element of a row whose storage is known. */
  boolean isRead(int pc) {
    return elementReads.containsKey(pc);
  }

  /** Reads an element of such a row onto the stack. */
  void get(int index) {
    out.arrays.pushExactPlace(elementReads.get(out.pc), index);
    asm.op(LoopArrays.load(out.method.elements[out.pc]));
  }
}

package ruff.jit.emit;

import static java.lang.classfile.Opcode.AALOAD;
import static java.lang.classfile.Opcode.AASTORE;
import static java.lang.classfile.Opcode.ARRAYLENGTH;
import static java.lang.classfile.Opcode.BALOAD;
import static java.lang.classfile.Opcode.BASTORE;
import static java.lang.classfile.Opcode.DALOAD;
import static java.lang.classfile.Opcode.DASTORE;
import static java.lang.classfile.Opcode.LALOAD;
import static java.lang.classfile.Opcode.LASTORE;

import java.lang.classfile.Opcode;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ruff.bytecode.Instruction;
import ruff.bytecode.Op;
import ruff.bytecode.Operand;
import ruff.bytecode.Prototype.Handler;
import ruff.jit.emit.LoopRows.Rows;
import ruff.jit.emit.LoopWriter.Storage;
import ruff.jit.flow.ControlFlow;
import ruff.jit.flow.ControlFlow.Loop;
import ruff.jit.flow.Kind;

/**
 * Arrays that are taken apart in front of a loop: while it runs, their storage and their size are
 * in Java locals. HotSpot does the same for one long loop, but not for short ones in another one.
 *
 * <p>That is sound for a register which the loop does not write, and of which it does nothing but
 * read and write elements of one kind of storage. An array with one holder can be changed through
 * this register only, and one with several not at all; the others copy it first. Storage that turns
 * out to be of another kind is null, which makes the first access an exit.
 *
 * <p>Storage is cut to the size of its array too, where all indexes are Java ints and unless the
 * function has been seen to work on an array that keeps growing: then HotSpot's own check of an
 * index is all that is needed. An index of 64 bits has to be checked before it is made an int, so
 * nothing is won by a cut there.
 */
final class LoopArrays {
  /**
   * An array that is taken apart.
   *
   * @param data the local of the storage
   * @param size the local of the size, or {@link #EXACT}
   * @param written whether the loop writes elements; the array has one holder then
   * @param rows of an array of arrays that is exact, or null
   */
  record Parts(int register, Storage storage, int data, int size, boolean written, Rows rows) {
    /** The number of locals. */
    int width() {
      return 1 + (size == EXACT ? 0 : 1) + (rows == null ? 0 : 1);
    }

    /** The same in the locals from {@code first} on. */
    Parts at(int first) {
      int sized = size == EXACT ? first : first + 1;
      Rows moved = rows == null ? null : rows.at(sized + 1);
      return new Parts(register, storage, first, size == EXACT ? EXACT : sized, written, moved);
    }

    void addTo(List<ClassDesc> parameters) {
      parameters.add(Signature.type(storage.dataLetter()));
      if (size != EXACT) {
        parameters.add(ConstantDescs.CD_int);
      }
      if (rows != null) {
        parameters.add(Signature.type(rows.storage().tableLetter()));
      }
    }

    void push(Asm asm) {
      asm.aload(data);
      if (size != EXACT) {
        asm.iload(size);
      }
      if (rows != null) {
        asm.aload(rows.table());
      }
    }
  }

  /** Stands for the size of an array whose storage is no longer than that. */
  private static final int EXACT = -1;

  /** Arrays that are handed to a loop's method; a Java method takes at most 255 slots. */
  private static final int MOST_HANDED = 32;

  private final MethodWriter out;
  private final Asm asm;
  private final Operands values;
  private final Map<Loop, Map<Integer, Parts>> plan = new HashMap<>();

  /** What the caller of a loop's method has taken apart. */
  private final Map<Integer, Parts> given = new TreeMap<>();

  private final LoopRows loopRows;

  LoopArrays(MethodWriter out) {
    this.out = out;
    this.asm = out.asm;
    this.values = out.values;
    this.loopRows = new LoopRows(out);
  }

  /** Takes what the caller of a loop's method hands in, in the locals from {@code first} on. */
  void take(List<Parts> arrays, int first) {
    int slot = first;
    for (Parts parts : arrays) {
      given.put(parts.register, parts.at(slot));
      slot += parts.width();
    }
  }

  /** Decides on the loops of the Java method that is about to be written. */
  void plan() {
    for (Loop loop : out.method.flow.loops()) {
      if (out.isHere(loop)) {
        Map<Integer, Parts> apart = new TreeMap<>();
        new Uses(loop).fitting().forEach((register, use) -> add(loop, apart, register, use));
        plan.put(loop, apart);
      }
    }
  }

  /**
   * What is apart where a loop is called that is a method of its own, and is so in the loop too.
   */
  List<Parts> handedTo(Loop loop) {
    List<Parts> handed = new ArrayList<>();
    for (int register : new Uses(loop).fitting().keySet()) {
      Parts parts = partsAt(loop.head(), register);
      if (parts != null && handed.size() < MOST_HANDED) {
        handed.add(parts);
      }
    }
    return handed;
  }

  private void add(Loop loop, Map<Integer, Parts> apart, int register, Use use) {
    if (partsAt(loop.head(), register) == null) {
      int data = values.newSlot();
      boolean exact =
          out.method.isIndexedNarrowly(register) && out.method.assumptions.mayBeExact(register);
      int size = exact ? EXACT : values.newSlot();
      Rows rows = exact && !use.changed ? loopRows.find(loop, register) : null;
      Parts parts = new Parts(register, use.storage, data, size, use.written, rows);
      apart.put(register, parts);
      clear(parts);
    }
  }

  /** Gives the locals of an array values that make every access an exit. */
  private void clear(Parts parts) {
    asm.nothing();
    asm.astore(parts.data);
    if (parts.rows != null) {
      asm.nothing();
      asm.astore(parts.rows.table());
    }
    if (parts.size != EXACT) {
      asm.constant(0);
      asm.istore(parts.size);
    }
  }

  /** The parts of an array at the instruction at hand, or null. */
  Parts parts(int register) {
    return partsAt(out.pc, register);
  }

  private Parts partsAt(int pc, int register) {
    if (given.containsKey(register)) {
      return given.get(register);
    }
    for (Map.Entry<Loop, Map<Integer, Parts>> entry : plan.entrySet()) {
      Parts parts = entry.getKey().contains(pc) ? entry.getValue().get(register) : null;
      if (parts != null) {
        return parts;
      }
    }
    return null;
  }

  /** Takes arrays apart where a block is entered from an instruction. */
  void takeApart(int from, int block) {
    plan.forEach(
        (loop, apart) -> {
          if (loop.contains(block) && !loop.contains(from)) {
            apart.values().forEach(this::takeApart);
          }
        });
  }

  private void takeApart(Parts parts) {
    if (!values.mayBe(parts.register, Kind.ARRAY)) {
      clear(parts);
      return;
    }
    if (parts.written) {
      out.ownership.copyShared(parts.register);
    }
    values.pushObject(parts.register);
    if (parts.written && out.keeps(parts.register)) {
      asm.call(Signature.ACCESS, "unsharedOrNull", "O:O");
    }
    if (parts.size == EXACT) {
      asm.call(Signature.ACCESS, "cutOrNull", "O:O");
    }
    asm.call(Signature.ACCESS, parts.storage.access("dataOf"), "O:" + parts.storage.dataLetter());
    asm.astore(parts.data);
    if (parts.size != EXACT) {
      values.pushObject(parts.register);
      asm.call(Signature.ACCESS, "sizeOf", "O:I");
      asm.istore(parts.size);
    }
    if (parts.rows != null) {
      loopRows.gather(parts);
    }
  }

  /** Whether an element can be read without looking at the array. */
  boolean isApart(int register) {
    return parts(register) != null || loopRows.isRead(out.pc);
  }

  /** Reads an element of what {@link #isApart} onto the stack. */
  void get(int register, int index) {
    Parts parts = parts(register);
    if (parts == null) {
      loopRows.get(index);
      return;
    }
    pushPlace(parts, index);
    asm.op(load(parts.storage));
    if (parts.rows != null) {
      loopRows.note(parts, index);
    }
  }

  static Opcode load(Storage storage) {
    return switch (storage) {
      case INTS -> LALOAD;
      case FLOATS -> DALOAD;
      case BOOLS -> BALOAD;
      case OBJECTS -> AALOAD;
    };
  }

  /** Writes an element. */
  void set(Parts parts, int index, int value) {
    pushPlace(parts, index);
    values.push(value, parts.storage.kind());
    asm.op(
        switch (parts.storage) {
          case INTS -> LASTORE;
          case FLOATS -> DASTORE;
          case BOOLS -> BASTORE;
          case OBJECTS -> AASTORE;
        });
  }

  private void pushPlace(Parts parts, int index) {
    if (parts.size == EXACT) {
      out.method.assumptions.assumeExact(out.pc, parts.register);
      pushExactPlace(parts.data, index);
    } else {
      asm.aload(parts.data);
      String letter = values.pushIndex(index);
      asm.iload(parts.size);
      asm.call(Signature.ACCESS, "place", letter + "I:I");
    }
  }

  /** Pushes the Java array in a local, and an index that HotSpot checks. */
  void pushExactPlace(int data, int index) {
    asm.aload(data);
    if (values.isNarrow(index)) {
      values.pushNarrow(index);
    } else {
      values.pushInt(index);
      asm.aload(data);
      asm.op(ARRAYLENGTH);
      asm.call(Signature.ACCESS, "place", "JI:I");
    }
  }

  /**
   * How a loop uses a register as an array.
   *
   * @param written whether it writes elements of an array that has one holder in front of it
   * @param changed whether it writes into the array at all
   */
  private record Use(Storage storage, boolean written, boolean changed) {}

  /** Looks at what a loop does with registers. */
  private final class Uses {
    private final Loop loop;
    private final Map<Integer, Storage> storages = new TreeMap<>();
    private final BitSet others = new BitSet();
    private final BitSet written = new BitSet();
    private final BitSet changed = new BitSet();

    /** Whether operator methods may run, before which all containers get a second holder. */
    private boolean shares;

    Uses(Loop loop) {
      this.loop = loop;
    }

    Map<Integer, Use> fitting() {
      for (int pc = loop.head(); pc <= loop.end(); pc++) {
        long word = out.code.code[pc];
        Handler handler = out.code.handler(pc);
        if (handler != null) {
          others.set(handler.errorRegister());
        }
        shares |= out.method.shares.get(pc);
        look(pc, Instruction.op(word), word);
      }
      Map<Integer, Use> fitting = new TreeMap<>();
      storages.forEach(
          (register, storage) -> {
            if (!others.get(register) && !(shares && written.get(register))) {
              fitting.put(register, new Use(storage, written.get(register), changed.get(register)));
            }
          });
      return fitting;
    }

    private void look(int pc, Op op, long word) {
      int a = Instruction.a(word);
      switch (op) {
        case GET_INDEX -> {
          element(pc, Instruction.b(word));
          others.set(Instruction.c(word));
          others.set(a);
        }
        case SET_INDEX -> {
          element(pc, a);
          written.set(a, written.get(a) || out.method.flow.isOwnedAhead(pc));
          changed.set(a);
          others.set(Instruction.b(word));
          others.set(Instruction.c(word));
        }
        case LENGTH -> others.set(a);
        case OWN -> {
          written.set(a);
          changed.set(a);
          others.set(a, others.get(a) || !out.method.ownsAhead(pc));
        }
        case OWN_INDEX -> {
          changed.set(Instruction.b(word));
          others.set(a);
          others.set(Instruction.c(word));
        }
        default -> other(op, a, word);
      }
    }

    private void element(int pc, int register) {
      Storage storage = out.method.elements[pc];
      if (storage == null || storages.getOrDefault(register, storage) != storage) {
        // What no path leads to does no harm.
        others.set(register, others.get(register) || out.method.reached.get(pc));
      } else {
        storages.put(register, storage);
      }
    }

    private void other(Op op, int a, long word) {
      for (int register : ControlFlow.uses(out.code, word, op)) {
        others.set(register);
      }
      if (op.a() == Operand.DEF) {
        others.set(a);
      }
    }
  }
}

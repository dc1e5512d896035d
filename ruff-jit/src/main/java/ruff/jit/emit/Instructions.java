package ruff.jit.emit;

import static java.lang.classfile.Opcode.IFNONNULL;
import static java.lang.classfile.Opcode.IFNULL;
import static java.lang.classfile.Opcode.IF_ACMPEQ;
import static java.lang.classfile.Opcode.IF_ACMPNE;

import java.lang.classfile.Opcode;
import ruff.bytecode.Flow;
import ruff.bytecode.Instruction;
import ruff.bytecode.Op;
import ruff.jit.flow.Definition;
import ruff.jit.flow.Interval;
import ruff.jit.flow.Kind;
import ruff.jit.flow.Type;

/** Translates single instructions: registers, cells, globals and jumps here, the rest beside it. */
final class Instructions {
  private final MethodWriter out;
  private final Asm asm;
  private final Operands values;
  private final ArithmeticWriter arithmetic;
  private final ComparisonWriter comparison;
  private final LoopWriter loops;
  private final CallWriter calls;
  private final PartWriter parts;
  private final ConstructionWriter construction;

  Instructions(MethodWriter out) {
    this.out = out;
    this.asm = out.asm;
    this.values = out.values;
    this.arithmetic = new ArithmeticWriter(out);
    this.comparison = new ComparisonWriter(out);
    this.loops = new LoopWriter(out);
    this.calls = new CallWriter(out);
    this.parts = new PartWriter(out);
    this.construction = new ConstructionWriter(out);
  }

  void translate(long word) {
    Op op = Instruction.op(word);
    int a = Instruction.a(word);
    int b = Instruction.b(word);
    int c = Instruction.c(word);
    switch (op) {
      case MOVE -> values.move(a, b);
      case MOVE_SHARED -> {
        share(b);
        values.move(a, b);
      }
      case SHARE -> share(a);
      case CLEAR -> {
        asm.nothing();
        values.setObject(a, Type.OBJECT);
      }
      case LOAD_CONSTANT -> loadConstant(a, out.code.constants[Instruction.wide(word)]);
      case NEW_CELL, MAKE_CELL, LOAD_CELL, STORE_CELL -> cell(op, a, b);
      case LOAD_GLOBAL, LOAD_GLOBAL_RAW, STORE_GLOBAL -> global(op, a, Instruction.wide(word));
      case ADD, SUBTRACT, MULTIPLY, DIVIDE, MODULO -> arithmetic.binary(op, a, b, c);
      case ADD_THREE -> arithmetic.addThree(a, b, c);
      case NEGATE -> arithmetic.negate(a, b);
      case NOT -> arithmetic.not(a, b);
      case TO_BOOL -> {
        truth(b);
        values.setBool(a);
      }
      case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL ->
          comparison.value(op, a, b, c);
      case CHECK_DEFINED,
          JUMP_IF_DEFINED,
          JUMP,
          JUMP_IF,
          JUMP_UNLESS,
          JUMP_IF_NULL,
          JUMP_UNLESS_NULL ->
          jump(op, a, word);
      case JUMP_BACK, ITERATE, NEXT, RANGE, RANGE_NEXT -> loops.translate(op, word);
      case CALL, CALL_NATIVE, CALL_METHOD, CLOSURE, SPAWN -> calls.translate(op, word);
      case RETURN, PROPAGATE, THROW, YIELD, AWAIT -> leaving(op, a, b);
      case GET_INDEX, SET_INDEX, LENGTH -> parts.indexed(op, a, b, c);
      case OWN -> out.ownership.own(a);
      case OWN_INDEX -> out.ownership.ownIndex(a, b, c);
      case GET_FIELD, SET_FIELD, OWN_FIELD, BIND_FIELD -> parts.field(op, a, b, c);
      case STEP, PLACE -> recorded(op);
      case RAISE, DEFINE_STRUCT, IMPORT, NAMESPACE, EXPORTED, EXPORTED_RAW, EXPORT -> out.leave();
      default -> other(op, a, b, c, word);
    }
  }

  private void recorded(Op op) {
    out.pushStrand();
    if (op == Op.STEP) {
      asm.link("step", "S:V");
    } else {
      out.pushCode();
      asm.constant(out.pc + 1);
      asm.link("place", "SPI:V");
    }
  }

  private void other(Op op, int a, int b, int c, long word) {
    switch (op) {
      case JUMP_IF_EQUAL,
          JUMP_UNLESS_EQUAL,
          JUMP_IF_NOT_EQUAL,
          JUMP_UNLESS_NOT_EQUAL,
          JUMP_IF_LESS,
          JUMP_UNLESS_LESS,
          JUMP_IF_LESS_EQUAL,
          JUMP_UNLESS_LESS_EQUAL,
          JUMP_IF_GREATER,
          JUMP_UNLESS_GREATER,
          JUMP_IF_GREATER_EQUAL,
          JUMP_UNLESS_GREATER_EQUAL ->
          comparison.jump(op, a, b, Flow.target(out.code, word));
      case NEW_ARRAY,
          ARRAY_ADD,
          ARRAY_SPREAD,
          NEW_TEXTS,
          NEW_DICT,
          DICT_PUT,
          DICT_SPREAD,
          NEW_STRUCT,
          CONCAT,
          WRAP,
          NEW_TAGGED ->
          construction.build(op, a, b, c);
      case MATCH_CASE,
          PAYLOAD,
          ELEMENT,
          TAKE_ELEMENT,
          ELEMENTS_FROM,
          ENTRY,
          TAKE_ENTRY,
          ENTRIES_EXCEPT ->
          construction.takeApart(op, a, b, c);
      default -> throw new IllegalStateException("no translation of " + op);
    }
  }

  private void share(int register) {
    if (values.mayBeContainer(register)) {
      values.pushObject(register);
      asm.call(Signature.CONTAINER, "share", "O:V");
    }
  }

  private void loadConstant(int a, Object value) {
    if (value instanceof Long number && number == number.intValue()) {
      asm.constant(number.intValue());
      values.setNarrow(a, Interval.of(number));
    } else if (value instanceof Long number) {
      asm.constant((long) number);
      values.setInt(a, Interval.of(number));
    } else if (value instanceof Double number) {
      asm.constant((double) number);
      values.setFloat(a);
    } else {
      asm.constant(value, Signature.OBJECT);
      values.setObject(a, Type.ofConstant(value));
    }
  }

  private void cell(Op op, int a, int b) {
    switch (op) {
      case NEW_CELL -> {
        asm.newObject(Signature.CELL);
        asm.dup();
        asm.construct(Signature.CELL, ":V");
        values.setObject(a, Type.OBJECT);
      }
      case MAKE_CELL -> {
        asm.newObject(Signature.CELL);
        asm.dup();
        values.pushObject(a);
        asm.construct(Signature.CELL, "O:V");
        values.setObject(a, Type.OBJECT);
      }
      case LOAD_CELL -> {
        values.push(b, Signature.CELL);
        asm.field(Signature.CELL, "value", Signature.OBJECT);
        values.setObject(a, Type.OBJECT);
      }
      default -> {
        values.push(a, Signature.CELL);
        values.pushObject(b);
        asm.putField(Signature.CELL, "value", Signature.OBJECT);
      }
    }
  }

  private void global(Op op, int a, int index) {
    Definition definition = op == Op.STORE_GLOBAL ? null : out.method.definition(index);
    if (definition != null) {
      values.state.set(a, Type.definition(definition));
      return;
    }
    out.pushGlobals();
    asm.constant(index);
    if (op == Op.STORE_GLOBAL) {
      values.pushObject(a);
      asm.op(Opcode.AASTORE);
      return;
    }
    asm.op(Opcode.AALOAD);
    if (op == Op.LOAD_GLOBAL) {
      asm.astore(values.scratch());
      asm.aload(values.scratch());
      asm.jump(IFNULL, out.quietExit());
      asm.aload(values.scratch());
    }
    values.setObject(a, Type.OBJECT);
  }

  private void jump(Op op, int a, long word) {
    int target = op == Op.CHECK_DEFINED ? 0 : Instruction.wide(word);
    Kind kind = values.kind(a);
    switch (op) {
      case CHECK_DEFINED -> {
        if (kind == Kind.OBJECT) {
          values.pushObject(a);
          asm.jump(IFNULL, out.quietExit());
        }
      }
      case JUMP_IF_DEFINED -> {
        if (kind == Kind.OBJECT) {
          values.pushObject(a);
          out.jumpIf(IFNONNULL, target);
        } else {
          out.jump(target);
          out.end();
        }
      }
      case JUMP -> out.jump(target);
      case JUMP_IF_NULL, JUMP_UNLESS_NULL -> jumpOnNull(op, a, target);
      default -> {
        truth(a);
        out.jumpIf(op == Op.JUMP_IF ? Opcode.IFNE : Opcode.IFEQ, target);
      }
    }
  }

  private void jumpOnNull(Op op, int a, int target) {
    values.pushObject(a);
    asm.staticField(Signature.NULL_VALUE, "NULL", Signature.NULL_VALUE);
    out.jumpIf(op == Op.JUMP_IF_NULL ? IF_ACMPEQ : IF_ACMPNE, target);
  }

  /** Pushes whether a value is truthy. */
  private void truth(int register) {
    if (values.is(register, Kind.BOOL)) {
      values.pushBool(register);
    } else {
      values.pushObject(register);
      asm.call(Signature.LINKAGE, "isTruthy", "O:Z");
    }
  }

  private void leaving(Op op, int a, int b) {
    switch (op) {
      case RETURN -> out.returnValue(a);
      case PROPAGATE -> propagate(a, b);
      case THROW -> {
        values.pushObject(a);
        asm.link("thrown", "O:e");
        asm.throwIt();
      }
      case YIELD -> {
        values.pushPassing(b);
        asm.astore(values.scratch());
        values.move(a, b);
        out.save(out.pc + 1);
        suspend(out.pc + 1);
        asm.aload(values.scratch());
        returnSuspended();
        // The path goes on in another entry.
        out.end();
      }
      default -> await(a, b);
    }
  }

  private void propagate(int a, int b) {
    values.pushObject(b);
    asm.link("wrapped", "O:w");
    asm.astore(values.scratch());
    var success = asm.label();
    asm.aload(values.scratch());
    asm.cast(Signature.WRAP);
    asm.callVirtual(Signature.WRAP, "isSuccess", ":Z");
    asm.jump(Opcode.IFNE, success);
    out.returnValue(b);
    asm.bind(success);
    asm.aload(values.scratch());
    asm.cast(Signature.WRAP);
    asm.callVirtual(Signature.WRAP, "value", ":O");
    values.setObject(a, Type.OBJECT);
  }

  private void await(int a, int b) {
    out.pushStrand();
    out.pushLeft();
    values.pushObject(b);
    out.pushSuspended();
    asm.link("await", "SIOs:O");
    asm.astore(values.scratch());
    if (out.method.isContinuation()) {
      var ready = asm.label();
      asm.aload(values.scratch());
      asm.staticField(Signature.INTERPRETER, "SUSPENDED", Signature.OBJECT);
      asm.jump(IF_ACMPNE, ready);
      out.save(out.pc);
      suspend(out.pc);
      asm.aload(values.scratch());
      returnSuspended();
      asm.bind(ready);
    }
    asm.aload(values.scratch());
    values.setObject(a, Type.OBJECT);
  }

  private void suspend(int at) {
    out.pushSuspended();
    asm.constant(at);
    asm.call(Signature.LINKAGE, "suspend", "sI:V");
  }

  private void returnSuspended() {
    out.returnObject();
    if (asm.isSilent()) {
      out.method.returns(Type.OBJECT);
    }
  }
}

package ruff.jit.emit;

import static java.lang.classfile.Opcode.DADD;
import static java.lang.classfile.Opcode.DCMPL;
import static java.lang.classfile.Opcode.DDIV;
import static java.lang.classfile.Opcode.DMUL;
import static java.lang.classfile.Opcode.DNEG;
import static java.lang.classfile.Opcode.DREM;
import static java.lang.classfile.Opcode.DSUB;
import static java.lang.classfile.Opcode.IADD;
import static java.lang.classfile.Opcode.IDIV;
import static java.lang.classfile.Opcode.IFEQ;
import static java.lang.classfile.Opcode.IMUL;
import static java.lang.classfile.Opcode.IREM;
import static java.lang.classfile.Opcode.ISUB;
import static java.lang.classfile.Opcode.IXOR;
import static java.lang.classfile.Opcode.LADD;
import static java.lang.classfile.Opcode.LAND;
import static java.lang.classfile.Opcode.LCMP;
import static java.lang.classfile.Opcode.LDIV;
import static java.lang.classfile.Opcode.LMUL;
import static java.lang.classfile.Opcode.LREM;
import static java.lang.classfile.Opcode.LSUB;

import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import ruff.bytecode.Feedback;
import ruff.bytecode.Op;
import ruff.jit.flow.Interval;
import ruff.jit.flow.Kind;
import ruff.jit.flow.Type;

/**
 * Arithmetic: on Java longs and doubles where the kinds are known or guessed, else by the VM. A
 * long result that overflows is an exit; the interpreter raises the error.
 */
final class ArithmeticWriter {
  private final MethodWriter out;
  private final Asm asm;
  private final Operands values;

  ArithmeticWriter(MethodWriter out) {
    this.out = out;
    this.asm = out.asm;
    this.values = out.values;
  }

  void binary(Op op, int a, int b, int c) {
    if (!guess(b, c)) {
      if (op == Op.ADD && isText(b, c)) {
        concat(a, b, c);
      } else {
        general(op, a, b, c);
      }
    } else if (values.are(b, c, Kind.INT)) {
      ints(op, a, b, c);
    } else {
      floats(op, a, b, c);
    }
  }

  /** Makes both operands numbers of known kinds, if what was seen allows for it. */
  private boolean guess(int b, int c) {
    if (isNumber(b) && isNumber(c)) {
      return !out.method.general[out.pc];
    }
    int seen = out.method.feedback[out.pc];
    if (out.method.general[out.pc] || seen != 0 && seen != Feedback.FLOAT) {
      return false;
    }
    Kind wanted = seen == 0 && !hasFloat(b, c) ? Kind.INT : Kind.FLOAT;
    if (!fits(b, wanted) || !fits(c, wanted)) {
      return false;
    }
    out.unbox(b, wanted);
    out.unbox(c, wanted);
    return true;
  }

  private boolean isNumber(int register) {
    return values.is(register, Kind.INT) || values.is(register, Kind.FLOAT);
  }

  private boolean hasFloat(int b, int c) {
    return values.is(b, Kind.FLOAT) || values.is(c, Kind.FLOAT);
  }

  private boolean fits(int register, Kind wanted) {
    return values.mayBe(register, wanted);
  }

  private void ints(Op op, int a, int b, int c) {
    if (op == Op.DIVIDE || op == Op.MODULO) {
      divideInts(op, a, b, c);
      return;
    }
    Interval left = values.interval(b);
    Interval right = values.interval(c);
    Interval result = left.result(op, right);
    if (values.areNarrow(b, c) && left.fits(op, right) && result.isWithin(Interval.INT)) {
      narrow(op == Op.ADD ? IADD : op == Op.SUBTRACT ? ISUB : IMUL, a, b, c, result);
      return;
    }
    values.pushInt(b);
    values.pushInt(c);
    if (left.fits(op, right)) {
      asm.op(op == Op.ADD ? LADD : op == Op.SUBTRACT ? LSUB : LMUL);
    } else {
      Label guess = out.beginGuess();
      asm.call(Signature.MATH, exact(op), "JJ:J");
      out.endGuess(guess);
    }
    values.setInt(a, result);
  }

  private void narrow(Opcode operation, int a, int b, int c, Interval result) {
    values.pushNarrow(b);
    values.pushNarrow(c);
    asm.op(operation);
    values.setNarrow(a, result);
  }

  private static String exact(Op op) {
    return switch (op) {
      case ADD -> "addExact";
      case SUBTRACT -> "subtractExact";
      default -> "multiplyExact";
    };
  }

  private void divideInts(Op op, int a, int b, int c) {
    Interval result = values.interval(b).result(op, values.interval(c));
    if (values.areNarrow(b, c) && values.interval(c).low() > 0) {
      narrow(op == Op.DIVIDE ? IDIV : IREM, a, b, c, result);
      return;
    }
    if (values.interval(c).low() <= 0) {
      // Zero is an error, and the smallest int divided by -1 overflows.
      Label simple = asm.label();
      values.pushInt(c);
      asm.constant(0L);
      asm.op(LCMP);
      asm.jump(Opcode.IFGT, simple);
      values.pushInt(c);
      asm.constant(1L);
      asm.op(LADD);
      asm.constant(1);
      asm.op(Opcode.LUSHR);
      asm.constant(0L);
      asm.op(LCMP);
      asm.jump(IFEQ, out.exit());
      asm.bind(simple);
    }
    values.pushInt(b);
    if (values.interval(b).low() >= 0 && values.isConstant(c)) {
      // HotSpot does not see what cannot be negative, and would do something about the sign.
      asm.constant(Long.MAX_VALUE);
      asm.op(LAND);
    }
    values.pushInt(c);
    asm.op(op == Op.DIVIDE ? LDIV : LREM);
    values.setInt(a, result);
  }

  private void floats(Op op, int a, int b, int c) {
    if (op == Op.DIVIDE || op == Op.MODULO) {
      if (!values.isConstant(c) || isZero(values.constant(c))) {
        values.pushFloat(c);
        asm.constant(0.0);
        asm.op(DCMPL);
        asm.jump(IFEQ, out.exit());
      }
    }
    values.pushFloat(b);
    values.pushFloat(c);
    asm.op(
        switch (op) {
          case ADD -> DADD;
          case SUBTRACT -> DSUB;
          case MULTIPLY -> DMUL;
          case DIVIDE -> DDIV;
          default -> DREM;
        });
    values.setFloat(a);
  }

  private static boolean isZero(Object number) {
    return ((Number) number).doubleValue() == 0.0;
  }

  private boolean isText(int b, int c) {
    return isText(b) && isText(c);
  }

  /** Whether a value is known to be a text, or is taken for one. */
  private boolean isText(int register) {
    return values.type(register).isText()
        || values.is(register, Kind.OBJECT)
            && !out.method.general[out.pc]
            && out.method.feedback[out.pc] == Feedback.TEXT;
  }

  /** Adds two registers in a row up, and the third to that. */
  void addThree(int a, int base, int third) {
    if (isText(base) && isText(base + 1) && isText(third)) {
      expectText(base);
      expectText(base + 1);
      expectText(third);
      pushThree(base, third);
      asm.callThrowing(Signature.TEXT, "concat", Signature.of("OOO:O"));
      values.setObject(a, Type.TEXT);
      return;
    }
    out.ownership.beforeOperator(base);
    out.pushStrand();
    out.pushCode();
    asm.constant(out.pc);
    pushThree(base, third);
    asm.link("addThree", "SPIOOO:O");
    values.setObject(a, Type.OBJECT);
  }

  private void pushThree(int base, int third) {
    values.pushObject(base);
    values.pushObject(base + 1);
    values.pushObject(third);
  }

  private void concat(int a, int b, int c) {
    expectText(b);
    expectText(c);
    values.pushObject(b);
    values.pushObject(c);
    asm.callThrowing(Signature.TEXT, "concat", Signature.of("OO:O"));
    values.setObject(a, Type.TEXT);
  }

  private void expectText(int register) {
    if (values.is(register, Kind.OBJECT)) {
      values.pushObject(register);
      asm.call(Signature.TEXT, "isText", "O:Z");
      asm.jump(IFEQ, out.exit());
      values.state.set(register, Type.TEXT);
    }
  }

  private void general(Op op, int a, int b, int c) {
    out.ownership.beforeOperator(b);
    out.pushStrand();
    out.pushCode();
    asm.constant(out.pc);
    values.pushObject(b);
    values.pushObject(c);
    String name =
        switch (op) {
          case ADD -> "add";
          case SUBTRACT -> "subtract";
          case MULTIPLY -> "multiply";
          case DIVIDE -> "divide";
          default -> "modulo";
        };
    asm.link(name, "SPIOO:O");
    values.setObject(a, Type.OBJECT);
  }

  void negate(int a, int b) {
    if (values.is(b, Kind.INT) && !out.method.general[out.pc]) {
      values.pushInt(b);
      Label guess = out.beginGuess();
      asm.call(Signature.MATH, "negateExact", "J:J");
      out.endGuess(guess);
      values.setInt(a);
    } else if (values.is(b, Kind.FLOAT)) {
      values.pushFloat(b);
      asm.op(DNEG);
      values.setFloat(a);
    } else {
      unary("negate", a, b);
    }
  }

  void not(int a, int b) {
    if (!out.method.general[out.pc]) {
      out.unbox(b, Kind.BOOL);
    }
    if (values.is(b, Kind.BOOL)) {
      values.pushBool(b);
      asm.constant(1);
      asm.op(IXOR);
      values.setBool(a);
    } else {
      unary("not", a, b);
    }
  }

  private void unary(String name, int a, int b) {
    out.ownership.beforeOperator(b);
    out.pushStrand();
    values.pushObject(b);
    asm.link(name, "SO:O");
    values.setObject(a, Type.OBJECT);
  }
}

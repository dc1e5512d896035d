package ruff.jit.emit;

import static java.lang.classfile.Opcode.DCMPG;
import static java.lang.classfile.Opcode.DCMPL;
import static java.lang.classfile.Opcode.GOTO;
import static java.lang.classfile.Opcode.IFEQ;
import static java.lang.classfile.Opcode.IFGE;
import static java.lang.classfile.Opcode.IFGT;
import static java.lang.classfile.Opcode.IFLE;
import static java.lang.classfile.Opcode.IFLT;
import static java.lang.classfile.Opcode.IFNE;
import static java.lang.classfile.Opcode.IF_ICMPEQ;
import static java.lang.classfile.Opcode.IF_ICMPGE;
import static java.lang.classfile.Opcode.IF_ICMPGT;
import static java.lang.classfile.Opcode.IF_ICMPLE;
import static java.lang.classfile.Opcode.IF_ICMPLT;
import static java.lang.classfile.Opcode.IF_ICMPNE;
import static java.lang.classfile.Opcode.LCMP;

import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import ruff.bytecode.Feedback;
import ruff.bytecode.Op;
import ruff.jit.flow.Interval;
import ruff.jit.flow.Kind;
import ruff.jit.flow.Registers;
import ruff.jit.flow.Type;

/** Comparisons, as values and as jumps. */
final class ComparisonWriter {
  /** A question that is asked about two values. */
  private enum Question {
    EQUAL(IFEQ, IF_ICMPEQ, "equal"),
    NOT_EQUAL(IFNE, IF_ICMPNE, "notEqual"),
    LESS(IFLT, IF_ICMPLT, "less"),
    LESS_EQUAL(IFLE, IF_ICMPLE, "lessEqual"),
    GREATER(IFGT, IF_ICMPGT, "greater"),
    GREATER_EQUAL(IFGE, IF_ICMPGE, "greaterEqual");

    private final Opcode ifTrue;
    private final Opcode ifTrueOfInts;
    private final String link;

    Question(Opcode ifTrue, Opcode ifTrueOfInts, String link) {
      this.ifTrue = ifTrue;
      this.ifTrueOfInts = ifTrueOfInts;
      this.link = link;
    }

    boolean isOrder() {
      return ordinal() >= LESS.ordinal();
    }

    /** The question whose answer is yes for ints when this one's is no. */
    Question opposite() {
      return switch (this) {
        case EQUAL -> NOT_EQUAL;
        case NOT_EQUAL -> EQUAL;
        case LESS -> GREATER_EQUAL;
        case LESS_EQUAL -> GREATER;
        case GREATER -> LESS_EQUAL;
        case GREATER_EQUAL -> LESS;
      };
    }

    /** What a comparison with NaN must not look like: less for these, greater for the others. */
    Opcode floatComparison() {
      return this == LESS || this == LESS_EQUAL ? DCMPG : DCMPL;
    }
  }

  private final MethodWriter out;
  private final Asm asm;
  private final Operands values;

  ComparisonWriter(MethodWriter out) {
    this.out = out;
    this.asm = out.asm;
    this.values = out.values;
  }

  void jump(Op op, int left, int right, int target) {
    String name = op.name();
    boolean unless = name.startsWith("JUMP_UNLESS_");
    Question question =
        Question.valueOf(name.substring(unless ? "JUMP_UNLESS_".length() : "JUMP_IF_".length()));
    Opcode condition = compare(question, left, right);
    if (condition == null) {
      asm.call(Signature.LINKAGE, "isTruthy", "O:Z");
      condition = IFNE;
    }
    Registers before = values.state;
    values.state = before.copy();
    narrow(unless ? question.opposite() : question, left, right);
    out.jumpIf(unless ? opposite(condition) : condition, target);
    values.state = before;
    narrow(unless ? question : question.opposite(), left, right);
  }

  /** Notes what follows for ints from an answer that was yes. */
  private void narrow(Question question, int left, int right) {
    if (left == right || !values.are(left, right, Kind.INT)) {
      return;
    }
    Interval a = values.interval(left);
    Interval b = values.interval(right);
    switch (question) {
      case EQUAL -> {
        values.bound(left, b.low(), b.high());
        values.bound(right, a.low(), a.high());
      }
      case NOT_EQUAL -> {}
      case LESS -> narrowLess(left, a, right, b, 1);
      case LESS_EQUAL -> narrowLess(left, a, right, b, 0);
      case GREATER -> narrowLess(right, b, left, a, 1);
      case GREATER_EQUAL -> narrowLess(right, b, left, a, 0);
    }
  }

  /** Of the two, the first is less by at least some distance, which the bounds allow for. */
  private void narrowLess(int less, Interval a, int more, Interval b, int distance) {
    if (b.high() > Long.MIN_VALUE && a.low() < Long.MAX_VALUE) {
      values.bound(less, Long.MIN_VALUE, b.high() - distance);
      values.bound(more, a.low() + distance, Long.MAX_VALUE);
    }
  }

  void value(Op op, int a, int left, int right) {
    Opcode condition = compare(Question.valueOf(op.name()), left, right);
    if (condition == null) {
      values.setObject(a, Type.OBJECT);
      return;
    }
    Label holds = asm.label();
    Label end = asm.label();
    asm.jump(condition, holds);
    asm.constant(0);
    asm.jump(GOTO, end);
    asm.bind(holds);
    asm.constant(1);
    asm.bind(end);
    values.setBool(a);
  }

  private static Opcode opposite(Opcode condition) {
    return switch (condition) {
      case IFEQ -> IFNE;
      case IFNE -> IFEQ;
      case IFLT -> IFGE;
      case IFGE -> IFLT;
      case IFGT -> IFLE;
      case IFLE -> IFGT;
      case IF_ICMPEQ -> IF_ICMPNE;
      case IF_ICMPLT -> IF_ICMPGE;
      case IF_ICMPGE -> IF_ICMPLT;
      case IF_ICMPGT -> IF_ICMPLE;
      case IF_ICMPLE -> IF_ICMPGT;
      default -> IF_ICMPEQ;
    };
  }

  /**
   * Leaves on the stack what a conditional jump looks at.
   *
   * @return the jump that is taken when the answer is yes; null when the stack holds the answer of
   *     the VM, a value of any kind
   */
  private Opcode compare(Question question, int left, int right) {
    if (values.isChar(left) && values.isChar(right)) {
      values.pushChar(left);
      values.pushChar(right);
      return question.ifTrueOfInts;
    }
    if (!question.isOrder() && values.is(right, Kind.NULL) && !out.method.general[out.pc]) {
      Label guess = out.beginGuess();
      values.pushObject(left);
      asm.call(Signature.ACCESS, "isNull", "O:Z");
      out.endGuess(guess);
      return question == Question.EQUAL ? IFNE : IFEQ;
    }
    guess(question, left, right);
    if (values.are(left, right, Kind.INT)) {
      if (values.areNarrow(left, right)) {
        values.pushNarrow(left);
        values.pushNarrow(right);
        return question.ifTrueOfInts;
      }
      values.pushInt(left);
      values.pushInt(right);
      asm.op(LCMP);
      return question.ifTrue;
    }
    if (isNumber(left) && isNumber(right)) {
      return floats(question, left, right);
    }
    if (!question.isOrder() && values.are(left, right, Kind.BOOL)) {
      values.pushBool(left);
      values.pushBool(right);
      return question.ifTrueOfInts;
    }
    if (!question.isOrder() && hasNoMethods(left)) {
      values.pushObject(left);
      values.pushObject(right);
      asm.call(Signature.EQUALITY, "equal", "OO:Z");
      return question == Question.EQUAL ? IFNE : IFEQ;
    }
    out.ownership.beforeOperator(left);
    out.pushStrand();
    out.pushCode();
    asm.constant(out.pc);
    values.pushObject(left);
    values.pushObject(right);
    asm.link(question.link, "SPIOO:O");
    return null;
  }

  private Opcode floats(Question question, int left, int right) {
    values.pushFloat(left);
    values.pushFloat(right);
    if (question.isOrder()) {
      asm.op(question.floatComparison());
      return question.ifTrue;
    }
    asm.call(Signature.EQUALITY, "floats", "DD:Z");
    return question == Question.EQUAL ? IFNE : IFEQ;
  }

  private boolean isNumber(int register) {
    return values.is(register, Kind.INT) || values.is(register, Kind.FLOAT);
  }

  /** Whether the value is surely no struct, which might have operator methods. */
  private boolean hasNoMethods(int register) {
    return !values.is(register, Kind.OBJECT) && !values.is(register, Kind.STRUCT);
  }

  private void guess(Question question, int left, int right) {
    int seen = out.method.feedback[out.pc];
    if (out.method.general[out.pc]) {
      return;
    }
    if (seen == 0 && !values.is(left, Kind.FLOAT) && !values.is(right, Kind.FLOAT)) {
      unboxBoth(left, right, Kind.INT);
    } else if (seen == 0 || seen == Feedback.FLOAT) {
      unboxBoth(left, right, Kind.FLOAT);
    } else if (seen == Feedback.TEXT && !question.isOrder() && values.is(left, Kind.OBJECT)) {
      values.pushObject(left);
      asm.call(Signature.TEXT, "isText", "O:Z");
      asm.jump(IFEQ, out.exit());
      values.state.set(left, Type.TEXT);
    }
  }

  private void unboxBoth(int left, int right, Kind kind) {
    if (values.mayBe(left, kind) && values.mayBe(right, kind)) {
      out.unbox(left, kind);
      out.unbox(right, kind);
    }
  }
}

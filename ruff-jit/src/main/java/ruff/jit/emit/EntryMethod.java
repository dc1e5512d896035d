package ruff.jit.emit;

import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.constant.MethodTypeDesc;
import ruff.interpreter.Code;
import ruff.jit.flow.Kind;

/**
 * The Java method through which a function is called from outside: takes boxed arguments, hands
 * those that fit on unboxed, and leaves calls with others to the interpreter.
 */
final class EntryMethod {
  private static final int STRAND = 1;
  private static final int SELF = 2;
  private static final int FIRST = 3;

  private final Unit unit;
  private final Method method;
  private final int count;

  EntryMethod(Unit unit, Method method) {
    this.unit = unit;
    this.method = method;
    this.count = method.code.parameterCount;
  }

  private boolean takesArray() {
    return count > Code.MOST_PARAMETERS;
  }

  String name() {
    return takesArray() ? "callMany" : "call" + count;
  }

  MethodTypeDesc descriptor() {
    return Signature.of(takesArray() ? "SF[:O" : "SF" + "O".repeat(count) + ":O");
  }

  void write(Asm asm) {
    Label from = asm.label();
    Label to = asm.label();
    checkArguments(asm);
    pushContext(asm);
    for (int i = 0; i < count; i++) {
      pushArgument(asm, i);
      asm.unbox(method.parameterKind(i));
    }
    asm.bind(from);
    asm.call(unit.owner(), method.name, method.descriptor());
    asm.bind(to);
    asm.boxInPassing(method.result);
    asm.returnObject();
    if (method.result.isPrimitive()) {
      Label wrong = asm.label();
      asm.bind(wrong);
      asm.field(Signature.WRONG_RESULT, "value", Signature.OBJECT);
      asm.returnObject();
      asm.handle(from, to, wrong, Signature.WRONG_RESULT);
    }
  }

  private void pushContext(Asm asm) {
    asm.aload(STRAND);
    asm.aload(STRAND);
    asm.callVirtual(Signature.STRAND, "left", ":I");
    asm.constant(1);
    asm.op(Opcode.ISUB);
    if (method.takesSelf()) {
      asm.aload(SELF);
    }
    if (method.usesGlobals) {
      asm.aload(STRAND);
      asm.aload(SELF);
      asm.call(Signature.LINKAGE, "globals", "SF:[");
    }
  }

  private void checkArguments(Asm asm) {
    for (int i = 0; i < count; i++) {
      Kind kind = method.parameterKind(i);
      if (kind.isPrimitive()) {
        Label fits = asm.label();
        pushArgument(asm, i);
        asm.isInstance(Asm.boxClass(kind));
        asm.jump(Opcode.IFNE, fits);
        interpret(asm, i);
        asm.bind(fits);
      }
    }
  }

  /** The way of a call with an argument that this code was not made for. */
  private void interpret(Asm asm, int stranger) {
    asm.constant(unit.handle(), Signature.COMPILED_UNIT);
    asm.constant(method.code, Signature.PROTOTYPE);
    asm.constant(stranger);
    asm.call(Signature.COMPILED_UNIT, "stranger", "UPI:V");
    asm.aload(STRAND);
    asm.aload(SELF);
    if (takesArray()) {
      asm.aload(FIRST);
    } else {
      asm.newArray(count);
      for (int i = 0; i < count; i++) {
        asm.dup();
        asm.constant(i);
        pushArgument(asm, i);
        asm.op(Opcode.AASTORE);
      }
    }
    asm.call(Signature.LINKAGE, "interpret", "SF[:O");
    asm.returnObject();
  }

  private void pushArgument(Asm asm, int index) {
    if (takesArray()) {
      asm.aload(FIRST);
      asm.constant(index);
      asm.op(Opcode.AALOAD);
    } else {
      asm.aload(FIRST + index);
    }
  }
}

package ruff.jit.emit;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import ruff.interpreter.Code;
import ruff.jit.flow.Kind;

/**
 * The Java method through which a function is called from outside: takes boxed arguments, hands
 * those that fit on unboxed, and leaves calls with others to the interpreter.
 */
final class EntryMethod {
  private final Method method;
  private final CompiledUnit handle;
  private final ClassConstants constants;
  private final int count;

  EntryMethod(Method method, CompiledUnit handle, ClassConstants constants) {
    this.method = method;
    this.handle = handle;
    this.constants = constants;
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

  void write(CodeBuilder code) {
    Label from = code.newLabel();
    Label to = code.newLabel();
    Label wrong = code.newLabel();
    pushContext(code);
    for (int i = 0; i < count; i++) {
      pushArgument(code, i);
      Kind kind = method.parameterKind(i);
      if (kind.isPrimitive()) {
        unbox(code, kind);
      }
    }
    code.labelBinding(from);
    code.invokestatic(constants.owner(), method.name, method.descriptor());
    code.labelBinding(to);
    box(code);
    code.areturn();
    if (method.result.isPrimitive()) {
      code.labelBinding(wrong);
      code.getfield(Signature.WRONG_RESULT, "value", Signature.OBJECT).areturn();
      code.exceptionCatch(from, to, wrong, Signature.WRONG_RESULT);
    }
  }

  private void pushContext(CodeBuilder code) {
    checkArguments(code);
    code.aload(1);
    code.aload(1).invokevirtual(Signature.STRAND, "left", Signature.of(":I"));
    code.iconst_1().isub();
    if (method.takesSelf()) {
      code.aload(2);
    }
    if (method.usesGlobals) {
      code.aload(1).aload(2);
      code.invokestatic(Signature.LINKAGE, "globals", Signature.of("SF:["));
    }
  }

  private void checkArguments(CodeBuilder code) {
    for (int i = 0; i < count; i++) {
      Kind kind = method.parameterKind(i);
      if (kind.isPrimitive()) {
        Label fits = code.newLabel();
        pushArgument(code, i);
        code.instanceOf(box(kind)).branch(Opcode.IFNE, fits);
        writeStranger(code, i);
        code.labelBinding(fits);
      }
    }
  }

  private void writeStranger(CodeBuilder code, int parameter) {
    constant(code, handle, Signature.COMPILED_UNIT);
    constant(code, method.code, Signature.PROTOTYPE);
    code.loadConstant(parameter);
    code.invokestatic(Signature.COMPILED_UNIT, "stranger", Signature.of("UPI:V"));
    code.aload(1).aload(2);
    if (takesArray()) {
      code.aload(3);
    } else {
      code.loadConstant(count).anewarray(ConstantDescs.CD_Object);
      for (int i = 0; i < count; i++) {
        code.dup().loadConstant(i).aload(3 + i);
        code.aastore();
      }
    }
    code.invokestatic(Signature.LINKAGE, "interpret", Signature.of("SF[:O")).areturn();
  }

  private void constant(CodeBuilder code, Object value, ClassDesc type) {
    code.getstatic(constants.owner(), constants.field(value, type), type);
  }

  private void pushArgument(CodeBuilder code, int index) {
    if (takesArray()) {
      code.aload(3).loadConstant(index);
      code.aaload();
    } else {
      code.aload(3 + index);
    }
  }

  private static ClassDesc box(Kind kind) {
    return switch (kind) {
      case INT -> Signature.LONG;
      case FLOAT -> Signature.DOUBLE;
      default -> Signature.BOOLEAN;
    };
  }

  private static void unbox(CodeBuilder code, Kind kind) {
    ClassDesc box = box(kind);
    code.checkcast(box);
    switch (kind) {
      case INT -> code.invokevirtual(box, "longValue", Signature.of(":J"));
      case FLOAT -> code.invokevirtual(box, "doubleValue", Signature.of(":D"));
      default -> code.invokevirtual(box, "booleanValue", Signature.of(":Z"));
    }
  }

  private void box(CodeBuilder code) {
    switch (method.result) {
      case INT -> code.invokestatic(Signature.INTS, "box", Signature.of("J:L"));
      case FLOAT -> code.invokestatic(Signature.DOUBLE, "valueOf", Signature.of("D:E"));
      case BOOL -> code.invokestatic(Signature.BOOLEAN, "valueOf", Signature.of("Z:B"));
      default -> {}
    }
  }
}

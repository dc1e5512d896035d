package ruff.jit.emit;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import ruff.jit.flow.Kind;

/**
 * Java instructions of one method, or nothing at all: the analysis goes through the same motions as
 * the emission, without a builder behind this.
 */
final class Asm {
  private static final int LARGEST_INLINED = 325;

  private final CodeBuilder code;
  private final ClassConstants constants;

  /** Whether anything since {@link #watch} may throw an error of the program. */
  private boolean throwing;

  private Asm(CodeBuilder code, ClassConstants constants) {
    this.code = code;
    this.constants = constants;
  }

  static Asm silent() {
    return new Asm(null, null);
  }

  static Asm into(CodeBuilder code, ClassConstants constants) {
    return new Asm(code, constants);
  }

  boolean isSilent() {
    return code == null;
  }

  /** Starts to watch for instructions that may throw errors of the program. */
  void watch() {
    throwing = false;
  }

  boolean hasThrowing() {
    return throwing;
  }

  Label label() {
    return code == null ? null : code.newLabel();
  }

  void bind(Label label) {
    if (code != null) {
      code.labelBinding(label);
    }
  }

  void jump(Opcode opcode, Label target) {
    if (code != null) {
      code.branch(opcode, target);
    }
  }

  void op(Opcode opcode) {
    if (code != null) {
      code.with(
          switch (opcode.kind()) {
            case ARRAY_LOAD -> ArrayLoadInstruction.of(opcode);
            case ARRAY_STORE -> ArrayStoreInstruction.of(opcode);
            default -> OperatorInstruction.of(opcode);
          });
    }
  }

  void convert(Opcode opcode) {
    if (code != null) {
      code.with(ConvertInstruction.of(opcode));
    }
  }

  void dup() {
    if (code != null) {
      code.dup();
    }
  }

  /**
   * Adds code that is never reached, so that HotSpot leaves the method out of its callers: it takes
   * in what is often called and has no more than 325 bytes ({@code FreqInlineSize}).
   */
  void beTooLargeToInline() {
    for (int i = 0; i < LARGEST_INLINED; i++) {
      code.nop();
    }
  }

  void pop() {
    if (code != null) {
      code.pop();
    }
  }

  void swap() {
    if (code != null) {
      code.swap();
    }
  }

  void aload(int slot) {
    if (code != null) {
      code.aload(slot);
    }
  }

  void astore(int slot) {
    if (code != null) {
      code.astore(slot);
    }
  }

  void lload(int slot) {
    if (code != null) {
      code.lload(slot);
    }
  }

  void lstore(int slot) {
    if (code != null) {
      code.lstore(slot);
    }
  }

  void dload(int slot) {
    if (code != null) {
      code.dload(slot);
    }
  }

  void dstore(int slot) {
    if (code != null) {
      code.dstore(slot);
    }
  }

  /** Puts zero into a local for numbers of that kind. */
  void zero(Kind kind, int slot) {
    switch (kind) {
      case INT -> {
        constant(0L);
        lstore(slot);
      }
      case FLOAT -> {
        constant(0.0);
        dstore(slot);
      }
      default -> {
        constant(0);
        istore(slot);
      }
    }
  }

  void iload(int slot) {
    if (code != null) {
      code.iload(slot);
    }
  }

  void istore(int slot) {
    if (code != null) {
      code.istore(slot);
    }
  }

  void increment(int slot) {
    if (code != null) {
      code.iinc(slot, 1);
    }
  }

  void constant(long value) {
    if (code != null) {
      code.loadConstant(value);
    }
  }

  void constant(double value) {
    if (code != null) {
      code.loadConstant(value);
    }
  }

  void constant(int value) {
    if (code != null) {
      code.loadConstant(value);
    }
  }

  void nothing() {
    if (code != null) {
      code.aconst_null();
    }
  }

  /** An object that the class is made with. */
  void constant(Object value, ClassDesc type) {
    if (code != null) {
      code.getstatic(constants.owner(), constants.field(value, type), type);
    }
  }

  void isInstance(ClassDesc type) {
    if (code != null) {
      code.instanceOf(type);
    }
  }

  void cast(ClassDesc type) {
    if (code != null) {
      code.checkcast(type);
    }
  }

  void field(ClassDesc owner, String name, ClassDesc type) {
    if (code != null) {
      code.getfield(owner, name, type);
    }
  }

  void putField(ClassDesc owner, String name, ClassDesc type) {
    if (code != null) {
      code.putfield(owner, name, type);
    }
  }

  void staticField(ClassDesc owner, String name, ClassDesc type) {
    if (code != null) {
      code.getstatic(owner, name, type);
    }
  }

  void newObject(ClassDesc type) {
    if (code != null) {
      code.new_(type);
    }
  }

  void construct(ClassDesc type, String signature) {
    if (code != null) {
      code.invokespecial(type, ConstantDescs.INIT_NAME, Signature.of(signature));
    }
  }

  /** A static method that throws nothing which a program could see. */
  void call(ClassDesc owner, String name, String signature) {
    call(owner, name, code == null ? null : Signature.of(signature));
  }

  void call(ClassDesc owner, String name, MethodTypeDesc type) {
    if (code != null) {
      code.invokestatic(owner, name, type);
    }
  }

  /** A static method that may throw errors of the program. */
  void callThrowing(ClassDesc owner, String name, MethodTypeDesc type) {
    throwing = true;
    if (code != null) {
      code.invokestatic(owner, name, type);
    }
  }

  /** A method of {@link ruff.interpreter.Linkage} that may throw errors of the program. */
  void link(String name, String signature) {
    throwing = true;
    if (code != null) {
      code.invokestatic(Signature.LINKAGE, name, Signature.of(signature));
    }
  }

  void callVirtual(ClassDesc owner, String name, String signature) {
    if (code != null) {
      code.invokevirtual(owner, name, Signature.of(signature));
    }
  }

  void callVirtualThrowing(ClassDesc owner, String name, String signature) {
    throwing = true;
    callVirtual(owner, name, signature);
  }

  void throwIt() {
    throwing = true;
    rethrow();
  }

  /** A throw from a place that no handler of the program covers. */
  void rethrow() {
    if (code != null) {
      code.athrow();
    }
  }

  void returnObject() {
    if (code != null) {
      code.areturn();
    }
  }

  void returnLong() {
    if (code != null) {
      code.lreturn();
    }
  }

  void returnDouble() {
    if (code != null) {
      code.dreturn();
    }
  }

  void returnNothing() {
    if (code != null) {
      code.return_();
    }
  }

  void returnInt() {
    if (code != null) {
      code.ireturn();
    }
  }

  /** Makes an object of a value without one; objects stay as they are. */
  void box(Kind kind) {
    switch (kind) {
      case INT -> call(Signature.INTS, "box", "J:L");
      case FLOAT -> call(Signature.DOUBLE, "valueOf", "D:E");
      case BOOL -> call(Signature.BOOLEAN, "valueOf", "Z:B");
      case CHAR -> call(Signature.TEXT, "ofCodePoint", "I:N");
      default -> {}
    }
  }

  /**
   * {@link #box} for a value that is soon taken out again: HotSpot does without the object where it
   * sees both.
   */
  void boxInPassing(Kind kind) {
    if (kind == Kind.INT) {
      call(Signature.LONG, "valueOf", "J:L");
    } else {
      box(kind);
    }
  }

  /** Takes the value of a primitive kind out of its object; other objects stay as they are. */
  void unbox(Kind kind) {
    if (kind.isPrimitive()) {
      ClassDesc box = boxClass(kind);
      cast(box);
      switch (kind) {
        case INT -> callVirtual(box, "longValue", ":J");
        case FLOAT -> callVirtual(box, "doubleValue", ":D");
        default -> callVirtual(box, "booleanValue", ":Z");
      }
    }
  }

  /** The class of the objects that hold values of a primitive kind. */
  static ClassDesc boxClass(Kind kind) {
    return switch (kind) {
      case INT -> Signature.LONG;
      case FLOAT -> Signature.DOUBLE;
      default -> Signature.BOOLEAN;
    };
  }

  void newArray(int length) {
    if (code != null) {
      code.loadConstant(length).anewarray(ConstantDescs.CD_Object);
    }
  }

  void newLongs(int length) {
    if (code != null) {
      code.loadConstant(length).newarray(TypeKind.LONG);
    }
  }

  void newDoubles(int length) {
    if (code != null) {
      code.loadConstant(length).newarray(TypeKind.DOUBLE);
    }
  }

  /**
   * Lets errors between two places go to a third.
   *
   * @param type null for every throwable
   */
  void handle(Label from, Label to, Label handler, ClassDesc type) {
    if (code == null) {
      return;
    }
    if (type == null) {
      code.exceptionCatchAll(from, to, handler);
    } else {
      code.exceptionCatch(from, to, handler, type);
    }
  }
}

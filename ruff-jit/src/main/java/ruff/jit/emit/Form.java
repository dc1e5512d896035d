package ruff.jit.emit;

import static java.lang.classfile.Opcode.I2L;

import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.List;
import ruff.jit.flow.Definition;
import ruff.jit.flow.Kind;
import ruff.jit.flow.Type;

/** The parameters that a register takes when it is handed to another Java method as it is. */
final class Form {
  private Form() {}

  static void addTo(List<ClassDesc> parameters, Type type) {
    if (type.boxed()) {
      parameters.add(ConstantDescs.CD_Object);
      return;
    }
    switch (type.kind()) {
      case DEFINITION -> {}
      case INT -> parameters.add(number(type));
      case RANGE -> {
        parameters.add(number(type));
        parameters.add(number(type));
      }
      case CURSOR -> {
        parameters.add(ConstantDescs.CD_Object);
        parameters.add(ConstantDescs.CD_int);
      }
      default -> parameters.add(Method.javaType(type.kind()));
    }
  }

  private static ClassDesc number(Type type) {
    return type.narrow() ? ConstantDescs.CD_int : ConstantDescs.CD_long;
  }

  /** The slots of those parameters. */
  static int width(Type type) {
    if (type.boxed()) {
      return 1;
    }
    return switch (type.kind()) {
      case INT -> type.narrow() ? 1 : 2;
      case RANGE -> type.narrow() ? 2 : 4;
      case FLOAT, CURSOR -> 2;
      case DEFINITION -> 0;
      default -> 1;
    };
  }

  /** The slots of a parameter of that kind, or of a local. */
  static int width(Kind kind) {
    return kind == Kind.INT || kind == Kind.FLOAT ? 2 : 1;
  }

  /** Pushes a register that lies in one or two locals, part by part. */
  static void push(Asm asm, Type type, int first, int second) {
    if (type.boxed()) {
      asm.aload(first);
      return;
    }
    switch (type.kind()) {
      case DEFINITION -> {}
      case INT -> pushNumber(asm, type, first);
      case FLOAT -> asm.dload(first);
      case BOOL, CHAR -> asm.iload(first);
      case RANGE -> {
        pushNumber(asm, type, first);
        pushNumber(asm, type, second);
      }
      case CURSOR -> {
        asm.aload(first);
        asm.iload(second);
      }
      default -> asm.aload(first);
    }
  }

  private static void pushNumber(Asm asm, Type type, int slot) {
    if (type.narrow()) {
      asm.iload(slot);
    } else {
      asm.lload(slot);
    }
  }

  private static void pushLong(Asm asm, Type type, int slot) {
    pushNumber(asm, type, slot);
    if (type.narrow()) {
      asm.convert(I2L);
    }
  }

  /**
   * Pushes a register that lies in one or two locals as an object. The Java method's first local is
   * the strand.
   */
  static void pushObject(Asm asm, Type type, int first, int second) {
    if (type.is(Kind.UNSET)) {
      asm.nothing();
    } else if (type.detail() instanceof Definition definition) {
      asm.aload(0);
      asm.constant(definition.home(), Signature.FUNCTION);
      asm.constant(definition.slot());
      asm.call(Signature.LINKAGE, "definition", "SFI:O");
    } else if (type.is(Kind.RANGE)) {
      asm.newObject(Signature.COUNTED_RANGE);
      asm.dup();
      pushLong(asm, type, first);
      pushLong(asm, type, second);
      asm.constant(type.count().step());
      asm.construct(Signature.COUNTED_RANGE, "JJJ:V");
    } else if (type.is(Kind.CURSOR)) {
      asm.aload(first);
      asm.iload(second);
      asm.call(Signature.LINKAGE, "cursor", "OI:O");
    } else if (type.narrow()) {
      pushLong(asm, type, first);
      asm.box(Kind.INT);
    } else {
      push(asm, type, first, second);
      if (!type.boxed()) {
        asm.box(type.kind());
      }
    }
  }
}

package ruff.jit.emit;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import ruff.jit.flow.Kind;
import ruff.jit.flow.Type;

/**
 * A Java method that takes live registers as arguments and puts them into a frame. Kept out of the
 * methods that exit, which HotSpot has to compile and inline.
 */
record ExitMethod(String name, Purpose purpose, List<Saved> saved, MethodTypeDesc type) {
  /** What happens with the frame. */
  enum Purpose {
    /** The interpreter goes on with a new frame, and its result is the method's. */
    INTERPRET,
    /** The frame exists already and only gets the registers. */
    SAVE
  }

  /** A register and the form in which it comes. */
  record Saved(int register, Type type) {}

  static ExitMethod of(String name, Purpose purpose, List<Saved> saved) {
    List<ClassDesc> parameters = new ArrayList<>();
    if (purpose == Purpose.INTERPRET) {
      parameters.add(Signature.STRAND);
      parameters.add(ConstantDescs.CD_int);
      parameters.add(Signature.FUNCTION);
      parameters.add(ConstantDescs.CD_int);
    } else {
      parameters.add(Signature.OBJECTS);
    }
    for (Saved each : saved) {
      Kind kind = each.type().kind();
      switch (kind) {
        case INT -> parameters.add(ConstantDescs.CD_long);
        case FLOAT -> parameters.add(ConstantDescs.CD_double);
        case BOOL -> parameters.add(ConstantDescs.CD_boolean);
        case RANGE -> {
          parameters.add(ConstantDescs.CD_long);
          parameters.add(ConstantDescs.CD_long);
        }
        case CURSOR -> {
          parameters.add(ConstantDescs.CD_Object);
          parameters.add(ConstantDescs.CD_int);
        }
        default -> parameters.add(ConstantDescs.CD_Object);
      }
    }
    ClassDesc result =
        purpose == Purpose.INTERPRET ? ConstantDescs.CD_Object : ConstantDescs.CD_void;
    return new ExitMethod(name, purpose, saved, MethodTypeDesc.of(result, parameters));
  }

  MethodTypeDesc descriptor() {
    return type;
  }

  void write(CodeBuilder code) {
    int frame;
    int slot;
    if (purpose == Purpose.INTERPRET) {
      slot = 4;
      frame = slot + width();
      code.aload(2).invokestatic(Signature.LINKAGE, "frame", Signature.of("F:[")).astore(frame);
    } else {
      slot = 1;
      frame = 0;
    }
    for (Saved each : saved) {
      code.aload(frame).loadConstant(each.register());
      slot = box(code, each.type(), slot);
      code.aastore();
    }
    if (purpose == Purpose.INTERPRET) {
      code.aload(0).aload(2).aload(frame).iload(3).iload(1);
      code.invokestatic(Signature.LINKAGE, "goOn", Signature.of("SF[II:O")).areturn();
    } else {
      code.return_();
    }
  }

  private int width() {
    int width = 0;
    for (Saved each : saved) {
      width +=
          switch (each.type().kind()) {
            case INT, FLOAT, CURSOR -> 2;
            case RANGE -> 4;
            default -> 1;
          };
    }
    return width;
  }

  private static int box(CodeBuilder code, Type type, int slot) {
    switch (type.kind()) {
      case INT -> {
        code.lload(slot).invokestatic(Signature.INTS, "box", Signature.of("J:L"));
        return slot + 2;
      }
      case FLOAT -> {
        code.dload(slot).invokestatic(Signature.DOUBLE, "valueOf", Signature.of("D:E"));
        return slot + 2;
      }
      case BOOL -> {
        code.iload(slot).invokestatic(Signature.BOOLEAN, "valueOf", Signature.of("Z:B"));
        return slot + 1;
      }
      case RANGE -> {
        code.new_(Signature.COUNTED_RANGE).dup().lload(slot).lload(slot + 2);
        code.loadConstant((long) (Long) type.detail());
        code.invokespecial(Signature.COUNTED_RANGE, ConstantDescs.INIT_NAME, Signature.of("JJJ:V"));
        return slot + 4;
      }
      case CURSOR -> {
        code.aload(slot).checkcast(Signature.ARRAY).iload(slot + 1);
        code.invokestatic(Signature.LINKAGE, "cursor", Signature.of("AI:O"));
        return slot + 2;
      }
      default -> {
        code.aload(slot);
        return slot + 1;
      }
    }
  }
}

package ruff.jit.emit;

import java.lang.classfile.Opcode;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import ruff.bytecode.Prototype;
import ruff.jit.flow.Type;

/**
 * A Java method that takes live registers as arguments and puts them into a frame. Everything that
 * an exit does is in here: HotSpot inlines a method by the size of its code, seldom run or not.
 */
record ExitMethod(String name, Way way) {
  /** What happens with the frame. */
  enum Purpose {
    /** The interpreter goes on with a new frame, and its result is the method's. */
    INTERPRET,
    /** The frame exists already; the interpreter takes it back. */
    LEAVE,
    /** The frame exists already and only gets the registers. */
    SAVE
  }

  /** What a Java method returns that ends in another way than the function's own. */
  enum Answer {
    OBJECT,
    INT,
    FLOAT,
    BOOL,
    /** A loop that is a method of its own leaves the result with the strand. */
    IN_LOOP,
    NOTHING
  }

  /** A register and the form in which it comes. */
  record Saved(int register, Type type) {}

  /**
   * What tells exit methods apart.
   *
   * @param blamed the function with a guess that has failed, or null when none has
   */
  record Way(Purpose purpose, Answer answer, Prototype blamed, List<Saved> saved) {}

  MethodTypeDesc descriptor() {
    List<ClassDesc> parameters = new ArrayList<>();
    switch (way.purpose) {
      case INTERPRET ->
          parameters.addAll(
              List.of(
                  Signature.STRAND,
                  ConstantDescs.CD_int,
                  Signature.FUNCTION,
                  ConstantDescs.CD_int));
      case LEAVE ->
          parameters.addAll(List.of(Signature.STRAND, Signature.OBJECTS, ConstantDescs.CD_int));
      case SAVE -> parameters.addAll(List.of(Signature.STRAND, Signature.OBJECTS));
    }
    for (Saved each : way.saved) {
      Form.addTo(parameters, each.type());
    }
    return MethodTypeDesc.of(result(), parameters);
  }

  private ClassDesc result() {
    return switch (way.answer) {
      case OBJECT -> ConstantDescs.CD_Object;
      case INT -> ConstantDescs.CD_long;
      case FLOAT -> ConstantDescs.CD_double;
      case BOOL -> ConstantDescs.CD_boolean;
      case IN_LOOP -> ConstantDescs.CD_int;
      case NOTHING -> ConstantDescs.CD_void;
    };
  }

  /** Writes the body; the parameters are in the order of {@link #descriptor}. */
  void write(Asm asm, CompiledUnit handle) {
    switch (way.purpose) {
      case INTERPRET -> interpret(asm, handle);
      case LEAVE -> leave(asm, handle);
      case SAVE -> fill(asm, 1, 2);
    }
    finish(asm);
  }

  private void interpret(Asm asm, CompiledUnit handle) {
    int first = 4;
    int frame = first;
    for (Saved each : way.saved) {
      frame += Form.width(each.type());
    }
    blame(asm, handle, 3);
    asm.aload(2);
    asm.call(Signature.LINKAGE, "frame", "F:[");
    asm.astore(frame);
    fill(asm, frame, first);
    asm.aload(0);
    asm.aload(2);
    asm.aload(frame);
    asm.iload(3);
    asm.iload(1);
    asm.call(Signature.LINKAGE, "goOn", "SF[II:O");
  }

  private void leave(Asm asm, CompiledUnit handle) {
    blame(asm, handle, 2);
    fill(asm, 1, 3);
    asm.aload(0);
    asm.iload(2);
    asm.callVirtual(Signature.STRAND, "exit", "I:V");
    asm.staticField(Signature.CODE, "EXITED", ConstantDescs.CD_Object);
  }

  private void blame(Asm asm, CompiledUnit handle, int pc) {
    if (way.blamed != null) {
      asm.constant(handle, Signature.COMPILED_UNIT);
      asm.constant(way.blamed, Signature.PROTOTYPE);
      asm.iload(pc);
      asm.call(Signature.COMPILED_UNIT, "exited", "UPI:V");
    }
  }

  private void fill(Asm asm, int frame, int first) {
    int slot = first;
    for (Saved each : way.saved) {
      asm.aload(frame);
      asm.constant(each.register());
      int width = Form.width(each.type());
      Form.pushObject(asm, each.type(), slot, slot + width / 2);
      asm.op(Opcode.AASTORE);
      slot += width;
    }
  }

  /** Returns the object on the stack in the way that the callers do. */
  private void finish(Asm asm) {
    switch (way.answer) {
      case OBJECT -> asm.returnObject();
      case INT -> {
        asm.call(Signature.WRONG_RESULT, "asInt", "O:J");
        asm.returnLong();
      }
      case FLOAT -> {
        asm.call(Signature.WRONG_RESULT, "asFloat", "O:D");
        asm.returnDouble();
      }
      case BOOL -> {
        asm.call(Signature.WRONG_RESULT, "asBool", "O:Z");
        asm.returnInt();
      }
      case IN_LOOP -> {
        asm.aload(0);
        asm.swap();
        asm.callVirtual(Signature.STRAND, "finish", "O:I");
        asm.returnInt();
      }
      case NOTHING -> asm.returnNothing();
    }
  }
}

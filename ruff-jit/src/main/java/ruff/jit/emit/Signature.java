package ruff.jit.emit;

import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.Map;

/**
 * Descriptors of Java methods in a short notation: a letter per type, the parameters first, the
 * result behind a colon.
 */
final class Signature {
  static final ClassDesc OBJECT = ConstantDescs.CD_Object;
  static final ClassDesc OBJECTS = ConstantDescs.CD_Object.arrayType();
  static final ClassDesc LONGS = ConstantDescs.CD_long.arrayType();
  static final ClassDesc DOUBLES = ConstantDescs.CD_double.arrayType();
  static final ClassDesc BOOLEANS = ConstantDescs.CD_boolean.arrayType();
  static final ClassDesc STRAND = vm("interpreter.Strand");
  static final ClassDesc FUNCTION = vm("interpreter.FunctionValue");
  static final ClassDesc INTERPRETER = vm("interpreter.Interpreter");
  static final ClassDesc CODE = vm("interpreter.Code");
  static final ClassDesc LINKAGE = vm("interpreter.Linkage");
  static final ClassDesc SUSPENDED = vm("interpreter.SuspendedFrame");
  static final ClassDesc COUNTED_RANGE = vm("interpreter.CountedRange");
  static final ClassDesc ITERATION = vm("interpreter.Iteration");
  static final ClassDesc PROTOTYPE = vm("bytecode.Prototype");
  static final ClassDesc ARRAY = vm("value.ArrayValue");
  static final ClassDesc DICT = vm("value.DictValue");
  static final ClassDesc STRUCT = vm("value.StructValue");
  static final ClassDesc SHAPE = vm("value.Shape");
  static final ClassDesc CONTAINER = vm("value.Container");
  static final ClassDesc CELL = vm("value.Cell");
  static final ClassDesc NULL_VALUE = vm("value.NullValue");
  static final ClassDesc WRAP = vm("value.WrapValue");
  static final ClassDesc TEXT = vm("value.Text");
  static final ClassDesc INTS = vm("value.Ints");
  static final ClassDesc EQUALITY = vm("value.Equality");
  static final ClassDesc WRONG_RESULT = vm("jit.emit.WrongResult");
  static final ClassDesc ACCESS = vm("jit.emit.Access");
  static final ClassDesc COMPILED_UNIT = vm("jit.emit.CompiledUnit");
  static final ClassDesc LONG = ConstantDescs.CD_Long;
  static final ClassDesc DOUBLE = ConstantDescs.CD_Double;
  static final ClassDesc BOOLEAN = ConstantDescs.CD_Boolean;
  static final ClassDesc MATH = ClassDesc.of("java.lang.Math");
  static final ClassDesc RUNTIME_EXCEPTION = ClassDesc.of("java.lang.RuntimeException");
  static final ClassDesc THROWABLE = ConstantDescs.CD_Throwable;

  private static final Map<String, MethodTypeDesc> KNOWN = new HashMap<>();

  private Signature() {}

  private static ClassDesc vm(String name) {
    return ClassDesc.of("ruff." + name);
  }

  /** The descriptor that a notation such as {@code SPIOO:O} means. */
  static MethodTypeDesc of(String notation) {
    synchronized (KNOWN) {
      MethodTypeDesc known = KNOWN.get(notation);
      if (known == null) {
        int colon = notation.indexOf(':');
        ClassDesc[] parameters = new ClassDesc[colon];
        for (int i = 0; i < colon; i++) {
          parameters[i] = type(notation.charAt(i));
        }
        known = MethodTypeDesc.of(type(notation.charAt(colon + 1)), parameters);
        KNOWN.put(notation, known);
      }
      return known;
    }
  }

  /** The descriptor with that text, such as {@code (JJ)V}. */
  static MethodTypeDesc ofDescriptor(String text) {
    synchronized (KNOWN) {
      return KNOWN.computeIfAbsent(text, MethodTypeDesc::ofDescriptor);
    }
  }

  static ClassDesc type(char letter) {
    return switch (letter) {
      case 'J' -> ConstantDescs.CD_long;
      case 'D' -> ConstantDescs.CD_double;
      case 'I' -> ConstantDescs.CD_int;
      case 'Z' -> ConstantDescs.CD_boolean;
      case 'V' -> ConstantDescs.CD_void;
      case 'O' -> OBJECT;
      case '[' -> OBJECTS;
      case 'S' -> STRAND;
      case 'F' -> FUNCTION;
      case 'P' -> PROTOTYPE;
      case 'A' -> ARRAY;
      case 'L' -> LONG;
      case 'N' -> ConstantDescs.CD_String;
      case 'T' -> THROWABLE;
      case 'U' -> COMPILED_UNIT;
      default -> other(letter);
    };
  }

  private static ClassDesc other(char letter) {
    return switch (letter) {
      case 'l' -> LONGS;
      case 'd' -> DOUBLES;
      case 'z' -> BOOLEANS;
      case 'x' -> LONGS.arrayType();
      case 'y' -> DOUBLES.arrayType();
      case 'v' -> BOOLEANS.arrayType();
      case 's' -> SUSPENDED;
      case 'h' -> SHAPE;
      case 'i' -> ITERATION;
      case 'w' -> WRAP;
      case 'e' -> vm("value.RuffError");
      case 'C' -> CODE;
      case 'B' -> BOOLEAN;
      case 'E' -> DOUBLE;
      case 'u' -> ConstantDescs.CD_char;
      case 'c' -> site("Call");
      case 'm' -> site("Method");
      case 'n' -> site("NativeCall");
      case 'f' -> site("Field");
      case 't' -> site("StructLiteral");
      case 'g' -> site("Tagged");
      case 'p' -> site("Case");
      case 'q' -> site("Name");
      case 'Q' -> site("Names");
      default -> throw new IllegalArgumentException("no type " + letter);
    };
  }

  static ClassDesc site(String name) {
    return vm("bytecode.Site$" + name);
  }
}

package ruff.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.reflect.Field;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ruff.bytecode.Op;

class InterpreterShapeTest {
  /** The JVM leaves methods of more than 8,000 bytes uncompiled. */
  private static final int MAX_BYTES = 7_500;

  @Test
  void theNumbersOfTheInterpreterAreThoseOfTheInstructionSet() throws IllegalAccessException {
    Map<String, Integer> declared = new LinkedHashMap<>();
    for (Op op : Op.values()) {
      declared.put(op.name(), op.ordinal());
    }
    Map<String, Integer> interpreted = new LinkedHashMap<>();
    for (Field constant : Opcode.class.getDeclaredFields()) {
      interpreted.put(constant.getName(), constant.getInt(null));
    }

    assertThat(interpreted).isEqualTo(declared);
  }

  @Test
  void theMainLoopIsSmallEnoughToBeCompiled() throws IOException {
    assertThat(bytesOf("run")).isPositive().isLessThan(MAX_BYTES);
  }

  private static int bytesOf(String method) throws IOException {
    try (InputStream file = Interpreter.class.getResourceAsStream("Interpreter.class")) {
      ClassModel model = ClassFile.of().parse(file.readAllBytes());
      return model.methods().stream()
          .filter(candidate -> candidate.methodName().equalsString(method))
          .map(MethodModel::code)
          .mapToInt(code -> ((CodeAttribute) code.orElseThrow()).codeLength())
          .sum();
    }
  }
}

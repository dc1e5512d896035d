import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** {@code hashCode} and {@code equals} of a record, component by component. */
final class RecordMethod {
  private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");

  private record Component(String name, ClassDesc type) {}

  private final ClassDesc owner;
  private final List<Component> components;

  private RecordMethod(ClassDesc owner, List<Component> components) {
    this.owner = owner;
    this.components = components;
  }

  /** The method for a call; null for {@code toString}, whose text is not worth the effort. */
  static Consumer<CodeBuilder> of(InvokeDynamicInstruction call) {
    List<ConstantDesc> arguments = call.bootstrapArgs();
    List<Component> components = new ArrayList<>();
    for (ConstantDesc getter : arguments.subList(2, arguments.size())) {
      DirectMethodHandleDesc field = (DirectMethodHandleDesc) getter;
      components.add(new Component(field.methodName(), field.invocationType().returnType()));
    }
    RecordMethod method = new RecordMethod((ClassDesc) arguments.getFirst(), components);
    return switch (call.name().stringValue()) {
      case "hashCode" -> method::hashCode;
      case "equals" -> method::equals;
      default -> null;
    };
  }

  private void hashCode(CodeBuilder body) {
    body.loadConstant(0);
    for (Component component : components) {
      body.loadConstant(31).imul();
      body.aload(0).getfield(owner, component.name, component.type);
      boolean primitive = component.type.isPrimitive();
      ClassDesc holder = primitive ? box(component.type) : OBJECTS;
      ClassDesc parameter = primitive ? component.type : ConstantDescs.CD_Object;
      body.invokestatic(holder, "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, parameter));
      body.iadd();
    }
    body.ireturn();
  }

  private void equals(CodeBuilder body) {
    Label different = body.newLabel();
    body.aload(1).instanceOf(owner).ifeq(different);
    for (Component component : components) {
      body.aload(0).getfield(owner, component.name, component.type);
      body.aload(1).checkcast(owner).getfield(owner, component.name, component.type);
      compare(body, component.type, different);
    }
    body.loadConstant(1).ireturn();
    body.labelBinding(different).loadConstant(0).ireturn();
  }

  private static void compare(CodeBuilder body, ClassDesc type, Label different) {
    if (!type.isPrimitive()) {
      ClassDesc object = ConstantDescs.CD_Object;
      MethodTypeDesc equals = MethodTypeDesc.of(ConstantDescs.CD_boolean, object, object);
      body.invokestatic(OBJECTS, "equals", equals).ifeq(different);
      return;
    }
    // Not by operators: a NaN equals itself here, and the two zeros differ.
    MethodTypeDesc compare = MethodTypeDesc.of(ConstantDescs.CD_int, type, type);
    body.invokestatic(box(type), "compare", compare).ifne(different);
  }

  private static ClassDesc box(ClassDesc primitive) {
    return switch (TypeKind.from(primitive)) {
      case BOOLEAN -> ConstantDescs.CD_Boolean;
      case BYTE -> ConstantDescs.CD_Byte;
      case CHAR -> ConstantDescs.CD_Character;
      case SHORT -> ConstantDescs.CD_Short;
      case INT -> ConstantDescs.CD_Integer;
      case LONG -> ConstantDescs.CD_Long;
      case FLOAT -> ConstantDescs.CD_Float;
      case DOUBLE -> ConstantDescs.CD_Double;
      case REFERENCE, VOID -> throw new IllegalArgumentException(primitive.displayName());
    };
  }
}

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds the label of a switch over types by trying one after the other: -1 for null, else the first
 * label from the second argument on that fits, else the number of labels.
 */
final class SwitchChain {
  private SwitchChain() {}

  /** The method for a call; null when it has labels other than types and strings. */
  static Consumer<CodeBuilder> of(InvokeDynamicInstruction call) {
    List<ConstantDesc> labels = call.bootstrapArgs();
    boolean plain =
        call.bootstrapMethod().methodName().equals("typeSwitch")
            && labels.stream()
                .allMatch(label -> label instanceof ClassDesc || label instanceof String);
    return plain ? body -> write(body, labels) : null;
  }

  private static void write(CodeBuilder body, List<ConstantDesc> labels) {
    Label notNull = body.newLabel();
    body.aload(0).ifnonnull(notNull).loadConstant(-1).ireturn().labelBinding(notNull);
    for (int i = 0; i < labels.size(); i++) {
      Label next = body.newLabel();
      // A switch goes on behind a label whose guard said no.
      body.iload(1).loadConstant(i).if_icmpgt(next);
      test(body, labels.get(i));
      body.ifeq(next).loadConstant(i).ireturn().labelBinding(next);
    }
    body.loadConstant(labels.size()).ireturn();
  }

  private static void test(CodeBuilder body, ConstantDesc label) {
    if (label instanceof ClassDesc type) {
      body.aload(0).instanceOf(type);
      return;
    }
    body.loadConstant(label).aload(0);
    body.invokevirtual(
        ConstantDescs.CD_String,
        "equals",
        MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object));
  }
}

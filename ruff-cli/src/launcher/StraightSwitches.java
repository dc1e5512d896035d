import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;

/**
 * Replaces the calls behind switches over types by plain chains of {@code instanceof}.
 *
 * <p>The compiler links such a switch at its first use, which makes a class at run time: more than
 * a millisecond for each switch, and no start-up cache helps. The programs mean the same without.
 */
final class StraightSwitches {
  private static final String BOOTSTRAP_CLASS = "SwitchBootstraps";
  private static final String BOOTSTRAP_METHOD = "typeSwitch";
  private static final int PRIVATE_STATIC_SYNTHETIC =
      ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;

  private final ClassFile classFile;

  /**
   * @param libraries finds the classes that the rewritten ones name
   */
  StraightSwitches(ClassLoader libraries) {
    ClassHierarchyResolver resolver =
        ClassHierarchyResolver.ofResourceParsing(libraries)
            .orElse(ClassHierarchyResolver.defaultResolver())
            .cached();
    this.classFile = ClassFile.of(ClassHierarchyResolverOption.of(resolver));
  }

  /** The class with its switches replaced; the same bytes where there is none. */
  byte[] rewrite(byte[] bytes) {
    ClassModel model = classFile.parse(bytes);
    Chains chains = new Chains(model);
    ClassTransform transform =
        ClassTransform.transformingMethodBodies(chains.replace())
            .andThen(ClassTransform.endHandler(chains::addMethods));
    byte[] rewritten = classFile.transformClass(model, transform);
    return chains.sites.isEmpty() ? bytes : rewritten;
  }

  /** Sends each switch to a method of its own and adds those methods to the class. */
  private static final class Chains {
    private final List<DynamicCallSiteDesc> sites = new ArrayList<>();
    private final ClassDesc owner;
    private final boolean inInterface;

    Chains(ClassModel model) {
      this.owner = model.thisClass().asSymbol();
      this.inInterface = model.flags().has(AccessFlag.INTERFACE);
    }

    void addMethods(ClassBuilder builder) {
      for (int i = 0; i < sites.size(); i++) {
        DynamicCallSiteDesc site = sites.get(i);
        builder.withMethodBody(
            name(i), site.invocationType(), PRIVATE_STATIC_SYNTHETIC, body -> chain(body, site));
      }
    }

    CodeTransform replace() {
      return (CodeBuilder builder, CodeElement element) -> {
        if (element instanceof InvokeDynamicInstruction call && isTypeSwitch(call)) {
          sites.add(
              DynamicCallSiteDesc.of(
                  call.bootstrapMethod(),
                  call.name().stringValue(),
                  call.typeSymbol(),
                  call.bootstrapArgs().toArray(ConstantDesc[]::new)));
          MethodTypeDesc type = call.typeSymbol();
          builder.invokestatic(owner, name(sites.size() - 1), type, inInterface);
        } else {
          builder.with(element);
        }
      };
    }

    private static String name(int index) {
      return "switch$" + index;
    }

    private static boolean isTypeSwitch(InvokeDynamicInstruction call) {
      return call.bootstrapMethod().owner().displayName().equals(BOOTSTRAP_CLASS)
          && call.bootstrapMethod().methodName().equals(BOOTSTRAP_METHOD)
          && call.bootstrapArgs().stream()
              .allMatch(label -> label instanceof ClassDesc || label instanceof String);
    }

    /**
     * -1 for null, else the first label from the second argument on that fits, else their number.
     */
    private static void chain(CodeBuilder body, DynamicCallSiteDesc site) {
      ConstantDesc[] labels = site.bootstrapArgs();
      Label notNull = body.newLabel();
      body.aload(0).ifnonnull(notNull).loadConstant(-1).ireturn().labelBinding(notNull);
      for (int i = 0; i < labels.length; i++) {
        Label next = body.newLabel();
        // A switch goes on behind a label whose guard said no.
        body.iload(1).loadConstant(i).if_icmpgt(next);
        test(body, labels[i]);
        body.ifeq(next).loadConstant(i).ireturn().labelBinding(next);
      }
      body.loadConstant(labels.length).ireturn();
    }

    private static void test(CodeBuilder body, ConstantDesc label) {
      if (label instanceof ClassDesc type) {
        body.aload(0).instanceOf(type);
      } else {
        body.ldc((String) label).aload(0);
        body.invokevirtual(
            ConstantDescs.CD_String,
            "equals",
            MethodTypeDesc.ofDescriptor("(Ljava/lang/Object;)Z"));
      }
    }
  }
}

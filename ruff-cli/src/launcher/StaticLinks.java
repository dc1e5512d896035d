import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Replaces calls that the JVM would link at their first use by calls of plain methods, which this
 * adds to the class: those behind switches over types, and behind {@code hashCode} and {@code
 * equals} of records.
 *
 * <p>Linking one makes classes at run time: more than a millisecond for each, which no start-up
 * cache saves. The programs mean the same afterwards.
 */
final class StaticLinks {
  private static final int PRIVATE_STATIC_SYNTHETIC =
      ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;

  private final ClassFile classFile;

  /**
   * @param libraries finds the classes that the rewritten ones name
   */
  StaticLinks(ClassLoader libraries) {
    ClassHierarchyResolver resolver =
        ClassHierarchyResolver.ofResourceParsing(libraries)
            .orElse(ClassHierarchyResolver.defaultResolver())
            .cached();
    this.classFile = ClassFile.of(ClassHierarchyResolverOption.of(resolver));
  }

  /** The class with its calls replaced; the same bytes where there is none. */
  byte[] rewrite(byte[] bytes) {
    ClassModel model = classFile.parse(bytes);
    Links links = new Links(model);
    ClassTransform transform =
        ClassTransform.transformingMethodBodies(links.replace())
            .andThen(ClassTransform.endHandler(links::addMethods));
    byte[] rewritten = classFile.transformClass(model, transform);
    return links.calls.isEmpty() ? bytes : rewritten;
  }

  /** What a call becomes; null for one that stays. */
  private static Consumer<CodeBuilder> plainBody(InvokeDynamicInstruction call) {
    return switch (call.bootstrapMethod().owner().displayName()) {
      case "SwitchBootstraps" -> SwitchChain.of(call);
      case "ObjectMethods" -> RecordMethod.of(call);
      default -> null;
    };
  }

  /** The replaced calls of one class, in the order of their methods' numbers. */
  private static final class Links {
    private final List<InvokeDynamicInstruction> calls = new ArrayList<>();
    private final ClassDesc owner;
    private final boolean inInterface;

    Links(ClassModel model) {
      this.owner = model.thisClass().asSymbol();
      this.inInterface = model.flags().has(AccessFlag.INTERFACE);
    }

    CodeTransform replace() {
      return (CodeBuilder builder, CodeElement element) -> {
        if (element instanceof InvokeDynamicInstruction call && plainBody(call) != null) {
          builder.invokestatic(owner, name(calls.size()), call.typeSymbol(), inInterface);
          calls.add(call);
        } else {
          builder.with(element);
        }
      };
    }

    void addMethods(ClassBuilder builder) {
      for (int i = 0; i < calls.size(); i++) {
        InvokeDynamicInstruction call = calls.get(i);
        builder.withMethodBody(
            name(i), call.typeSymbol(), PRIVATE_STATIC_SYNTHETIC, plainBody(call)::accept);
      }
    }

    private static String name(int number) {
      return "linked$" + number;
    }
  }
}

package ruff.conformance;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The shape of the code base: which part may use which, and which part may reach the outside. */
class ArchitectureTest {
  private static final String[] LEXER = {"ruff.source..", "ruff.lexer.."};
  private static final String[] COMPILER = {
    "ruff.ast..",
    "ruff.parser..",
    "ruff.printer..",
    "ruff.resolve..",
    "ruff.bytecode..",
    "ruff.compile.."
  };
  private static final String[] VM = {
    "ruff.value..",
    "ruff.interpreter..",
    "ruff.task..",
    "ruff.module..",
    "ruff.host..",
    "ruff.policy..",
    "ruff.natives..",
    "ruff.engine.."
  };
  private static final String[] JIT = {"ruff.jit.."};
  private static final String[] STDLIB = {"ruff.stdlib.."};
  private static final String[] SERVE = {"ruff.serve.."};
  private static final String[] TOOLS = {"ruff.tools.."};
  private static final String[] CLI = {"ruff.cli.."};

  /** The door to the outside, and code that runs only while Ruff itself is compiled. */
  private static final String[] MAY_REACH_OUT = {"ruff.host..", "ruff.natives.processor.."};

  private static final JavaClasses RUFF =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("/ruff/conformance/"))
          .withImportOption(location -> !location.contains("/ruff/benchmarks/"))
          .importPackages("ruff");

  @Test
  void dependenciesPointOneWay() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("lexer")
        .definedBy(LEXER)
        .layer("compiler")
        .definedBy(COMPILER)
        .layer("vm")
        .definedBy(VM)
        .optionalLayer("jit")
        .definedBy(JIT)
        .optionalLayer("stdlib")
        .definedBy(STDLIB)
        .optionalLayer("serve")
        .definedBy(SERVE)
        .optionalLayer("tools")
        .definedBy(TOOLS)
        .layer("cli")
        .definedBy(CLI)
        .whereLayer("lexer")
        .mayNotAccessAnyLayer()
        .whereLayer("compiler")
        .mayOnlyAccessLayers("lexer")
        .whereLayer("vm")
        .mayOnlyAccessLayers("compiler", "lexer")
        .whereLayer("jit")
        .mayOnlyAccessLayers("vm", "compiler", "lexer")
        .whereLayer("stdlib")
        .mayOnlyAccessLayers("vm", "compiler", "lexer")
        .whereLayer("serve")
        .mayOnlyAccessLayers("vm", "compiler", "lexer")
        .whereLayer("tools")
        .mayOnlyAccessLayers("compiler", "lexer")
        .check(RUFF);
  }

  @Test
  void everyPackageBelongsToAModule() {
    classes()
        .should()
        .resideInAnyPackage(concat(LEXER, COMPILER, VM, JIT, STDLIB, SERVE, TOOLS, CLI))
        .check(RUFF);
  }

  @Test
  void theLowerModulesUseNothingButTheJdk() {
    classes()
        .that()
        .resideInAnyPackage(concat(LEXER, COMPILER, VM, JIT))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(concat(new String[] {"java..", "javax.."}, LEXER, COMPILER, VM, JIT))
        .check(RUFF);
  }

  @Test
  void onlyTheHostUsesTypesThatReachTheOutside() {
    noClasses()
        .that(resideInAnyPackage(concat(LEXER, COMPILER, VM, JIT, STDLIB)))
        .and()
        .resideOutsideOfPackages(MAY_REACH_OUT)
        .should()
        .dependOnClassesThat(Outside.TYPES)
        .check(RUFF);
  }

  @Test
  void onlyTheHostCallsMethodsThatReachTheOutside() {
    noClasses()
        .that(resideInAnyPackage(concat(LEXER, COMPILER, VM, JIT, STDLIB)))
        .and()
        .resideOutsideOfPackages(MAY_REACH_OUT)
        .should()
        .accessTargetWhere(Outside.ACCESSES)
        .check(RUFF);
  }

  @Test
  void whatTheServerAnswersIsDecidedWithoutSockets() {
    noClasses()
        .that()
        .resideInAnyPackage("ruff.serve.http..", "ruff.serve.site..", "ruff.serve.preview..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.eclipse.jetty..", "java.net..", "ruff.serve.server..")
        .check(RUFF);
  }

  @Test
  void atMostOneClassDefinesHiddenClasses() {
    List<String> definers =
        RUFF.stream()
            .filter(ArchitectureTest::definesHiddenClasses)
            .map(JavaClass::getFullName)
            .toList();
    assertThat(definers).hasSizeLessThanOrEqualTo(1).allMatch(name -> name.startsWith("ruff.jit."));
  }

  @Test
  void nothingUsesInternalsOfTheJdk() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("sun..", "jdk.internal..", "com.sun..")
        .check(RUFF);
  }

  private static boolean definesHiddenClasses(JavaClass type) {
    return type.getAccessesFromSelf().stream()
        .map(JavaAccess::getTarget)
        .anyMatch(target -> target.getName().startsWith("defineHiddenClass"));
  }

  private static String[] concat(String[]... groups) {
    return List.of(groups).stream()
        .flatMap(group -> List.of(group).stream())
        .toArray(String[]::new);
  }
}

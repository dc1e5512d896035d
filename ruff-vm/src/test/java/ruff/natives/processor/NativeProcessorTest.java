package ruff.natives.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import ruff.natives.Arity;
import ruff.natives.NativeEntry;
import ruff.natives.NativeFunction;
import ruff.natives.NativeLibrary;
import ruff.natives.Param.Ownership;
import ruff.natives.Receiver;
import ruff.natives.TestContext;
import ruff.policy.DeniedException;
import ruff.policy.Policy;
import ruff.value.ArrayValue;
import ruff.value.NullValue;
import ruff.value.RuffError;

class NativeProcessorTest {
  private static final TestContext TRUSTED = new TestContext(Policy.trusted());

  /** A declaration whose annotation has everything that must be there. */
  private static String declare(String elements, String method) {
    return """
    @Native(name = "probe", family = Family.MATH, doc = "Probes.", returns = "any",
        example = "probe()", result = "x"%s)
    public static %s
    """
        .formatted(elements.isEmpty() ? "" : ", " + elements, method);
  }

  private static NativeFunction function(String elements, String method)
      throws ReflectiveOperationException {
    return (NativeFunction) CompiledLibrary.of(declare(elements, method)).load().lookup("probe");
  }

  private static Object call(NativeFunction function, Object... arguments) {
    return function.call(TRUSTED, arguments);
  }

  private static String message(NativeFunction function, Object... arguments) {
    try {
      return "no error but " + call(function, arguments);
    } catch (RuffError error) {
      return error.getMessage();
    }
  }

  private static List<String> errors(String elements, String method) {
    return CompiledLibrary.of(declare(elements, method)).errors();
  }

  @Test
  void passesAndAnswersEveryKindOfValue() throws Exception {
    NativeFunction function =
        function(
            "error = \"wrong\"",
            "String probe(long i, double d, boolean b, String s, CharSequence c, ArrayValue a,"
                + " Object o) { return i + \" \" + d + b + s + c + a.size + o; }");
    Object result = call(function, 1L, 2L, true, "s", "c", new ArrayValue(), NullValue.NULL);
    assertThat(result).isEqualTo("1 2.0truesc0null");
  }

  @Test
  void boxesResults() throws Exception {
    assertThat(call(function("", "long probe() { return 5; }"))).isEqualTo(5L);
    assertThat(call(function("", "double probe() { return 5; }"))).isEqualTo(5.0);
    assertThat(call(function("", "boolean probe() { return true; }"))).isEqualTo(true);
    assertThat(call(function("", "void probe() {}"))).isSameAs(NullValue.NULL);
  }

  @Test
  void refusesArgumentsOfOtherTypesFromLeftToRight() throws Exception {
    NativeFunction function =
        function(
            "",
            "long probe(@Param(error = \"first {value}\") long a,"
                + " @Param(error = \"second {type}\") String b,"
                + " @Param(type = \"array|int\", error = \"third\") Object c) { return a; }");
    assertThat(message(function, 1.5, 2L, "x")).isEqualTo("first Float(1.5)");
    assertThat(message(function, 1L, 2L, "x")).isEqualTo("second int");
    assertThat(message(function, 1L, "b", "x")).isEqualTo("third");
    assertThat(call(function, 1L, "b", 3L)).isEqualTo(1L);
  }

  @Test
  void intsAreNotBoolsAndFloatsAreNotInts() throws Exception {
    NativeFunction function = function("error = \"{name} no\"", "long probe(long a) { return a; }");
    assertThat(message(function, true)).isEqualTo("probe no");
    assertThat(message(function, 1.0)).isEqualTo("probe no");
  }

  @Test
  void truncatesFloatsWhereTheDeclarationSaysSo() throws Exception {
    NativeFunction function =
        function("error = \"no\"", "long probe(@Param(truncates = true) long a) { return a; }");
    assertThat(call(function, -1.9)).isEqualTo(-1L);
    assertThat(call(function, Double.NaN)).isEqualTo(0L);
    assertThat(call(function, 1e300)).isEqualTo(Long.MAX_VALUE);
    assertThat(message(function, true)).isEqualTo("no");
  }

  @Test
  void checksSomeParametersBeforeThoseToTheirLeft() throws Exception {
    NativeFunction function =
        function(
            "",
            "long probe(@Param(error = \"left\") long a,"
                + " @Param(error = \"right\", checkedFirst = true) String b) { return a; }");
    assertThat(message(function, "x", 1L)).isEqualTo("right");
    assertThat(message(function, "x", "b")).isEqualTo("left");
    assertThat(call(function, 1L, "b")).isEqualTo(1L);
  }

  @Test
  void missingOptionalArgumentsGetTheirFallback() throws Exception {
    NativeFunction function =
        function(
            "error = \"no\"",
            "String probe(@Param(optional = true, fallback = \"7\") long a,"
                + " @Param(optional = true) String b) { return a + \" \" + b; }");
    assertThat(function.arity()).isEqualTo(new Arity(0, 2));
    assertThat(call(function)).isEqualTo("7 null");
    assertThat(call(function, 1L)).isEqualTo("1 null");
    assertThat(call(function, 1L, "b")).isEqualTo("1 b");
    assertThat(message(function, NullValue.NULL)).isEqualTo("no");
  }

  @Test
  void takesTheRest() throws Exception {
    NativeFunction function =
        function(
            "",
            "String probe(Object first, Object... rest) {"
                + " return first + java.util.Arrays.toString(rest); }");
    assertThat(call(function, 1L)).isEqualTo("1[]");
    assertThat(call(function, 1L, 2L, 3L, 4L, 5L)).isEqualTo("1[2, 3, 4, 5]");
    assertThat(message(function)).isEqualTo("probe expects at least 1 argument, got 0");
  }

  @Test
  void takesMoreArgumentsThanThereAreDirectEntries() throws Exception {
    NativeFunction function =
        function(
            "",
            "String probe(Object a, Object b, Object c, Object d,"
                + " @Param(optional = true) Object e) { return \"\" + a + b + c + d + e; }");
    assertThat(call(function, 1L, 2L, 3L, 4L)).isEqualTo("1234null");
    assertThat(call(function, 1L, 2L, 3L, 4L, 5L)).isEqualTo("12345");
    assertThat(message(function, 1L, 2L, 3L)).isEqualTo("probe expects 4 to 5 arguments, got 3");
    assertThat(message(function, 1L, 2L, 3L, 4L, 5L, 6L))
        .isEqualTo("probe expects 4 to 5 arguments, got 6");
  }

  @Test
  void entriesWithoutArrayAgreeWithTheOneThatTakesAnArray() throws Exception {
    NativeFunction function =
        function(
            "",
            "String probe(@Param(optional = true) Object a, @Param(optional = true) Object b,"
                + " @Param(optional = true) Object c) { return \"\" + a + b + c; }");
    assertThat(function.call0(TRUSTED)).isEqualTo(call(function));
    assertThat(function.call1(TRUSTED, 1L)).isEqualTo(call(function, 1L));
    assertThat(function.call2(TRUSTED, 1L, 2L)).isEqualTo(call(function, 1L, 2L));
    assertThat(function.call3(TRUSTED, 1L, 2L, 3L)).isEqualTo(call(function, 1L, 2L, 3L));
  }

  @Test
  void tellsTheNumberOfArgumentsInTheDeclaredWords() throws Exception {
    String method = "long probe(long a) { return a; }";
    NativeFunction plural = function("error = \"E\", arity = Native.PLURAL", method);
    assertThat(message(plural)).isEqualTo("probe expects 1 arguments, got 0");
    NativeFunction counted = function("error = \"E\", arity = Native.COUNTED", method);
    assertThat(message(counted, 1L, 2L)).isEqualTo("probe expects 1 argument, got 2");
    NativeFunction own = function("error = \"E\", arity = \"needs {count}: {got}\"", method);
    assertThat(message(own)).isEqualTo("needs 1: 0");
    NativeFunction split =
        function("error = \"E\", tooFew = \"few\", tooMany = \"many {got}\"", method);
    assertThat(message(split)).isEqualTo("few");
    assertThat(message(split, 1L, 1L)).isEqualTo("many 2");
    NativeFunction silent = function("error = \"E\"", method);
    assertThat(message(silent)).isEqualTo("E");
    assertThat(message(silent, 1L, 1L)).isEqualTo("probe expects 1 argument, got 2");
  }

  @Test
  void asksThePolicyBeforeAnythingElse() throws Exception {
    NativeFunction function =
        function(
            "capability = Capability.CLOCK, aliases = \"other\", error = \"E\"",
            "long probe(long a) { return a; }");
    TestContext untrusted = new TestContext(Policy.untrusted());
    for (Object[] arguments : new Object[][] {{}, {1L}, {"x"}, {1L, 2L}}) {
      assertThatThrownBy(() -> function.call(untrusted, arguments))
          .isInstanceOf(DeniedException.class)
          .hasMessage("Capability denied: clock required for probe; rerun with --allow-clock");
    }
    assertThat(call(function, 1L)).isEqualTo(1L);
  }

  @Test
  void methodFormCountsTheReceiverInItsOwnWords() throws Exception {
    NativeFunction function =
        function("error = \"E\", arity = \"needs one\"", "long probe(long a) { return a; }");
    assertThatThrownBy(() -> function.callMethod(TRUSTED, new Object[] {1L, 2L}))
        .hasMessage("probe expects 1 argument, got 2");
    assertThat(function.callMethod(TRUSTED, new Object[] {1L})).isEqualTo(1L);
  }

  @Test
  void findsMethodsByTheKindOfTheReceiver() throws Exception {
    NativeLibrary library =
        CompiledLibrary.of(
                declare(
                    "methodOf = {Receiver.ARRAY, Receiver.STRING}, methodOnly = true",
                    "long probe(Object a) { return 1; }"))
            .load();
    assertThat(library.methodFor(new ArrayValue(), "probe").name()).isEqualTo("probe");
    assertThat(library.methodFor("text", "probe")).isNotNull();
    assertThat(library.methodFor(1L, "probe")).isNull();
    assertThat(library.methodFor("text", "nothing")).isNull();
    assertThat(library.lookup("probe")).isNull();
    assertThat(library.names()).isEmpty();
    assertThat(library.functions()).hasSize(1);
  }

  @Test
  void aliasesAreFunctionsOfTheirOwnNameWithTheSameCode() throws Exception {
    NativeLibrary library =
        CompiledLibrary.of(declare("aliases = {\"also\"}", "long probe() { return 1; }")).load();
    NativeFunction alias = (NativeFunction) library.lookup("also");
    NativeFunction function = (NativeFunction) library.lookup("probe");
    assertThat(alias.name()).isEqualTo("also");
    assertThat(alias.canonicalName()).isEqualTo("probe");
    assertThat(alias.id()).isEqualTo(function.id());
    assertThat(library.lookup("also")).isSameAs(alias);
    assertThat(library.names()).containsExactly("also", "probe");
  }

  @Test
  void ownershipIsKnownPerArgument() throws Exception {
    NativeFunction function =
        function(
            "error = \"E\"",
            "long probe(@Param(ownership = Ownership.CONSUMED) ArrayValue a, Object b,"
                + " @Param(ownership = Ownership.BORROWED) Object... c) { return 1; }");
    assertThat(function.consumed()).isEqualTo(0b1);
    assertThat(function.borrowed()).isEqualTo(~0b11L);
  }

  @Test
  void constantsAreValues() throws Exception {
    NativeLibrary library =
        CompiledLibrary.of(
                """
                @Constant(family = Family.MATH, doc = "One half.")
                public static final double HALF = 0.5;
                @Constant(name = "word", family = Family.MATH, doc = "A word.")
                public static final String WORD = "w";
                """)
            .load();
    assertThat(library.lookup("HALF")).isEqualTo(0.5);
    assertThat(library.lookup("word")).isEqualTo("w");
    assertThat(library.names()).containsExactly("HALF", "word");
    assertThat(library.functions()).isEmpty();
  }

  @Test
  void theIndexSaysAllThatIsDeclared() {
    NativeEntry entry =
        CompiledLibrary.of(
                declare(
                    "capability = Capability.FILESYSTEM_READ, resource = \"file_name\","
                        + " errors = {\"a\\tb\\n\"}, error = \"E\", methodOf = Receiver.ANY",
                    "String probe(NativeContext context, String fileName,"
                        + " @Param(optional = true, type = \"array|dict\") Object what)"
                        + " { return null; }"))
            .index()
            .getFirst();
    assertThat(entry.signature()).isEqualTo("probe(file_name: string, what?: array|dict)");
    assertThat(entry.arity()).isEqualTo(new Arity(1, 2));
    assertThat(entry.capabilities()).containsExactly("FILESYSTEM_READ");
    assertThat(entry.resources()).containsExactly("file_name");
    assertThat(entry.errors()).containsExactly("a\tb\n");
    assertThat(entry.tooFew()).isEqualTo("E");
    assertThat(entry.tooMany()).isEqualTo("probe expects 1 to 2 arguments, got {got}");
    assertThat(entry.receivers()).containsExactly(Receiver.ANY);
    assertThat(entry.parameters().getFirst().ownership()).isEqualTo(Ownership.KEPT);
    assertThat(entry.code())
        .isEqualTo(
            new NativeEntry.Code(
                "probe.Probe",
                "probe",
                "(Lruff/natives/NativeContext;Ljava/lang/String;Ljava/lang/Object;)"
                    + "Ljava/lang/String;",
                "probe.ProbeDispatch",
                "SU",
                true));
  }

  @Test
  void compiledCodeLearnsWithWhatAMethodCanBeCalled() throws Exception {
    NativeFunction function =
        function(
            "error = \"E\"",
            "long probe(long i, @Param(truncates = true) long t, double f, boolean b, String s,"
                + " CharSequence x, ArrayValue c, Object a, @Param(raw = true) Object w,"
                + " @Param(type = \"int|float\") Object u, Object... r) { return 1; }");
    assertThat(function.code().kinds()).isEqualTo("ITFBSXCAWUR");
    assertThat(function.code().gated()).isFalse();
    assertThat(function.code().method()).isEqualTo("probe");
  }

  @Test
  void refusesIncompleteDeclarations() {
    assertThat(
            CompiledLibrary.of(
                    """
                    @Native(name = "probe", family = Family.MATH, doc = "", returns = "any",
                        example = " ", result = "")
                    public static long probe() { return 1; }
                    """)
                .errors())
        .contains(
            "the declaration of 'probe' has no doc",
            "the declaration of 'probe' has no example",
            "the declaration of 'probe' has no result");
    assertThat(errors("", "long probe(long a) { return a; }"))
        .containsExactly("parameter 'a' needs an error for other types");
    assertThat(errors("", "long probe(@Param(type = \"array\") Object a) { return 1; }"))
        .containsExactly("parameter 'a' needs an error for other types");
    assertThat(errors("error = \"E\"", "long probe(HandleValue a) { return 1; }"))
        .containsExactly("parameter 'a' needs a type for the reference page");
    assertThat(errors("error = \"E\"", "long probe(@Param(optional = true) long a) { return a; }"))
        .containsExactly("optional parameter 'a' needs a fallback");
  }

  @Test
  void refusesWhatCannotBeCalled() {
    assertThat(errors("", "int probe(java.util.List<String> a) { return 1; }"))
        .containsExactly(
            "no Ruff value has the Java type java.util.List<java.lang.String>",
            "no Ruff value has the Java type int");
    assertThat(errors("", "long probe(@Param(optional = true) Object a, Object b) { return 1; }"))
        .containsExactly("required parameter 'b' follows an optional one");
    assertThat(errors("", "long probe(Object[] a, Object b) { return 1; }"))
        .containsExactly("parameter 'a' takes the rest and is not the last");
    assertThat(errors("methodOnly = true", "long probe() { return 1; }"))
        .containsExactly("'probe' can never be called: methodOf is empty");
    assertThat(
            CompiledLibrary.of(declare("", "long probe() { return 1; }").replace("public ", ""))
                .errors())
        .containsExactly("a native must be a public static method of a public class");
  }

  @Test
  void refusesNamesAndPlaceholdersThatMeanNothing() {
    assertThat(errors("aliases = \"probe\"", "long probe() { return 1; }"))
        .containsExactly("the name 'probe' is declared twice");
    assertThat(errors("arity = \"got {number}\"", "long probe() { return 1; }"))
        .containsExactly("unknown placeholder {number}");
    assertThat(errors("error = \"got {kind}\"", "long probe(long a) { return 1; }"))
        .containsExactly("unknown placeholder {kind}");
    assertThat(
            errors("error = \"E\"", "long probe(@Param(type = \"list\") Object a) { return 1; }"))
        .containsExactly("unknown type 'list'");
    assertThat(errors("resource = \"path\"", "long probe() { return 1; }"))
        .containsExactly(
            "there is no parameter 'path' to name the resource", "a resource needs a capability");
  }

  @Test
  void refusesACapabilityThatDoesNotSayWhatItIsUsedOn() {
    assertThat(errors("capability = Capability.DATABASE", "long probe() { return 1; }"))
        .containsExactly("the declaration of 'probe' has no resource; UNNAMED says it has none");
    assertThat(
            errors(
                "capability = Capability.DATABASE, resource = Native.UNNAMED",
                "long probe() { return 1; }"))
        .isEmpty();
    assertThat(errors("capability = Capability.RANDOM", "long probe() { return 1; }")).isEmpty();
  }

  @Test
  void refusesAnExampleOfSomethingElseAndErrorsWithoutText() {
    assertThat(errors("errors = \" \"", "long probe() { return 1; }"))
        .containsExactly("the declaration of 'probe' has no text of an error");
    String other = declare("", "long probe() { return 1; }").replace("\"probe()\"", "\"1 + 1\"");
    assertThat(CompiledLibrary.of(other).errors())
        .containsExactly("the example of 'probe' does not show it");
  }
}

package ruff.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;
import ruff.conformance.Attempts.Outcome;
import ruff.natives.Arity;
import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.NativeEntry;
import ruff.natives.NativeEntry.Parameter;
import ruff.natives.Param;
import ruff.natives.Receiver;

/** The promises of one entry of the reference page under one of its names, as tests on one tier. */
final class LibraryRows {
  private static final List<String> EVERYTHING_GRANTED = List.of();

  /** Functions of these families would look for hosts that are not there. */
  private static final Set<Family> REACHING_OUT =
      EnumSet.of(Family.NETWORK, Family.HTTP, Family.DATABASE);

  /** One ends the program, the others raise what they are given. */
  private static final Set<String> NOT_TRIED = Set.of("exit", "error", "assert");

  /** It passes over what is no text, as its page says. */
  private static final Set<String> SKIPPING = Set.of("parallel_http");

  private final NativeEntry entry;
  private final String name;
  private final Tier tier;
  private final Invocation invocation;
  private final List<DynamicTest> tests = new ArrayList<>();

  /** What the tests try; all of it runs in one program when the first test asks. */
  private final List<String> attempts = new ArrayList<>();

  private List<Outcome> outcomes;

  /**
   * @param name the entry's own name or an alias
   */
  LibraryRows(NativeEntry entry, String name, Tier tier) {
    this.entry = entry;
    this.name = name;
    this.tier = tier;
    this.invocation = Invocation.of(entry, name);
  }

  List<DynamicTest> tests(Denials denials) {
    addExistence();
    add("the example shows what the page says", this::checkExample);
    boolean shown = entry.example().equals(invocation.asShown()) && name.equals(entry.name());
    if (shown && !resultTypes().isEmpty()) {
      addResultType();
    }
    if (!entry.isConstant()) {
      addCounts();
      for (int i = 0; i < invocation.parameters().size(); i++) {
        addTypes(i, invocation.parameters().get(i));
        addDocumentedErrors(i, invocation.parameters().get(i));
        addItems(i, invocation.parameters().get(i));
      }
    }
    boolean isMethodToo = !entry.receivers().isEmpty() && !entry.methodOnly();
    if (isMethodToo && name.equals(entry.name())) {
      addMethodForm(invocation.asMethod(entry.receivers()));
    }
    if (!entry.capabilities().isEmpty()) {
      denials.promises(entry, name, invocation).forEach(this::add);
    }
    return tests;
  }

  private void add(String promise, Executable check) {
    tests.add(DynamicTest.dynamicTest(name + ": " + promise, check));
  }

  private void expect(String promise, String expression, Outcome expected) {
    int index = attempts.size();
    attempts.add(expression);
    add(promise, () -> assertThat(outcome(index)).as(expression).isEqualTo(expected));
  }

  private synchronized Outcome outcome(int index) {
    if (outcomes == null) {
      outcomes = new Attempts(tier, EVERYTHING_GRANTED).run(attempts);
    }
    return outcomes.get(index);
  }

  private void addExistence() {
    boolean isValue = name.indexOf('.') < 0 && !entry.methodOnly();
    if (isValue) {
      String type = entry.isConstant() ? entry.returns() : "function";
      expect("it is a " + type, "type(" + name + ")", new Outcome(false, type));
    }
  }

  private void checkExample() {
    String example =
        entry.example().replaceAll("\\b" + Pattern.quote(entry.name()) + "(?=\\()", name);
    boolean statement = example.matches("(?s)(let|for|if|while|try)\\b.*");
    Observed observed =
        new Attempts(tier, EVERYTHING_GRANTED).run(statement ? example : "print(" + example + ")");
    assertThat(observed.differences(0, entry.result() + "\n", "")).isEmpty();
  }

  /** The types that the result may have; none when the page leaves it open. */
  private List<String> resultTypes() {
    List<String> types =
        Arrays.stream(entry.returns().split("[|,]"))
            .map(text -> text.strip().replaceFirst(" .*", ""))
            .map(text -> text.equals("true") ? "bool" : text)
            .toList();
    return types.contains("any") || types.contains("a") || types.contains("nothing")
        ? List.of()
        : types;
  }

  private void addResultType() {
    int index = attempts.size();
    attempts.add("type(" + entry.example() + ")");
    add(
        "the result has the type " + entry.returns(),
        () -> assertThat(outcome(index).text()).isIn(resultTypes()));
  }

  private void addCounts() {
    Arity arity = NativeEntry.arityOf(invocation.parameters());
    int receiver = invocation.behindFirst() ? 1 : 0;
    for (int count = receiver; count < arity.minimum(); count++) {
      boolean own = entry.tooFew().equals(Native.MISSING);
      String text = own ? invocation.parameters().get(count).error() : entry.tooFew();
      expectCount("too few", count, text);
    }
    if (arity.maximum() != Arity.UNBOUNDED) {
      expectCount("too many", arity.maximum() + 1, entry.tooMany());
      expectCount("too many", arity.maximum() + 5, entry.tooMany());
    }
  }

  private void expectCount(String what, int count, String text) {
    String message = text.replace("{got}", Integer.toString(count));
    expect(what + " arguments, " + count, invocation.withCount(count), new Outcome(true, message));
  }

  /** Methods count their receiver and have words of their own for a wrong number. */
  private void addMethodForm(Invocation method) {
    boolean sameValues = method.arguments().equals(invocation.arguments());
    if (sameValues && entry.example().equals(invocation.asShown())) {
      expect("it is a method too", method.asShown(), new Outcome(false, entry.result()));
    }
    Arity arity = NativeEntry.arityOf(method.parameters());
    if (arity.minimum() > 1) {
      expect("too few arguments as a method", method.withCount(1), wrongCount(arity, 1));
    }
    if (arity.maximum() != Arity.UNBOUNDED) {
      int count = arity.maximum() + 1;
      expect("too many arguments as a method", method.withCount(count), wrongCount(arity, count));
    }
  }

  private Outcome wrongCount(Arity arity, int count) {
    boolean plural = entry.tooMany().startsWith(name + " expects 1 arguments");
    String expected = plural ? arity.count() + " arguments" : arity.counted();
    return new Outcome(true, name + " expects " + expected + ", got " + count);
  }

  private void addTypes(int index, Parameter parameter) {
    String otherwise = parameter.otherwise();
    boolean isReceiver = invocation.behindFirst() && index == 0;
    if (isReceiver && !entry.receivers().contains(Receiver.ANY)) {
      return;
    }
    if (parameter.rest() || (parameter.error().isEmpty() && otherwise.isEmpty())) {
      return;
    }
    for (SampleValue value : SampleValue.notOf(parameter)) {
      String promise = parameter.name() + " is not made for " + value.source();
      if (otherwise.isEmpty()) {
        Outcome error = new Outcome(true, value.in(parameter.error()));
        expect(promise, invocation.with(index, value.source()), error);
      } else {
        Outcome answer = new Outcome(false, answer(otherwise));
        expect(promise, invocation.required().with(index, value.source()), answer);
      }
    }
  }

  /** Whatever else is passed there: it works, or ends in an error that the page tells of. */
  private void addDocumentedErrors(int index, Parameter parameter) {
    boolean reachesOut = REACHING_OUT.contains(Family.valueOf(entry.family()));
    boolean callsBack = entry.parameters().stream().anyMatch(any -> any.type().startsWith("func"));
    if (reachesOut || callsBack || !name.equals(entry.name()) || NOT_TRIED.contains(name)) {
      return;
    }
    DocumentedErrors documented = new DocumentedErrors(entry);
    for (String value : SampleValue.edgesOf(parameter)) {
      int attempt = attempts.size();
      attempts.add(invocation.with(index, value));
      add(
          parameter.name() + " may be " + value + ", or the error is documented",
          () -> {
            Outcome outcome = outcome(attempt);
            if (outcome.raised()) {
              assertThat(outcome.text()).matches(documented::include, "a documented error");
            }
          });
    }
  }

  /** An array of other things than it is made for ends in an error that the page tells of. */
  private void addItems(int index, Parameter parameter) {
    if (SKIPPING.contains(entry.name())) {
      return;
    }
    DocumentedErrors documented = new DocumentedErrors(entry);
    for (String value : SampleValue.arraysOfOthers(parameter)) {
      int attempt = attempts.size();
      attempts.add(invocation.with(index, value));
      add(
          parameter.name() + " is not made for " + value,
          () -> {
            assertThat(outcome(attempt).raised()).isTrue();
            assertThat(outcome(attempt).text()).matches(documented::include, "a documented error");
          });
    }
  }

  /** What a lenient parameter's text promises when nothing optional is given. */
  private String answer(String otherwise) {
    return otherwise.equals(Param.IGNORED) ? entry.result() : otherwise.replaceFirst(", or .*", "");
  }
}

package ruff.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.function.Executable;
import ruff.conformance.Attempts.Outcome;
import ruff.natives.Arity;
import ruff.natives.NativeEntry;
import ruff.policy.Capability;

/**
 * What functions with a capability do under each set of grants. All calls under the same grants run
 * in one program, when the first test asks for one of them.
 */
final class Denials {
  private static final String NOTHING = "--untrusted";

  private final Tier tier;

  /** The calls to try, by the grants as flags. */
  private final Map<List<String>, List<String>> calls = new HashMap<>();

  private final Map<List<String>, List<Outcome>> outcomes = new HashMap<>();

  Denials(Tier tier) {
    this.tier = tier;
  }

  /** The promises of one function: what they say, and how they are checked. */
  Map<String, Executable> promises(NativeEntry entry, String name, Invocation invocation) {
    Map<String, Executable> promises = new LinkedHashMap<>();
    Arity arity = NativeEntry.arityOf(invocation.parameters());
    boolean unbounded = arity.maximum() == Arity.UNBOUNDED;
    int wrong = unbounded ? 0 : arity.maximum() + 1;
    List<String> receiver = new ArrayList<>(invocation.grantsOfReceiver());
    String denial = denial(entry, receiver);
    for (int count : new TreeSet<>(List.of(0, arity.minimum(), wrong))) {
      promises.put(
          "denied without grants, " + count + " arguments",
          expect(receiver, invocation.withNulls(count), denial));
    }
    List<String> own = entry.capabilities().stream().map(Denials::flag).toList();
    String wrongCount =
        (unbounded ? entry.tooFew() : entry.tooMany()).replace("{got}", Integer.toString(wrong));
    List<String> enough = union(receiver, own);
    promises.put(
        "not denied with " + String.join(" ", own),
        expect(enough, invocation.withNulls(wrong), wrongCount));
    for (Capability other : Capability.values()) {
      if (!own.contains(other.flag()) && !receiver.contains(other.flag())) {
        List<String> grants = union(receiver, List.of(other.flag()));
        promises.put(
            "denied with " + other.flag() + " alone",
            expect(grants, invocation.withNulls(0), denial));
      }
    }
    return promises;
  }

  private static List<String> union(List<String> one, List<String> other) {
    TreeSet<String> all = new TreeSet<>(one);
    all.addAll(other);
    return List.copyOf(all);
  }

  private static String flag(String capability) {
    return Capability.valueOf(capability).flag();
  }

  /** What the first capability that is not granted is denied with. */
  private static String denial(NativeEntry entry, List<String> granted) {
    for (String name : entry.capabilities()) {
      Capability capability = Capability.valueOf(name);
      if (!granted.contains(capability.flag())) {
        return "Capability denied: %s required for %s; rerun with %s"
            .formatted(capability.label(), entry.surface(), capability.flag());
      }
    }
    throw new AssertionError(entry.name() + " has its capability through its receiver");
  }

  private Executable expect(List<String> grants, String call, String message) {
    List<String> flags = grants.isEmpty() ? List.of(NOTHING) : grants;
    List<String> all = calls.computeIfAbsent(flags, _ -> new ArrayList<>());
    int index = all.size();
    all.add(call);
    return () ->
        assertThat(outcomes(flags).get(index)).as(call).isEqualTo(new Outcome(true, message));
  }

  private synchronized List<Outcome> outcomes(List<String> flags) {
    return outcomes.computeIfAbsent(flags, _ -> new Attempts(tier, flags).run(calls.get(flags)));
  }
}

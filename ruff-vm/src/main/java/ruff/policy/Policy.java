package ruff.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import ruff.policy.DecisionListener.Place;

/**
 * What one engine may do to the world outside. Immutable; every request is decided in {@link
 * #decide}, so that a rule added there holds for all effects.
 *
 * <p>Most policies grant whole capabilities, and a request costs the test of one bit. Only where a
 * grant or denial is limited to some resources is there a {@link Scope} to ask.
 */
public final class Policy {
  /** What decides when nothing else does. */
  static final String NO_GRANT = "not granted";

  /** What an effect touches for which there is no name. */
  private static final Resource UNNAMED = new Resource.Unnamed();

  private static final int EVERYTHING = -1;
  private static final Policy TRUSTED = new Policy(EVERYTHING, null, DestinationPolicy.ALLOW_ALL);
  private static final Policy UNTRUSTED = new Policy(0, null, DestinationPolicy.ALLOW_ALL);

  /** Bit i: the capability with ordinal i is granted for every resource. */
  private final int granted;

  /**
   * By ordinal, null where the bit in {@link #granted} says everything; null when it always does.
   */
  private final Scope[] scopes;

  private final DestinationPolicy destinations;

  /** What must allow a request as well, or null. */
  private final Policy ceiling;

  /** Hears of decisions, or null. */
  private final DecisionListener listener;

  private final Place place;
  private final Meter meter;

  private Policy(int granted, Scope[] scopes, DestinationPolicy destinations) {
    this(granted, scopes, destinations, null, null, Place.UNKNOWN, Meter.UNLIMITED);
  }

  private Policy(
      int granted,
      Scope[] scopes,
      DestinationPolicy destinations,
      Policy ceiling,
      DecisionListener listener,
      Place place,
      Meter meter) {
    this.granted = granted;
    this.scopes = scopes;
    this.destinations = destinations;
    this.ceiling = ceiling;
    this.listener = listener;
    this.place = place;
    this.meter = meter;
  }

  /** Everything is allowed. */
  public static Policy trusted() {
    return TRUSTED;
  }

  /** Nothing is allowed. */
  public static Policy untrusted() {
    return UNTRUSTED;
  }

  /** The given capabilities are allowed, on every resource; all others are not. */
  public static Policy granting(Set<Capability> capabilities) {
    PolicyBuilder builder = new PolicyBuilder(false);
    capabilities.forEach(builder::allow);
    return builder.build();
  }

  static Policy of(int granted, Scope[] scopes) {
    return new Policy(granted, scopes, DestinationPolicy.ALLOW_ALL);
  }

  /** The same, with a rule for the addresses that outbound connections go to. */
  public Policy withDestinations(DestinationPolicy rule) {
    return rule.equals(destinations)
        ? this
        : new Policy(granted, scopes, rule, ceiling, listener, place, meter);
  }

  /** The rule for the addresses that outbound connections go to. */
  public DestinationPolicy destinations() {
    return destinations;
  }

  /** The same, but what another policy refuses is refused too. */
  public Policy below(Policy other) {
    Policy above = ceiling == null ? other : ceiling.below(other);
    return new Policy(granted, scopes, destinations, above, listener, place, meter);
  }

  /** The same, with somebody who hears of every decision. */
  public Policy heardBy(DecisionListener hearer) {
    return new Policy(granted, scopes, destinations, ceiling, hearer, place, meter);
  }

  /** Whether anybody hears of decisions, so that {@link #from} matters. */
  public boolean isHeard() {
    return listener != null;
  }

  /** The same for one run, whose use of budgets is counted. */
  public Policy metered(Meter counter) {
    return new Policy(granted, scopes, destinations, ceiling, listener, place, counter);
  }

  /** What the run has used. */
  public Meter meter() {
    return meter;
  }

  /** The same for a request from some place of the program. */
  public Policy from(Place asking) {
    return new Policy(granted, scopes, destinations, ceiling, listener, asking, meter);
  }

  /**
   * Decides one request. Nobody hears of it.
   *
   * @param surface the public name of the function that asks
   * @param resource what is to be touched
   */
  public Decision decide(Capability capability, String surface, Resource resource) {
    return judge(capability, resource, false).allowed()
        ? Decision.ALLOWED
        : new Decision.Denied(denial(capability, surface));
  }

  private static String denial(Capability capability, String surface) {
    return "Capability denied: "
        + capability.label()
        + " required for "
        + surface
        + "; rerun with "
        + capability.flag();
  }

  private Verdict judge(Capability capability, Resource resource, boolean beforeLookup) {
    Verdict own = judgeAlone(capability, resource, beforeLookup);
    if (!own.allowed() || ceiling == null) {
      return own;
    }
    Verdict above = ceiling.judge(capability, resource, beforeLookup);
    return above.allowed() ? own : new Verdict(false, "parent: " + above.rule());
  }

  /** What the rules of this policy say, whatever stands above it. */
  private Verdict judgeAlone(Capability capability, Resource resource, boolean beforeLookup) {
    Scope scope = scopes == null ? null : scopes[capability.ordinal()];
    if (scope != null) {
      return scope.judge(resource, beforeLookup);
    }
    return isGranted(capability)
        ? new Verdict(true, granted == EVERYTHING ? "trusted" : capability.flag())
        : new Verdict(false, NO_GRANT);
  }

  private boolean isGranted(Capability capability) {
    return (granted & 1 << capability.ordinal()) != 0;
  }

  /**
   * Asks for an effect before it is known what it is to touch.
   *
   * @throws DeniedException when it is not allowed
   */
  public void check(Capability capability, String surface) {
    check(capability, surface, Resource.NONE);
  }

  /**
   * Asks for an effect on a resource; see {@link #decide}.
   *
   * @throws DeniedException when it is not allowed
   */
  public void check(Capability capability, String surface, Resource resource) {
    if (isSimple() && isGranted(capability)) {
      return;
    }
    conclude(capability, surface, resource, judge(capability, resource, false));
  }

  /** Whether the bits say everything and nobody listens. */
  private boolean isSimple() {
    return scopes == null && ceiling == null && listener == null;
  }

  /** Before the resource is known a request is only told when it ends there. */
  private void conclude(Capability capability, String surface, Resource resource, Verdict verdict) {
    if (listener != null && (resource != Resource.NONE || !verdict.allowed())) {
      listener.decided(
          place, capability, surface, resource.name(), verdict.allowed(), verdict.rule());
    }
    if (!verdict.allowed()) {
      throw new DeniedException(denial(capability, surface));
    }
  }

  /**
   * Asks, before a name is looked up, whether any address that it may have could be used. Looking a
   * name up tells others about it, so it is an effect of its own.
   *
   * @throws DeniedException when no address could be
   */
  public void checkLookup(Capability capability, String surface, Resource endpoint) {
    Verdict verdict = judge(capability, endpoint, true);
    if (!verdict.allowed()) {
      conclude(capability, surface, endpoint, verdict);
    }
  }

  /**
   * Asks for reading a file by a function that writes another one from it. Such a function needs
   * the capability to write alone, so long as no rule limits a capability to some files.
   *
   * @throws DeniedException when it is not allowed
   */
  public void checkSource(String surface, Resource source) {
    check(
        scopesFiles() || isTrusted() ? Capability.FILESYSTEM_READ : Capability.FILESYSTEM_WRITE,
        surface,
        source);
  }

  /**
   * Whether a database may read or write its file. Rules about files have a say in that as soon as
   * there are any: a file that they do not grant needs a grant of databases that names it, and one
   * that they deny is denied.
   *
   * @param access reading or writing files
   */
  public boolean opensDatabase(Capability access, Resource file) {
    boolean allowed = true;
    if (scopesFilesItself()) {
      Verdict verdict = judgeAlone(access, file, false);
      Scope databases = scopes[Capability.DATABASE.ordinal()];
      boolean named = databases != null && databases.names(file);
      allowed = verdict.allowed() || named && verdict.rule().equals(NO_GRANT);
    }
    return allowed && (ceiling == null || ceiling.opensDatabase(access, file));
  }

  private boolean scopesFilesItself() {
    return scopes != null
        && (scopes[Capability.FILESYSTEM_READ.ordinal()] != null
            || scopes[Capability.FILESYSTEM_WRITE.ordinal()] != null
            || scopes[Capability.FILESYSTEM_DELETE.ordinal()] != null);
  }

  /** Whether there is a file that a program may not use as a database if it may use any. */
  public boolean limitsDatabaseFiles() {
    return scopesFiles()
        || isScoped(Capability.DATABASE)
        || listener != null && !listener.protectedPaths().isEmpty();
  }

  /**
   * Asks for a capability for every resource that there is.
   *
   * @throws DeniedException when it is granted for some or none
   */
  public void checkAll(Capability capability, String surface) {
    if (!grantsAll(capability)) {
      refuse(capability, surface, Resource.NONE);
    }
  }

  /**
   * Refuses a request that no rule of its own is about.
   *
   * @throws DeniedException always
   */
  public void refuse(Capability capability, String surface, Resource resource) {
    conclude(capability, surface, resource, new Verdict(false, NO_GRANT));
  }

  /**
   * Asks for an effect on what has no name, such as the clock.
   *
   * @throws DeniedException when it is not allowed
   */
  public void checkUnnamed(Capability capability, String surface) {
    if (isSimple() && isGranted(capability)) {
      return;
    }
    conclude(capability, surface, UNNAMED, judge(capability, Resource.NONE, false));
  }

  /**
   * Tells whoever keeps a record of something that was allowed as a part of something else.
   *
   * @param resource {@code *} for everything of its kind
   */
  public void tell(Capability capability, String surface, String resource) {
    if (listener != null) {
      Verdict verdict = judge(capability, Resource.NONE, false);
      listener.decided(place, capability, surface, resource, verdict.allowed(), verdict.rule());
    }
  }

  /**
   * Whether a file is, by whatever name, or a folder holds, what no program may touch.
   *
   * @param file its name is without links
   */
  public boolean protects(Resource file) {
    if (listener == null || listener.protectedPaths().isEmpty()) {
      return false;
    }
    String path = file.name();
    for (String kept : listener.protectedPaths()) {
      if (PathRule.contains(path, kept)) {
        return true;
      }
    }
    Object identity = listener.protectedIdentity();
    return identity != null && identity.equals(file.identity());
  }

  /** Whether what a program may do to files depends on which file it is. */
  public boolean scopesFiles() {
    return scopesFilesItself() || ceiling != null && ceiling.scopesFiles();
  }

  /** Whether a capability is limited to some resources. */
  public boolean isScoped(Capability capability) {
    return scopes != null && scopes[capability.ordinal()] != null
        || ceiling != null && ceiling.isScoped(capability);
  }

  /** Whether a capability is granted for every resource. */
  public boolean grantsAll(Capability capability) {
    return !isScoped(capability)
        && isGranted(capability)
        && (ceiling == null || ceiling.grantsAll(capability));
  }

  /** Whether nothing at all is refused. */
  public boolean isTrusted() {
    return granted == EVERYTHING && scopes == null && (ceiling == null || ceiling.isTrusted());
  }

  /** Whether moving a folder would move something away from under a denial of its path. */
  public boolean deniesBelow(String folder) {
    for (Capability capability : Capability.values()) {
      Scope scope = scopes == null ? null : scopes[capability.ordinal()];
      if (scope != null && capability.isFilesystem()) {
        for (Rule rule : scope.denies) {
          if (rule instanceof PathRule path && path.isBelow(folder)) {
            return true;
          }
        }
      }
    }
    return ceiling != null && ceiling.deniesBelow(folder);
  }

  /**
   * The highest folder that holds a file and that a rule lets the program do something to; {@code
   * /} when that is everything. Above it the program can change nothing.
   */
  public String highestRoot(String file) {
    String highest = null;
    for (Capability capability : Capability.values()) {
      if (!capability.isFilesystem()) {
        continue;
      }
      Scope scope = scopes == null ? null : scopes[capability.ordinal()];
      if (scope == null ? isGranted(capability) : scope.allowsAll) {
        return "/";
      }
      for (Rule rule : scope == null ? List.<Rule>of() : scope.allows) {
        if (rule instanceof PathRule path
            && path.matches(() -> file)
            && (highest == null || path.root().length() < highest.length())) {
          highest = path.root();
        }
      }
    }
    return highest == null ? "/" : highest;
  }

  /**
   * The options that make this policy, those of what stands above it first; groups are separated by
   * an empty text.
   */
  public List<String> flags() {
    List<String> flags = new ArrayList<>();
    if (ceiling != null) {
      flags.addAll(ceiling.flags());
      flags.add("");
    }
    flags.add("--untrusted");
    for (Capability capability : Capability.values()) {
      Scope scope = scopes == null ? null : scopes[capability.ordinal()];
      if (scope != null) {
        scope.addFlags(flags);
      } else if (isGranted(capability)) {
        flags.add(capability.flag());
      }
    }
    if (destinations != DestinationPolicy.ALLOW_ALL) {
      flags.add(DestinationPolicy.OPTION + "=" + destinations.word().replace('\n', ' '));
    }
    return flags;
  }
}

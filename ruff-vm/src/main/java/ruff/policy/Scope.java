package ruff.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * The rules about one capability. Of those that match a resource the narrowest decides; a denial
 * decides where a grant is not narrower.
 */
final class Scope {
  /** No rule of that kind. */
  private static final int NONE = -1;

  /** The kind without any list of resources. */
  private static final int ALL = 0;

  final Capability capability;
  boolean allowsAll;
  boolean deniesAll;
  final List<Rule> allows = new ArrayList<>();
  final List<Rule> denies = new ArrayList<>();

  Scope(Capability capability) {
    this.capability = capability;
  }

  /**
   * Whether the answer depends on the resource. Variables are also read by a function of another
   * capability, for which a denial of all of them is more than that none was granted.
   */
  boolean isScoped() {
    return !allows.isEmpty() || !denies.isEmpty() || deniesAll && capability == Capability.ENV_READ;
  }

  /** Whether there is a resource that would be allowed. */
  boolean allowsSomething() {
    return !allows.isEmpty() || allowsAll && !deniesAll;
  }

  Verdict judge(Resource resource, boolean beforeLookup) {
    if (resource == Resource.NONE) {
      return allowsSomething()
          ? new Verdict(true, allows.isEmpty() ? allowing() : allowing(allows.getFirst()))
          : new Verdict(false, deniesAll ? denying() : Policy.NO_GRANT);
    }
    Rule allow = narrowest(allows, resource, beforeLookup);
    Rule deny = narrowest(denies, resource, false);
    int allowed = allow != null ? allow.weight(resource) : allowsAll ? ALL : NONE;
    int denied = deny != null ? deny.weight(resource) : deniesAll ? ALL : NONE;
    if (allowed > denied) {
      return new Verdict(true, allow == null ? allowing() : allowing(allow));
    }
    if (denied == NONE) {
      return new Verdict(false, Policy.NO_GRANT);
    }
    return new Verdict(false, deny == null ? denying() : denying(deny));
  }

  /** Whether a grant is about this resource in particular. */
  boolean names(Resource resource) {
    return narrowest(allows, resource, false) != null;
  }

  private static Rule narrowest(List<Rule> rules, Resource resource, boolean beforeLookup) {
    Rule found = null;
    for (Rule rule : rules) {
      boolean matches = beforeLookup ? rule.mayMatch(resource) : rule.matches(resource);
      if (matches && (found == null || rule.weight(resource) > found.weight(resource))) {
        found = rule;
      }
    }
    return found;
  }

  private String allowing() {
    return capability.flag();
  }

  private String allowing(Rule rule) {
    return capability.flag() + "=" + rule;
  }

  private String denying() {
    return capability.denyFlag();
  }

  private String denying(Rule rule) {
    return capability.denyFlag() + "=" + rule;
  }

  /** The options that make these rules. */
  void addFlags(List<String> flags) {
    if (allowsAll) {
      flags.add(allowing());
    }
    boolean deniesMore = false;
    for (Rule rule : allows) {
      if (isWritable(rule)) {
        flags.add(allowing(rule));
      }
    }
    for (Rule rule : denies) {
      if (isWritable(rule)) {
        flags.add(denying(rule));
      } else {
        deniesMore = true;
      }
    }
    if (deniesAll || deniesMore) {
      flags.add(denying());
    }
  }

  /** What a link leads to may be a path that no option can name. */
  private static boolean isWritable(Rule rule) {
    String text = rule.toString();
    return text.indexOf(',') < 0 && text.indexOf('\n') < 0;
  }
}

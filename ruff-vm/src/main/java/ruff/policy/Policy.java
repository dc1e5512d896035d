package ruff.policy;

import java.util.Set;

/**
 * What one engine may do to the world outside. Immutable; every request is decided in {@link
 * #decide}, so that a rule added there holds for all effects.
 */
public final class Policy {
  private static final Policy TRUSTED = new Policy(-1, DestinationPolicy.ALLOW_ALL);
  private static final Policy UNTRUSTED = new Policy(0, DestinationPolicy.ALLOW_ALL);

  /** Bit i: the capability with ordinal i is granted. */
  private final int granted;

  private final DestinationPolicy destinations;

  private Policy(int granted, DestinationPolicy destinations) {
    this.granted = granted;
    this.destinations = destinations;
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
    int granted = 0;
    for (Capability capability : capabilities) {
      granted |= 1 << capability.ordinal();
    }
    return new Policy(granted, DestinationPolicy.ALLOW_ALL);
  }

  /** The same, with a rule for the addresses that outbound connections go to. */
  public Policy withDestinations(DestinationPolicy rule) {
    return rule.equals(destinations) ? this : new Policy(granted, rule);
  }

  /** The rule for the addresses that outbound connections go to. */
  public DestinationPolicy destinations() {
    return destinations;
  }

  /**
   * Asks, before a name is looked up, whether any address that it may have could be used. Looking a
   * name up tells others about it, so it is an effect of its own.
   *
   * @throws DeniedException when no address could be
   */
  public void checkLookup(Capability capability, String surface, Endpoint endpoint) {
    check(capability, surface, endpoint);
  }

  /**
   * Decides one request.
   *
   * @param surface the public name of the function that asks
   * @param resource what is to be touched
   */
  public Decision decide(Capability capability, String surface, Resource resource) {
    if ((granted & 1 << capability.ordinal()) != 0) {
      return Decision.ALLOWED;
    }
    return new Decision.Denied(
        "Capability denied: "
            + capability.label()
            + " required for "
            + surface
            + "; rerun with "
            + capability.flag());
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
    if (decide(capability, surface, resource) instanceof Decision.Denied denied) {
      throw new DeniedException(denied.message());
    }
  }

  /**
   * Asks for reading a file by a function that writes another one from it. Such a function needs
   * the capability to write alone.
   *
   * @throws DeniedException when it is not allowed
   */
  public void checkSource(String surface, Resource source) {
    check(Capability.FILESYSTEM_WRITE, surface, source);
  }
}

package ruff.policy;

import java.util.Set;

/**
 * What one engine may do to the world outside. Immutable; every request is decided in {@link
 * #decide}, so that a rule added there holds for all effects.
 */
public final class Policy {
  private static final Policy TRUSTED = new Policy(-1);
  private static final Policy UNTRUSTED = new Policy(0);

  /** Bit i: the capability with ordinal i is granted. */
  private final int granted;

  private Policy(int granted) {
    this.granted = granted;
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
    return new Policy(granted);
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

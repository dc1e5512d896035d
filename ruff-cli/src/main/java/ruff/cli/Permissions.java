package ruff.cli;

import java.util.EnumSet;
import java.util.Set;
import ruff.policy.Capability;
import ruff.policy.Policy;

/** Turns the {@code --untrusted} and {@code --allow-} switches into a policy. */
final class Permissions {
  private Permissions() {}

  /**
   * No switch trusts the program; any switch but {@code --allow-all} restricts it to what is named.
   */
  static Policy policy(ParsedArguments arguments) {
    if (arguments.has(Options.ALLOW_ALL)) {
      return Policy.trusted();
    }
    Set<Capability> granted = EnumSet.noneOf(Capability.class);
    for (Capability capability : Capability.values()) {
      if (arguments.has(Options.granting(capability))) {
        granted.add(capability);
      }
    }
    if (arguments.has(Options.ALLOW_NET)) {
      granted.add(Capability.NETWORK_CLIENT);
      granted.add(Capability.NETWORK_SERVER);
    }
    boolean restricted = arguments.has(Options.UNTRUSTED) || !granted.isEmpty();
    return restricted ? Policy.granting(granted) : Policy.trusted();
  }
}

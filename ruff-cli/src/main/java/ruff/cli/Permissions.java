package ruff.cli;

import java.util.EnumSet;
import java.util.Set;
import ruff.host.Environment;
import ruff.host.Host;
import ruff.policy.Capability;
import ruff.policy.DestinationPolicy;
import ruff.policy.Policy;

/** Turns the {@code --untrusted} and {@code --allow-} switches into a policy. */
final class Permissions {
  private Permissions() {}

  /**
   * No switch trusts the program; any switch but {@code --allow-all} restricts it to what is named.
   */
  static Policy policy(ParsedArguments arguments, Host host) {
    return granted(arguments).withDestinations(destinations(arguments, host));
  }

  /** What a program without any switch may do. */
  static Policy unrestricted(Host host) {
    Environment environment = host.environment();
    boolean unset = environment.get(DestinationPolicy.VARIABLE) == null;
    return unset
        ? Policy.trusted()
        : Policy.trusted().withDestinations(destinations(environment, DestinationPolicy.ALLOW_ALL));
  }

  /** A program that nobody trusts may reach out, but not into the inner network. */
  private static DestinationPolicy destinations(ParsedArguments arguments, Host host) {
    boolean reachesOut =
        arguments.has(Options.ALLOW_NET)
            || arguments.has(Options.granting(Capability.NETWORK_CLIENT));
    boolean guarded =
        arguments.has(Options.UNTRUSTED) && reachesOut && !arguments.has(Options.ALLOW_ALL);
    return destinations(
        host.environment(), guarded ? DestinationPolicy.DENY_PRIVATE : DestinationPolicy.ALLOW_ALL);
  }

  private static DestinationPolicy destinations(Environment environment, DestinationPolicy unset) {
    return DestinationPolicy.of(
        environment.get(DestinationPolicy.VARIABLE),
        environment.get(DestinationPolicy.OVERRIDE),
        unset);
  }

  private static Policy granted(ParsedArguments arguments) {
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

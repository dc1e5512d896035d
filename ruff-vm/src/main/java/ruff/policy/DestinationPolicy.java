package ruff.policy;

import java.util.Collection;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which addresses outbound connections may go to, whatever capabilities a program has: a guard for
 * services of the inner network that trust everybody who can reach them. It is fixed when a program
 * starts.
 */
public sealed interface DestinationPolicy {
  DestinationPolicy ALLOW_ALL = new AllowAll();
  DestinationPolicy DENY_PRIVATE = new DenyPrivate();

  /** The variable that chooses the policy. */
  String VARIABLE = "RUFF_NET_DESTINATION_POLICY";

  /** The variable that switches {@link #DENY_PRIVATE} off. */
  String OVERRIDE = "RUFF_ALLOW_PRIVATE_NETWORK_DESTINATIONS";

  /** How a program hands its policy on to a Ruff that it starts. */
  String OPTION = "--destinations";

  /** The policy for the values of the two variables, null where one is not set. */
  static DestinationPolicy of(String value, String override, DestinationPolicy unset) {
    DestinationPolicy chosen = value == null ? unset : named(value);
    return chosen instanceof DenyPrivate && isOn(override) ? ALLOW_ALL : chosen;
  }

  private static DestinationPolicy named(String value) {
    return switch (value.strip().toLowerCase(Locale.ROOT)) {
      case "", "allow_all", "allow-all", "permissive" -> ALLOW_ALL;
      case "deny_private", "deny-private", "strict" -> DENY_PRIVATE;
      default -> new Invalid(value);
    };
  }

  /** What refuses whatever one of the two refuses. */
  default DestinationPolicy and(DestinationPolicy other) {
    boolean stricter = other instanceof Invalid || this instanceof AllowAll;
    return this instanceof Invalid || !stricter ? this : other;
  }

  /** The value of the variable that makes this policy. */
  String word();

  private static boolean isOn(String override) {
    if (override == null) {
      return false;
    }
    return switch (override.strip().toLowerCase(Locale.ROOT)) {
      case "1", "true", "yes", "on" -> true;
      default -> false;
    };
  }

  /** What refuses every outbound call before its host is resolved, or null. */
  default String fault() {
    return null;
  }

  /** Whether a call needs to know the addresses before it connects. */
  default boolean judgesAddresses() {
    return false;
  }

  /**
   * Why a call is refused, or null when it may go on.
   *
   * @param call what the message begins with, such as {@code tcp_connect}
   * @param addresses everything that the host's name resolves to; one bad address is enough
   */
  default String refusal(String call, Collection<IpAddress> addresses) {
    return null;
  }

  /** Every address may be connected to. */
  record AllowAll() implements DestinationPolicy {
    @Override
    public String word() {
      return "allow_all";
    }
  }

  /** Addresses of inner networks may not be connected to. */
  record DenyPrivate() implements DestinationPolicy {
    @Override
    public String word() {
      return "deny_private";
    }

    @Override
    public boolean judgesAddresses() {
      return true;
    }

    @Override
    public String refusal(String call, Collection<IpAddress> addresses) {
      TreeSet<IpAddress> blocked = new TreeSet<>();
      for (IpAddress address : addresses) {
        if (address.isPrivate()) {
          blocked.add(address);
        }
      }
      return blocked.isEmpty()
          ? null
          : call
              + " blocked by outbound destination policy 'deny_private' (resolved to blocked"
              + " addresses: "
              + blocked.stream().map(IpAddress::toString).collect(Collectors.joining(", "))
              + "). Set "
              + OVERRIDE
              + "=1 to allow trusted local/private destinations.";
    }
  }

  /**
   * The variable holds something else, so that nobody knows what was meant.
   *
   * @param value as it was set
   */
  record Invalid(String value) implements DestinationPolicy {
    @Override
    public String word() {
      return value;
    }

    @Override
    public String fault() {
      return "Invalid "
          + VARIABLE
          + " value '"
          + value
          + "'; expected one of: allow_all, deny_private";
    }
  }
}

package ruff.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import ruff.host.ChildRights;
import ruff.host.Environment;
import ruff.host.Host;
import ruff.host.RuleReader;
import ruff.policy.Budget;
import ruff.policy.Capability;
import ruff.policy.DestinationPolicy;
import ruff.policy.Limits;
import ruff.policy.Policy;
import ruff.policy.PolicyBuilder;
import ruff.policy.Rule;

/**
 * Turns options into a policy and budgets. No option trusts the program; {@code --untrusted} or any
 * {@code --allow-} but {@code --allow-all} restricts it to what is named; a {@code --deny-} takes
 * something away in every mode.
 */
final class Permissions {
  private static final String ALLOW_NET = Options.ALLOW_NET.name();

  private final List<Setting> settings = new ArrayList<>();
  private final Host host;

  private Permissions(ParsedArguments arguments, Host host) throws UsageException {
    this.host = host;
    String name = arguments.value(Options.POLICY);
    if (name != null) {
      settings.addAll(PolicyFile.read(name, host));
    }
    addArguments(arguments);
  }

  /** What the options before a program mean. */
  static Permissions of(ParsedArguments arguments, Host host) throws UsageException {
    return new Permissions(arguments, host);
  }

  private void addArguments(ParsedArguments arguments) {
    add(arguments, Options.UNTRUSTED);
    add(arguments, Options.ALLOW_ALL);
    add(arguments, Options.ALLOW_NET);
    for (Capability capability : Capability.values()) {
      add(arguments, Options.granting(capability));
      add(arguments, Options.denying(capability));
    }
    for (Budget budget : Budget.values()) {
      add(arguments, Options.limiting(budget));
    }
  }

  private void add(ParsedArguments arguments, Option option) {
    if (arguments.has(option)) {
      String value = arguments.value(option);
      settings.add(new Setting(option.name(), value.isEmpty() ? null : value));
    }
  }

  /** What a program without any option may do. */
  static Policy unrestricted(Host host) {
    Environment environment = host.environment();
    Policy policy = Policy.trusted();
    if (environment.get(DestinationPolicy.VARIABLE) != null) {
      policy = policy.withDestinations(destinations(environment, DestinationPolicy.ALLOW_ALL));
    }
    String parent = environment.get(ChildRights.VARIABLE);
    return parent == null ? policy : below(policy, parent, host);
  }

  /** The rights of the program. */
  Policy policy() throws UsageException {
    Policy policy =
        granted(settings, new RuleReader(host.directory().current(), host.environment()));
    policy = policy.withDestinations(destinations());
    String parent = host.environment().get(ChildRights.VARIABLE);
    return parent == null ? policy : below(policy, parent, host);
  }

  /** A Ruff that another one has started may do at most what that one may. */
  private static Policy below(Policy policy, String parent, Host host) {
    Policy limited = policy;
    RuleReader rules = new RuleReader(Path.of("/"), host.environment());
    for (List<String> group : ChildRights.groups(parent)) {
      List<Setting> settings = group.stream().map(Setting::parse).toList();
      try {
        limited = limited.below(granted(settings, rules));
      } catch (UsageException unreadable) {
        limited = limited.below(Policy.untrusted());
      }
      for (Setting setting : settings) {
        if (setting.flag().equals(DestinationPolicy.OPTION)) {
          DestinationPolicy parents =
              DestinationPolicy.of(setting.value(), null, DestinationPolicy.DENY_PRIVATE);
          limited = limited.withDestinations(limited.destinations().and(parents));
        }
      }
    }
    return limited;
  }

  /**
   * What the Ruff program may do that has started this process, or null when none has or it may do
   * everything.
   */
  static Policy ofParent(Host host) {
    String parent = host.environment().get(ChildRights.VARIABLE);
    return parent == null ? null : below(Policy.trusted(), parent, host);
  }

  /** A program that nobody trusts may reach out, but not into the inner network. */
  private DestinationPolicy destinations() {
    boolean reachesOut = has(ALLOW_NET) || has(Capability.NETWORK_CLIENT.flag());
    boolean guarded = has(Options.UNTRUSTED.name()) && reachesOut && !has(Options.ALLOW_ALL.name());
    return destinations(
        host.environment(), guarded ? DestinationPolicy.DENY_PRIVATE : DestinationPolicy.ALLOW_ALL);
  }

  private static DestinationPolicy destinations(Environment environment, DestinationPolicy unset) {
    return DestinationPolicy.of(
        environment.get(DestinationPolicy.VARIABLE),
        environment.get(DestinationPolicy.OVERRIDE),
        unset);
  }

  private boolean has(String flag) {
    return settings.stream().anyMatch(setting -> setting.flag().equals(flag));
  }

  private static Policy granted(List<Setting> settings, RuleReader rules) throws UsageException {
    boolean all = settings.stream().anyMatch(s -> s.flag().equals(Options.ALLOW_ALL.name()));
    boolean restricted =
        settings.stream()
            .anyMatch(
                s -> s.flag().startsWith("--allow-") || s.flag().equals(Options.UNTRUSTED.name()));
    PolicyBuilder builder = new PolicyBuilder(all || !restricted);
    for (Setting setting : settings) {
      if (setting.flag().equals(ALLOW_NET)) {
        builder.allow(Capability.NETWORK_CLIENT);
        builder.allow(Capability.NETWORK_SERVER);
      }
      for (Capability capability : Capability.values()) {
        if (setting.flag().equals(capability.flag())) {
          add(builder, capability, false, setting, rules);
        } else if (setting.flag().equals(capability.denyFlag())) {
          add(builder, capability, true, setting, rules);
        }
      }
    }
    return builder.build();
  }

  /** Grants what an option names, or denies it. */
  private static void add(
      PolicyBuilder builder,
      Capability capability,
      boolean denies,
      Setting setting,
      RuleReader rules)
      throws UsageException {
    if (setting.value() == null) {
      if (denies) {
        builder.deny(capability);
      } else {
        builder.allow(capability);
      }
      return;
    }
    try {
      for (String entry : setting.entries()) {
        for (Rule rule : rules.read(capability, entry, denies)) {
          if (denies) {
            builder.deny(capability, rule);
          } else {
            builder.allow(capability, rule);
          }
        }
      }
    } catch (IllegalArgumentException unusable) {
      Option option = denies ? Options.denying(capability) : Options.granting(capability);
      throw UsageException.invalidValue(setting.value(), option, unusable.getMessage());
    }
  }

  /** How much the program may use. */
  Limits limits() throws UsageException {
    Map<Budget, Long> limits = new EnumMap<>(Budget.class);
    for (Setting setting : settings) {
      for (Budget budget : Budget.values()) {
        if (setting.flag().equals(budget.flag())) {
          String text = setting.value() == null ? "" : setting.value();
          long limit = budget.parse(text);
          if (limit < 0) {
            throw UsageException.invalidValue(
                text, Options.limiting(budget), "not a limit of " + budget.unit());
          }
          limits.put(budget, limit);
        }
      }
    }
    return limits.isEmpty() ? Limits.NONE : new Limits(limits);
  }
}

package ruff.host;

import java.util.Map;
import java.util.TreeMap;
import ruff.policy.Capability;
import ruff.policy.Decision;
import ruff.policy.Policy;
import ruff.policy.Resource;

/**
 * The environment variables as one function of a program may use them: every method asks the policy
 * for the variables that it is about to touch.
 */
public final class VariableAccess {
  private final Environment environment;
  private final Policy policy;
  private final String surface;

  /**
   * @param surface the public name of the function, for denials
   */
  public VariableAccess(Environment environment, Policy policy, String surface) {
    this.environment = environment;
    this.policy = policy;
    this.surface = surface;
  }

  /** The value of a variable, or null. */
  public String get(String name) {
    policy.check(Capability.ENV_READ, surface, new Resource.Variable(name));
    return environment.get(name);
  }

  /** Sets a variable for the program and the children that it starts. */
  public void set(String name, String value) {
    policy.check(Capability.ENV_WRITE, surface, new Resource.Variable(name));
    environment.set(name, value);
  }

  /**
   * The variables that may be read, by name.
   *
   * @param capability what the function needs
   */
  public Map<String, String> all(Capability capability) {
    Map<String, String> readable = new TreeMap<>(environment.snapshot());
    readable
        .keySet()
        .removeIf(
            name ->
                policy.decide(capability, surface, new Resource.Variable(name))
                    != Decision.ALLOWED);
    return readable;
  }
}

package ruff.policy;

/** Collects grants and denials; see {@link Policy}. */
public final class PolicyBuilder {
  private final Scope[] scopes = new Scope[Capability.values().length];

  /**
   * @param trusting whether everything is granted that is not denied
   */
  public PolicyBuilder(boolean trusting) {
    for (Capability capability : Capability.values()) {
      Scope scope = new Scope(capability);
      scope.allowsAll = trusting;
      scopes[capability.ordinal()] = scope;
    }
  }

  public void allow(Capability capability) {
    scopes[capability.ordinal()].allowsAll = true;
  }

  public void allow(Capability capability, Rule rule) {
    scopes[capability.ordinal()].allows.add(rule);
  }

  public void deny(Capability capability) {
    scopes[capability.ordinal()].deniesAll = true;
  }

  public void deny(Capability capability, Rule rule) {
    scopes[capability.ordinal()].denies.add(rule);
  }

  public Policy build() {
    int granted = 0;
    boolean everything = true;
    boolean anyScoped = false;
    Scope[] scoped = new Scope[scopes.length];
    for (Scope scope : scopes) {
      int index = scope.capability.ordinal();
      if (scope.isScoped()) {
        scoped[index] = scope;
        anyScoped = true;
        everything = false;
      } else if (scope.allowsSomething()) {
        granted |= 1 << index;
      } else {
        everything = false;
      }
    }
    if (everything) {
      return Policy.trusted();
    }
    return granted == 0 && !anyScoped
        ? Policy.untrusted()
        : Policy.of(granted, anyScoped ? scoped : null);
  }
}

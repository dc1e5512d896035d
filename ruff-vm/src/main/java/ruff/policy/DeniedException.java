package ruff.policy;

/**
 * A request that the policy refused. It is an ordinary event of a running program, so it carries no
 * Java stack trace; the VM turns it into an error that the program can catch.
 */
public final class DeniedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DeniedException(String message) {
    super(message, null, false, false);
  }
}

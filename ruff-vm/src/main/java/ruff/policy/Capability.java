package ruff.policy;

/**
 * A kind of effect on the world outside the program, with its name in messages and the switch that
 * grants it.
 */
public enum Capability {
  FILESYSTEM_READ("filesystem-read", "fs-read", "PATH,...", "read files, folders and paths"),
  FILESYSTEM_WRITE("filesystem-write", "fs-write", "PATH,...", "create and change files"),
  FILESYSTEM_DELETE("filesystem-delete", "fs-delete", "PATH,...", "delete files and folders"),
  PROCESS_EXEC("process-exec", "process-exec", "PROGRAM,...", "start programs"),
  SHELL_EXEC("shell-exec", "shell-exec", "", "run shell commands"),
  ENV_READ("env-read", "env-read", "NAME,...", "read environment variables"),
  ENV_WRITE("env-write", "env-write", "NAME,...", "change environment variables"),
  NETWORK_CLIENT("network-client", "net-client", "HOST,...", "connect to other hosts"),
  NETWORK_SERVER("network-server", "net-server", "HOST:PORT,...", "accept connections"),
  DATABASE("database", "database", "PATH|HOST,...", "use databases"),
  CLOCK("clock", "clock", "", "read the time and wait"),
  RANDOM("random", "random", "", "use random numbers");

  private final String label;
  private final String flag;
  private final String denyFlag;
  private final String scope;
  private final String purpose;

  Capability(String label, String option, String scope, String purpose) {
    this.label = label;
    this.flag = "--allow-" + option;
    this.denyFlag = "--deny-" + option;
    this.scope = scope;
    this.purpose = purpose;
  }

  /** The name in denials, such as {@code filesystem-read}. */
  public String label() {
    return label;
  }

  /** The switch of the command line that grants this capability alone. */
  public String flag() {
    return flag;
  }

  /** The option that takes this capability away again. */
  public String denyFlag() {
    return denyFlag;
  }

  /** What both options can be limited to, as help texts show it; empty when they cannot be. */
  public String scope() {
    return scope;
  }

  /** Whether it is one of the three about files, whose scopes work together. */
  public boolean isFilesystem() {
    return this == FILESYSTEM_READ || this == FILESYSTEM_WRITE || this == FILESYSTEM_DELETE;
  }

  /** What a program may do with it: a verb phrase that follows "may". */
  public String purpose() {
    return purpose;
  }
}

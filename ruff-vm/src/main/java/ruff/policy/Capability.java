package ruff.policy;

/**
 * A kind of effect on the world outside the program, with its name in messages and the switch that
 * grants it.
 */
public enum Capability {
  FILESYSTEM_READ("filesystem-read", "--allow-fs-read", "read files, folders and paths"),
  FILESYSTEM_WRITE("filesystem-write", "--allow-fs-write", "create and change files"),
  FILESYSTEM_DELETE("filesystem-delete", "--allow-fs-delete", "delete files and folders"),
  PROCESS_EXEC("process-exec", "--allow-process-exec", "start programs"),
  SHELL_EXEC("shell-exec", "--allow-shell-exec", "run shell commands"),
  ENV_READ("env-read", "--allow-env-read", "read environment variables"),
  ENV_WRITE("env-write", "--allow-env-write", "change environment variables"),
  NETWORK_CLIENT("network-client", "--allow-net-client", "connect to other hosts"),
  NETWORK_SERVER("network-server", "--allow-net-server", "accept connections"),
  DATABASE("database", "--allow-database", "use databases"),
  CLOCK("clock", "--allow-clock", "read the time and wait"),
  RANDOM("random", "--allow-random", "use random numbers");

  private final String label;
  private final String flag;
  private final String purpose;

  Capability(String label, String flag, String purpose) {
    this.label = label;
    this.flag = flag;
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

  /** What a program may do with it: a verb phrase that follows "may". */
  public String purpose() {
    return purpose;
  }
}

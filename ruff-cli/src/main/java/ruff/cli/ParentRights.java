package ruff.cli;

import java.io.IOException;
import ruff.host.FileAccess;
import ruff.host.Host;
import ruff.policy.Capability;
import ruff.policy.DeniedException;
import ruff.policy.Policy;

/**
 * Holds the commands that run no program under a policy, and the options that write files, to the
 * rights of the Ruff program that has started them, if one has.
 */
final class ParentRights {
  private final Policy policy;
  private final Host host;

  private ParentRights(Policy policy, Host host) {
    this.policy = policy;
    this.host = host;
  }

  /** Refuses what a parent may not do itself; asks nothing where there is no parent. */
  static void check(Command command, ParsedArguments arguments, Host host) throws UsageException {
    Policy policy = Permissions.ofParent(host);
    if (policy == null) {
      return;
    }
    ParentRights rights = new ParentRights(policy, host);
    try {
      rights.checkCommand(command);
      rights.checkWritten(arguments, Options.AUDIT_LOG);
      rights.checkWritten(arguments, Options.JIT_LOG);
      rights.checkWritten(arguments, Options.DUMP_CLASSES);
    } catch (DeniedException denied) {
      throw UsageException.denied(denied.getMessage());
    }
  }

  private void checkCommand(Command command) {
    switch (command) {
      case RUN, TEST_RUN, DOC, VERSION, HELP -> {
        // Programs have a policy of their own below that of the parent; the others touch nothing.
      }
      case CHECK -> demand(Capability.FILESYSTEM_READ, command);
      case SERVE -> {
        demand(Capability.FILESYSTEM_READ, command);
        demand(Capability.NETWORK_SERVER, command);
      }
      default -> {
        demand(Capability.FILESYSTEM_READ, command);
        demand(Capability.FILESYSTEM_WRITE, command);
        demand(Capability.PROCESS_EXEC, command);
      }
    }
  }

  private void demand(Capability capability, Command command) {
    policy.checkAll(capability, "ruff " + command.word());
  }

  private void checkWritten(ParsedArguments arguments, Option option) {
    String file = arguments.value(option);
    if (file == null) {
      return;
    }
    try {
      new FileAccess(host.directory(), policy, option.name()).outputPath(file);
    } catch (IOException unusable) {
      // Whoever opens the file says so.
    }
  }
}

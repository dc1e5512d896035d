package ruff.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ruff.host.Host;
import ruff.host.ProgramText;
import ruff.policy.Budget;
import ruff.policy.Capability;
import ruff.stdlib.toml.TomlNatives;
import ruff.value.ArrayValue;
import ruff.value.DictValue;
import ruff.value.RuffError;
import ruff.value.Text;

/**
 * The table {@code [policy.NAME]} of the {@code ruff.toml} in the working directory or the nearest
 * folder above it: options without their dashes. It is looked for where the operator stands, not
 * where the program does, since whoever wrote the program must not choose its rights.
 */
final class PolicyFile {
  private static final String FILE = "ruff.toml";
  private static final String GRANT = "allow-";

  private final String shown;
  private final Path folder;

  private PolicyFile(Path file) {
    this.shown = file.toString();
    this.folder = file.getParent();
  }

  static List<Setting> read(String name, Host host) throws UsageException {
    Path file = find(host);
    if (file == null) {
      throw UsageException.file("Failed to use policy '" + name + "': there is no " + FILE);
    }
    return new PolicyFile(file).settings(name, host);
  }

  private static Path find(Host host) {
    for (Path folder = host.directory().current(); folder != null; folder = folder.getParent()) {
      if (host.sources().isFile(folder.resolve(FILE))) {
        return folder.resolve(FILE);
      }
    }
    return null;
  }

  private List<Setting> settings(String name, Host host) throws UsageException {
    DictValue policies = table(document(host), "policy");
    DictValue table = policies == null ? null : table(policies, name);
    if (table == null) {
      throw fault("it has no table [policy." + name + "]");
    }
    List<Setting> settings = new ArrayList<>();
    boolean grants = table.size() == 0;
    for (String key : table.insertionKeys()) {
      add(settings, key, table.get(key));
      grants |= key.startsWith(GRANT);
    }
    if (grants && settings.stream().noneMatch(s -> s.flag().startsWith("--" + GRANT))) {
      // Whoever grants an empty list does not mean everything.
      settings.add(new Setting(Options.UNTRUSTED.name(), null));
    }
    return settings;
  }

  private DictValue document(Host host) throws UsageException {
    return switch (ProgramText.ofFile(host.sources(), Path.of(shown))) {
      case ProgramText.Read read -> {
        try {
          yield TomlNatives.parse(read.text());
        } catch (RuffError broken) {
          throw fault(broken.getMessage());
        }
      }
      case ProgramText.Unreadable unreadable -> throw fault(unreadable.reason());
      case ProgramText.TooLarge large -> throw fault(large.message());
    };
  }

  private static DictValue table(DictValue parent, String key) {
    return parent.get(key) instanceof DictValue table ? table : null;
  }

  private UsageException fault(String reason) {
    return UsageException.file("Failed to use policies of '" + shown + "': " + reason);
  }

  private void add(List<Setting> settings, String key, Object value) throws UsageException {
    Capability capability = capability(key);
    boolean known = capability != null || isSwitch(key) || isBudget(key);
    if (!known) {
      throw fault("unknown option '" + key + "'");
    }
    switch (value) {
      case Boolean wanted when !isBudget(key) -> {
        if (wanted) {
          settings.add(new Setting("--" + key, null));
        }
      }
      case Long limit when isBudget(key) ->
          settings.add(new Setting("--" + key, Long.toString(limit)));
      case CharSequence text when isBudget(key) ->
          settings.add(new Setting("--" + key, text.toString()));
      case CharSequence text when capability != null && !capability.scope().isEmpty() ->
          settings.add(new Setting("--" + key, entry(capability, text.toString())));
      case ArrayValue list when capability != null && !capability.scope().isEmpty() -> {
        for (int i = 0; i < list.size; i++) {
          if (!Text.isText(list.get(i))) {
            throw fault("'" + key + "' holds something else than texts");
          }
          settings.add(new Setting("--" + key, entry(capability, Text.of(list.get(i)))));
        }
      }
      default -> throw fault("'" + key + "' has a value of a wrong type");
    }
  }

  /** Paths in the file start from its folder. */
  private String entry(Capability capability, String text) throws UsageException {
    if (text.isEmpty() || text.indexOf(',') >= 0) {
      throw fault("'" + text + "' is no entry");
    }
    boolean path = capability.isFilesystem() || text.indexOf('/') >= 0 && isPlace(capability);
    return path ? folder.resolve(text).toString() : text;
  }

  private static boolean isPlace(Capability capability) {
    return capability == Capability.PROCESS_EXEC || capability == Capability.DATABASE;
  }

  private static Capability capability(String key) {
    for (Capability capability : Capability.values()) {
      if (capability.flag().equals("--" + key) || capability.denyFlag().equals("--" + key)) {
        return capability;
      }
    }
    return null;
  }

  private static boolean isBudget(String key) {
    for (Budget budget : Budget.values()) {
      if (budget.flag().equals("--" + key)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSwitch(String key) {
    return key.equals("untrusted") || key.equals("allow-net") || key.equals("allow-all");
  }
}

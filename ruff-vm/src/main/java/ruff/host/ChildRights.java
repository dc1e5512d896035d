package ruff.host;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ruff.policy.Capability;
import ruff.policy.DestinationPolicy;
import ruff.policy.Policy;
import ruff.policy.Resource;

/**
 * What a restricted program hands on to the programs that it starts: to another Ruff its own
 * limits, and to nobody a variable that makes a program load other code, unless it may run any.
 */
public final class ChildRights {
  /** Where a Ruff that was started by another one finds its limits. */
  public static final String VARIABLE = "RUFF_PARENT_POLICY";

  private static final char SEPARATOR = '\n';
  private static final int SCRIPT_LINE = 128;
  private static final Set<String> CODE_LOADING =
      Set.of(
          "PATH",
          "ENV",
          "BASH_ENV",
          "SHELLOPTS",
          "PS4",
          "IFS",
          "PERL5OPT",
          "PERL5LIB",
          "PYTHONSTARTUP",
          "PYTHONPATH",
          "PYTHONHOME",
          "RUBYOPT",
          "RUBYLIB",
          "NODE_OPTIONS",
          "NODE_PATH",
          "CLASSPATH",
          "JAVA_HOME",
          "JAVA_TOOL_OPTIONS",
          "JDK_JAVA_OPTIONS",
          "_JAVA_OPTIONS",
          "RUFF_JAVA_OPTIONS",
          "GLIBC_TUNABLES",
          "GCONV_PATH",
          "LOCPATH",
          "OPENSSL_CONF",
          "OPENSSL_ENGINES",
          "OPENSSL_MODULES",
          "LUA_INIT",
          "LUA_PATH",
          "LUA_CPATH",
          "PHPRC",
          "PHP_INI_SCAN_DIR",
          "PYTHONINSPECT",
          "PYTHONBREAKPOINT",
          "MAKEFLAGS",
          "MAKEFILES",
          "RUSTC",
          "RUSTC_WRAPPER",
          "PROMPT_COMMAND",
          "EDITOR",
          "VISUAL",
          "PAGER",
          "MANPAGER",
          "LESSOPEN",
          "LESSCLOSE",
          "BROWSER",
          "SSH_ASKPASS",
          "SUDO_ASKPASS",
          // Files there say what programs start.
          "HOME",
          "XDG_CONFIG_HOME",
          "CURL_HOME",
          "WGETRC");
  private static final List<String> CODE_LOADING_SUFFIXES = List.of("_OPTS", "_JAVA_OPTIONS");
  private static final List<String> CODE_LOADING_PREFIXES =
      List.of("LD_", "DYLD_", "GIT_", "BASH_FUNC_");

  private final Policy policy;
  private final Capability capability;
  private final String surface;

  ChildRights(Policy policy, Capability capability, String surface) {
    this.policy = policy;
    this.capability = capability;
    this.surface = surface;
  }

  /** A program as rules see it. */
  static Resource.Program resource(Path program) {
    return new Resource.Program(
        FileResource.canonicalLink(program), FileResource.canonical(program));
  }

  /**
   * Refuses variables by which a granted program would run something else.
   *
   * @param original the variables that this process was started with, whose values are harmless
   */
  void checkVariables(Map<String, String> variables, Environment original) {
    if (capability.isFilesystem() || !policy.isScoped(capability)) {
      return;
    }
    for (Map.Entry<String, String> variable : variables.entrySet()) {
      String name = variable.getKey();
      if (loadsCode(name) && !variable.getValue().equals(original.initial(name))) {
        policy.refuse(capability, surface, new Resource.Variable(name));
      }
    }
  }

  private static boolean loadsCode(String name) {
    for (String prefix : CODE_LOADING_PREFIXES) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    for (String suffix : CODE_LOADING_SUFFIXES) {
      if (name.endsWith(suffix)) {
        return true;
      }
    }
    return CODE_LOADING.contains(name);
  }

  /** Adds this program's limits where the child is another Ruff. */
  void limit(Map<String, String> variables, Path program) {
    variables.remove(VARIABLE);
    boolean limited = !policy.isTrusted() || policy.destinations() != DestinationPolicy.ALLOW_ALL;
    if (limited && startsRuff(program)) {
      variables.put(VARIABLE, String.join(String.valueOf(SEPARATOR), policy.flags()));
    }
  }

  private static boolean startsRuff(Path program) {
    String name = name(program);
    String real = name(Path.of(FileResource.canonical(program)));
    return isRuff(name) || isRuff(real) || name.endsWith(".ruff") || isRuffScript(program);
  }

  private static String name(Path program) {
    return program.getFileName() == null ? "" : program.getFileName().toString();
  }

  private static boolean isRuff(String name) {
    return name.equals("ruff") || name.equals("java");
  }

  /** Whether its first line says that Ruff runs it. */
  private static boolean isRuffScript(Path program) {
    try (InputStream in = Files.newInputStream(program)) {
      String head = new String(in.readNBytes(SCRIPT_LINE), StandardCharsets.ISO_8859_1);
      int end = head.indexOf('\n');
      return head.startsWith("#!") && head.substring(0, Math.max(end, 0)).contains("ruff");
    } catch (IOException unreadable) {
      return false;
    }
  }

  /** The groups of options in the variable's value, the outermost program's first. */
  public static List<List<String>> groups(String value) {
    List<List<String>> groups = new ArrayList<>();
    groups.add(new ArrayList<>());
    for (String flag : value.split(String.valueOf(SEPARATOR), -1)) {
      if (flag.isEmpty()) {
        groups.add(new ArrayList<>());
      } else {
        groups.getLast().add(flag);
      }
    }
    return groups;
  }
}

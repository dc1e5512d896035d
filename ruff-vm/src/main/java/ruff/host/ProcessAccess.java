package ruff.host;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ruff.host.ProcessRequest.Input;
import ruff.policy.Capability;
import ruff.policy.Policy;
import ruff.policy.Resource;

/**
 * The programs of the machine as one function of a program may run them. Asks the policy for the
 * file of each program before it is started, and for the environment variables that a child
 * inherits.
 */
public final class ProcessAccess {
  /** What a child inherits of a program that may not read its environment. */
  private static final Set<String> HARMLESS_VARIABLES = Set.of("PATH", "HOME", "LANG", "TMPDIR");

  private static final String PATH = "PATH";
  private static final Pattern ERROR_NUMBER = Pattern.compile("error[:=] ?([0-9]+)");

  private final Host host;
  private final Policy policy;
  private final Capability capability;
  private final String surface;

  /**
   * @param capability what the function needs to run a program
   * @param surface the public name of the function, for denials
   */
  public ProcessAccess(Host host, Policy policy, Capability capability, String surface) {
    this.host = host;
    this.policy = policy;
    this.capability = capability;
    this.surface = surface;
  }

  /** The variables that a child gets. */
  public Map<String, String> environment(ChildVariables rules) {
    if (Boolean.TRUE.equals(rules.inherit()) || rules.allowed() != null) {
      policy.checkUnnamed(Capability.ENV_READ, surface);
    }
    Map<String, String> variables = inherited(rules);
    rules.denied().forEach(variables::remove);
    variables.putAll(rules.set());
    return variables;
  }

  private Map<String, String> inherited(ChildVariables rules) {
    if (Boolean.FALSE.equals(rules.inherit()) && rules.allowed() == null) {
      return new TreeMap<>();
    }
    VariableAccess readable = new VariableAccess(host.environment(), policy, surface);
    Map<String, String> variables = readable.all(Capability.ENV_READ);
    if (rules.allowed() != null) {
      variables.keySet().retainAll(rules.allowed());
      return variables;
    }
    for (String name : HARMLESS_VARIABLES) {
      String value = host.environment().get(name);
      if (value != null) {
        variables.put(name, value);
      }
    }
    return variables;
  }

  /**
   * Runs a program to its end.
   *
   * @throws IOException when it cannot be started; see {@link SystemError}
   * @throws InterruptedException when this thread is interrupted; the program is ended then
   */
  public ProcessOutcome run(ProcessRequest request) throws IOException, InterruptedException {
    String name = request.command().getFirst();
    ProcessBuilder builder = builder(request, name);
    byte[] input = request.input() instanceof Input.Given given ? given.bytes() : null;
    try {
      return new ChildProcess(builder, input, request.maxOutputBytes())
          .run(request.timeoutMillis());
    } catch (IOException failure) {
      throw new FileSystemException(name, null, errorIn(failure.getMessage()).words());
    }
  }

  private ProcessBuilder builder(ProcessRequest request, String name) throws IOException {
    Path directory = directory(request.directory());
    // The one function that converts files by a program writes, and the program is not its choice.
    boolean isOwnChoice = capability != Capability.FILESYSTEM_WRITE;
    boolean isFixed = !isOwnChoice && !policy.isTrusted();
    Path program = find(name, searchPath(request, isFixed), directory);
    Resource.Program resource = ChildRights.resource(program);
    policy.check(capability, surface, isOwnChoice ? resource : Resource.NONE);
    boolean pinned = isOwnChoice && policy.isScoped(capability);
    List<String> command = new ArrayList<>(request.command());
    command.set(0, pinned ? resource.path() : startedAs(name, program, directory));
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    Map<String, String> variables = isFixed ? original() : variables(request, program);
    setVariables(builder.environment(), variables, name);
    if (request.input() instanceof Input.Inherited) {
      builder.redirectInput(
          host.stdin().isOfProcess() ? Redirect.INHERIT : Redirect.from(new File("/dev/null")));
    }
    return builder;
  }

  /**
   * @param isFixed whether the program must not be able to choose another file of the same name
   */
  private String searchPath(ProcessRequest request, boolean isFixed) {
    if (isFixed) {
      return host.environment().initial(PATH);
    }
    String folders = request.searchPath();
    return folders == null ? host.environment().get(PATH) : folders;
  }

  /** The harmless variables as they were before the program could set them. */
  private Map<String, String> original() {
    Map<String, String> variables = new TreeMap<>();
    for (String name : HARMLESS_VARIABLES) {
      String value = host.environment().initial(name);
      if (value != null) {
        variables.put(name, value);
      }
    }
    return variables;
  }

  /** Where programs are granted by name, nobody learns which others there are. */
  private Path find(String name, String folders, Path directory) throws IOException {
    try {
      return ProgramSearch.find(name, folders, directory);
    } catch (IOException notFound) {
      if (capability != Capability.FILESYSTEM_WRITE && policy.isScoped(capability)) {
        policy.check(capability, surface, new Resource.Program(name, name));
      }
      throw notFound;
    }
  }

  private Map<String, String> variables(ProcessRequest request, Path program) {
    Map<String, String> variables = new TreeMap<>(request.environment());
    ChildRights rights = new ChildRights(policy, capability, surface);
    rights.checkVariables(variables, host.environment());
    rights.limit(variables, program);
    return variables;
  }

  private static void setVariables(
      Map<String, String> environment, Map<String, String> variables, String program)
      throws IOException {
    environment.clear();
    try {
      environment.putAll(variables);
    } catch (IllegalArgumentException impossibleName) {
      throw new FileSystemException(program, null, SystemError.INVALID_ARGUMENT.words());
    }
  }

  /**
   * What is handed to the JDK, which becomes the program's own name for itself: the name as written
   * where the JDK finds the same file by it.
   */
  private static String startedAs(String name, Path program, Path directory) {
    String folders = System.getenv(PATH);
    if (name.indexOf('/') >= 0 || folders == null) {
      return name.indexOf('/') >= 0 ? name : program.toString();
    }
    try {
      Path found = ProgramSearch.find(name, folders, directory);
      return found.equals(program) ? name : program.toString();
    } catch (IOException notFound) {
      return program.toString();
    }
  }

  /** Whether a folder can be entered tells that it exists, as reading it would. */
  private Path directory(String path) throws IOException {
    if (path == null) {
      return host.directory().current();
    }
    Path folder = FileAccess.locate(host.directory(), path);
    if (policy.scopesFiles()) {
      policy.check(
          Capability.FILESYSTEM_READ, surface, new FileResource(FileResource.canonical(folder)));
    }
    return folder.normalize();
  }

  /** The error whose number stands last in a message; what never got that far has bad arguments. */
  private static SystemError errorIn(String message) {
    SystemError error = SystemError.INVALID_ARGUMENT;
    Matcher number = ERROR_NUMBER.matcher(message == null ? "" : message);
    while (number.find()) {
      error = SystemError.ofNumber(number.group(1));
    }
    return error;
  }
}

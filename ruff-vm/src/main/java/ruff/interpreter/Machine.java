package ruff.interpreter;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import ruff.compile.Environment;
import ruff.host.Host;
import ruff.natives.NativeLibrary;
import ruff.natives.NativeMemory;
import ruff.policy.Policy;
import ruff.task.Liveness;
import ruff.task.Workers;
import ruff.value.StructDefinition;

/** What all isolates of one running program have in common. */
public final class Machine {
  private final Host host;
  private final Policy policy;
  private final NativeLibrary library;
  private final Environment environment;
  private final List<String> arguments;
  private final long waitLimitMillis;
  private final Background background;
  private final HotCode hotCode;
  private final NativeMemory memory = new NativeMemory();
  private final Liveness liveness = new Liveness();
  private final Workers workers = new Workers();
  private final AtomicInteger moduleCount = new AtomicInteger();
  private final Map<String, StructDefinition> undeclared = new ConcurrentHashMap<>();

  /**
   * @param waitLimitMillis how long the main program may wait with nothing finishing
   * @param background told what happens in spawned blocks
   * @param hotCode compiles what runs often
   */
  public Machine(
      Host host,
      Policy policy,
      NativeLibrary library,
      List<String> arguments,
      long waitLimitMillis,
      Background background,
      HotCode hotCode) {
    this.host = host;
    this.policy = policy;
    this.library = library;
    this.environment = new LibraryEnvironment(library);
    this.arguments = arguments;
    this.waitLimitMillis = waitLimitMillis;
    this.background = background;
    this.hotCode = hotCode;
  }

  public Host host() {
    return host;
  }

  public Policy policy() {
    return policy;
  }

  public NativeLibrary library() {
    return library;
  }

  /** What the compiler needs to know. */
  public Environment environment() {
    return environment;
  }

  public List<String> arguments() {
    return arguments;
  }

  public long waitLimitMillis() {
    return waitLimitMillis;
  }

  public NativeMemory memory() {
    return memory;
  }

  /** Who is running and who waits. */
  public Liveness liveness() {
    return liveness;
  }

  /** The threads for what runs beside the program. */
  public Workers workers() {
    return workers;
  }

  public HotCode hotCode() {
    return hotCode;
  }

  /** A number for a module that is about to be loaded. */
  public int nextModuleIndex() {
    return moduleCount.getAndIncrement();
  }

  public Background background() {
    return background;
  }

  /** The definition of a struct that no statement declares. */
  StructDefinition undeclared(String name) {
    return undeclared.computeIfAbsent(
        name, unknown -> new StructDefinition(unknown, Map.of(), Map.of()));
  }
}

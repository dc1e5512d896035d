package ruff.task;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import ruff.bytecode.Prototype;
import ruff.interpreter.Machine;
import ruff.interpreter.Strand;
import ruff.module.ModuleInstance;
import ruff.module.ModuleLoader;
import ruff.natives.CancelSignal;

/**
 * One world of variables: the values of all globals, promises, and the strands that run in it one
 * at a time. The main program is one; every spawned block, task and mapper call has its own.
 *
 * <p>The strand that has control is {@link #current}; every other one is parked until it gets
 * control or the isolate is ended.
 */
public final class Isolate {
  private final Machine machine;
  private final Path entryFile;
  private final Path startDirectory;
  private final boolean main;
  private final Scheduler scheduler;
  private final ModuleLoader modules = new ModuleLoader();

  /** The threads that run strands of this isolate; guards itself. */
  private final Set<Thread> threads = new HashSet<>(2);

  private Object[][] globals = new Object[4][];
  private boolean threaded;
  private volatile Strand current;
  private volatile Throwable signal;

  /**
   * The isolate of the main program.
   *
   * @param entryFile real path of the program's file, or null
   * @param startDirectory where the program was started; paths in messages are relative to it
   */
  public Isolate(Machine machine, Path entryFile, Path startDirectory) {
    this(machine, entryFile, startDirectory, true);
  }

  private Isolate(Machine machine, Path entryFile, Path startDirectory, boolean main) {
    this.machine = machine;
    this.entryFile = entryFile;
    this.startDirectory = startDirectory;
    this.main = main;
    this.scheduler = new Scheduler(this);
    this.current = new Strand(this);
  }

  /**
   * An isolate beside this one with the same modules.
   *
   * @param table the values of its globals, see {@link #allGlobals}
   */
  Isolate sibling(Object[][] table) {
    Isolate sibling = new Isolate(machine, entryFile, startDirectory, false);
    sibling.threaded = threaded;
    sibling.globals = table;
    modules.copyInto(sibling.modules);
    return sibling;
  }

  public Machine machine() {
    return machine;
  }

  public Path entryFile() {
    return entryFile;
  }

  public Path startDirectory() {
    return startDirectory;
  }

  public Scheduler scheduler() {
    return scheduler;
  }

  public ModuleLoader modules() {
    return modules;
  }

  boolean isMain() {
    return main;
  }

  /** The values of a module's globals here, by slot; null while a global is undefined. */
  public Object[] globals(ModuleInstance module) {
    int index = module.index;
    if (index < globals.length) {
      Object[] values = globals[index];
      if (values != null) {
        return values;
      }
    }
    return addGlobals(module);
  }

  private Object[] addGlobals(ModuleInstance module) {
    if (module.index >= globals.length) {
      globals = Arrays.copyOf(globals, Math.max(module.index + 1, globals.length * 2));
    }
    return globals[module.index] = new Object[module.globalCount()];
  }

  /** The table of all globals, by module and slot. */
  Object[][] allGlobals() {
    return globals;
  }

  /** The strand that runs at this moment. */
  public Strand current() {
    return current;
  }

  /** Whether every async function runs on a thread, because any code may wait in the middle. */
  boolean isThreaded() {
    return threaded;
  }

  /** Looks whether the functions of a module that is about to run may wait in the middle. */
  public void noteLoaded(Prototype main) {
    threaded |= main.needsThread;
  }

  /** Notes that the calling thread runs a strand of this isolate, so that it can be ended. */
  public void enter() {
    synchronized (threads) {
      threads.add(Thread.currentThread());
    }
    checkSignal();
  }

  /** Ends {@link #enter}; an interruption that was meant for this isolate ends with it. */
  void leave() {
    synchronized (threads) {
      threads.remove(Thread.currentThread());
      Thread.interrupted();
    }
  }

  /** Hands control to another strand. */
  void hand(Strand to, Thread thread) {
    current = to;
    LockSupport.unpark(thread);
  }

  /** Waits until a strand has control again that has just handed it on for a while. */
  void awaitReturn(Strand strand) {
    Spin spin = new Spin();
    while (current != strand && spin.again()) {
      checkSignal();
    }
    awaitControl(strand);
  }

  /** Waits until a strand has control. */
  void awaitControl(Strand strand) {
    while (current != strand) {
      checkSignal();
      LockSupport.park(this);
      if (Thread.interrupted()) {
        end(new CancelSignal());
      }
    }
    checkSignal();
  }

  /** Throws what has ended this isolate, if anything has. */
  void checkSignal() {
    switch (signal) {
      case null -> {}
      case Error error -> throw error;
      case RuntimeException defect -> throw defect;
      default -> throw new IllegalStateException(signal);
    }
  }

  /** What has ended this isolate: the given signal unless there was one before. */
  public Throwable ending(CancelSignal interrupted) {
    return signal == null ? interrupted : signal;
  }

  /**
   * Makes every strand end where it waits, as soon as it waits.
   *
   * @param ending a signal or defect that no program catches; the first one counts
   */
  void end(Throwable ending) {
    synchronized (threads) {
      signal = signal == null ? ending : signal;
      threads.forEach(LockSupport::unpark);
    }
  }

  /** {@link #end}, called by one who runs nothing of this isolate; natives are interrupted. */
  void endFromOutside(Throwable ending) {
    synchronized (threads) {
      end(ending);
      threads.forEach(Thread::interrupt);
    }
  }

  /** Ends everything in this isolate that waits. */
  void cancel() {
    endFromOutside(new CancelSignal());
  }

  /** Lets go of the strands that still wait after the first one has ended. */
  void close() {
    leave();
    end(new CancelSignal());
  }
}

package ruff.task;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;

/**
 * The monitor of everything that waits in one program. Promises, channels and queues of all
 * isolates are changed under it, so that it can be said at any moment whether anybody can still go
 * on.
 *
 * <p>When every isolate waits for something that only another could bring, the receiver that has
 * waited longest gets null; when there is no receiver either, the main program learns that its wait
 * cannot end.
 */
public final class Liveness {
  private final Set<Isolate> live = new HashSet<>();
  private final SequencedSet<ChannelValue.Receiver> receivers = new LinkedHashSet<>();

  /** Who has timers. */
  private final Set<Scheduler> timed = new HashSet<>();

  private Isolate main;
  private int stuck;
  private int external;
  private boolean over;

  /** Counts an isolate among those that may bring something; the main program's is the first. */
  public synchronized void started(Isolate isolate) {
    if (main == null) {
      main = isolate;
    }
    live.add(isolate);
    if (over) {
      isolate.cancel();
    }
  }

  /** Takes an isolate out whose code has ended; its timers go on, others may wait for them. */
  public void ended(Isolate isolate) {
    synchronized (this) {
      if (!live.remove(isolate)) {
        return;
      }
      if (isolate.scheduler().stuck) {
        isolate.scheduler().stuck = false;
        stuck--;
      }
      isolate.scheduler().close(live.contains(main) ? main.scheduler() : null);
      decide();
    }
    isolate.close();
  }

  /** Ends every isolate that is still there, because the program has come to its end. */
  public void shutDown() {
    List<Isolate> left;
    synchronized (this) {
      over = true;
      left = List.copyOf(live);
    }
    left.forEach(Isolate::cancel);
  }

  /** Whether the program has come to its end, so that nothing is reported any more. */
  synchronized boolean isOver() {
    return over;
  }

  /** Ends the main program where it waits, because a part beside it asks for that. */
  public void endMain(Throwable signal) {
    Isolate target;
    synchronized (this) {
      target = main;
    }
    target.endFromOutside(signal);
  }

  /** Notes that a thread outside of all isolates is going to settle a promise. */
  synchronized void externalStarted() {
    external++;
  }

  /** Ends {@link #externalStarted}; the promise is settled already. */
  synchronized void externalEnded() {
    external--;
    decide();
  }

  /** Notes that nothing an isolate knows of can wake it; caller holds the monitor. */
  void stuck(Scheduler scheduler) {
    if (!scheduler.stuck) {
      scheduler.stuck = true;
      stuck++;
    }
    decide();
  }

  /** Notes whether an isolate has timers; caller holds the monitor. */
  void timed(Scheduler scheduler, boolean any) {
    if (any) {
      timed.add(scheduler);
    } else {
      timed.remove(scheduler);
    }
  }

  /** Notes that an isolate has something to do or to wait for; caller holds the monitor. */
  void awake(Scheduler scheduler) {
    if (scheduler.stuck) {
      scheduler.stuck = false;
      stuck--;
    }
  }

  /** Notes who waits at a channel; caller holds the monitor. */
  void waiting(ChannelValue.Receiver receiver) {
    receivers.addLast(receiver);
  }

  /** Ends {@link #waiting}; caller holds the monitor. */
  void served(ChannelValue.Receiver receiver) {
    receivers.remove(receiver);
  }

  /**
   * Lets somebody go on when nobody can: a receiver, else the main program. Receivers of isolates
   * that are just being cancelled may be among those who wait, so one of them may not be enough.
   */
  private void decide() {
    while (external == 0 && stuck > 0 && stuck == live.size() && !someTimerIsAwaited()) {
      if (receivers.isEmpty()) {
        main.scheduler().tellOfDeadlock();
        return;
      }
      receivers.removeFirst().giveUp();
    }
  }

  /** Looks again at timers that nobody waited for; since then someone of another isolate may. */
  private boolean someTimerIsAwaited() {
    for (Scheduler scheduler : timed) {
      if (scheduler.hasAwaitedTimer()) {
        return true;
      }
    }
    return false;
  }
}

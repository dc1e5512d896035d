package ruff.task;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import ruff.value.NullValue;

/**
 * The monitor of everything that waits in one program. Promises, channels and queues of all
 * isolates are changed under it, so that it can be said at any moment whether anybody can still go
 * on.
 *
 * <p>When every isolate waits for something that only another could bring, the receiver that has
 * waited longest gets null.
 */
public final class Liveness {
  private final Set<Isolate> live = new HashSet<>();
  private final Set<Isolate> stuck = new HashSet<>();
  private final Deque<ChannelValue.Receiver> receivers = new ArrayDeque<>();

  public synchronized void started(Isolate isolate) {
    live.add(isolate);
  }

  public synchronized void ended(Isolate isolate) {
    live.remove(isolate);
    stuck.remove(isolate);
    releaseOne();
    notifyAll();
  }

  /** Notes that nothing an isolate knows of can wake it; caller holds the monitor. */
  void stuck(Isolate isolate) {
    stuck.add(isolate);
    releaseOne();
  }

  /** Notes that an isolate has something to do again; caller holds the monitor. */
  void awake(Isolate isolate) {
    stuck.remove(isolate);
    notifyAll();
  }

  /** Whether nobody can bring anything any more; caller holds the monitor. */
  boolean allStuck() {
    return !live.isEmpty() && stuck.size() == live.size();
  }

  void waiting(ChannelValue.Receiver receiver) {
    receivers.addLast(receiver);
  }

  void served(ChannelValue.Receiver receiver) {
    receivers.remove(receiver);
  }

  private void releaseOne() {
    if (allStuck() && !receivers.isEmpty()) {
      receivers.removeFirst().give(NullValue.NULL);
    }
  }
}

package ruff.task;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import ruff.interpreter.Strand;
import ruff.natives.NativeContext;
import ruff.value.HandleValue;
import ruff.value.NullValue;
import ruff.value.RuffError;

/**
 * A queue of values between tasks: unbounded, first in first out, receivers served in their order.
 *
 * <p>A value is copied when it is sent: what the sender's functions do to their captured variables
 * afterwards does not show. Inside one isolate the value stays the same one.
 */
public final class ChannelValue extends HandleValue {
  private static final Sent NOTHING = new Sent(NullValue.NULL, NullValue.NULL, null);

  /**
   * A value on its way.
   *
   * @param value as the sender's isolate sees it
   * @param detached as any other may get it
   */
  private record Sent(Object value, Object detached, Isolate from) {
    Object in(Isolate to) {
      return to == from ? value : detached;
    }
  }

  private final Liveness monitor;
  private final Deque<Sent> values = new ArrayDeque<>();
  private final SequencedSet<Receiver> waiting = new LinkedHashSet<>();

  ChannelValue(Liveness monitor) {
    this.monitor = monitor;
  }

  /** Somebody who waits for a value; all under the monitor. */
  final class Receiver {
    private final Scheduler scheduler;
    private final Wake wake;
    private Sent received;

    private Receiver(Strand strand) {
      this.scheduler = strand.isolate().scheduler();
      this.wake = new Wake(strand);
    }

    /** Ends the waiting with null, since nobody can send any more. */
    void giveUp() {
      waiting.remove(this);
      give(NOTHING);
    }

    private void give(Sent sent) {
      received = sent;
      scheduler.post(wake);
    }
  }

  /**
   * Puts a value in.
   *
   * @param context of a running program
   */
  public void send(NativeContext context, Object value) {
    Isolate from = ((Strand) context).isolate();
    Sent sent = new Sent(value, new Snapshot().detached(value), from);
    synchronized (monitor) {
      Receiver receiver = waiting.isEmpty() ? null : waiting.removeFirst();
      if (receiver == null) {
        values.addLast(sent);
      } else {
        monitor.served(receiver);
        receiver.give(sent);
      }
    }
  }

  /**
   * Takes the oldest value out, waiting for one as long as somebody could send it; then null.
   *
   * @param context of a running program
   */
  public Object receive(NativeContext context) {
    Strand strand = (Strand) context;
    Receiver receiver;
    synchronized (monitor) {
      Sent first = values.pollFirst();
      if (first != null) {
        return first.in(strand.isolate());
      }
      receiver = new Receiver(strand);
      waiting.addLast(receiver);
      monitor.waiting(receiver);
    }
    boolean arrived = false;
    try {
      receiver.scheduler.run(strand, receiver.wake);
      arrived = true;
    } finally {
      if (!arrived) {
        leave(receiver);
      }
    }
    return receiver.received.in(strand.isolate());
  }

  /** Ends the waiting of one that is cancelled; a value that it has got already goes back. */
  private void leave(Receiver receiver) {
    synchronized (monitor) {
      waiting.remove(receiver);
      monitor.served(receiver);
      Sent lost = receiver.received;
      if (lost == null || lost == NOTHING) {
        return;
      }
      Receiver next = waiting.isEmpty() ? null : waiting.removeFirst();
      if (next == null) {
        values.addFirst(lost);
      } else {
        monitor.served(next);
        next.give(lost);
      }
    }
  }

  @Override
  public RuffError noMethod(String name) {
    return new RuffError("Channel has no method '" + name + "'");
  }

  @Override
  public String typeName() {
    return "channel";
  }

  @Override
  public String display() {
    return "<channel>";
  }
}

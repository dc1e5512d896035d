package ruff.task;

import java.util.ArrayDeque;
import java.util.Deque;
import ruff.interpreter.Strand;
import ruff.value.Container;
import ruff.value.HandleValue;
import ruff.value.RuffError;

/**
 * A queue of values between tasks: unbounded, first in first out, receivers served in their order.
 */
public final class ChannelValue extends HandleValue {
  private record Sent(Object value, Isolate from) {}

  private final Liveness monitor;
  private final Deque<Sent> values = new ArrayDeque<>();
  private final Deque<Receiver> waiting = new ArrayDeque<>();

  public ChannelValue(Liveness monitor) {
    this.monitor = monitor;
  }

  /** Somebody who waits for a value. */
  final class Receiver {
    private final Scheduler scheduler;
    private final Wake wake;
    private Sent received;

    Receiver(Scheduler scheduler, Wake wake) {
      this.scheduler = scheduler;
      this.wake = wake;
    }

    /** Ends the waiting; caller holds the monitor. */
    void give(Object value) {
      give(new Sent(value, null));
    }

    private void give(Sent sent) {
      received = sent;
      waiting.remove(this);
      scheduler.post(wake);
    }
  }

  /**
   * {@code channel.send(value)} and {@code channel.receive()}.
   *
   * @param all the channel, then the arguments
   */
  public Object callMethod(Strand strand, String method, Object[] all) {
    int given = all.length - 1;
    switch (method) {
      case "send" -> {
        checkCount("send", 1, given);
        send(strand.isolate(), all[1]);
        return true;
      }
      case "receive" -> {
        checkCount("receive", 0, given);
        return receive(strand);
      }
      default -> throw new RuffError("Channel has no method '" + method + "'");
    }
  }

  private static void checkCount(String method, int expected, int given) {
    if (given != expected) {
      throw new RuffError(
          "Channel." + method + " expects " + expected + " arguments, got " + given);
    }
  }

  private void send(Isolate from, Object value) {
    Sent sent = new Sent(Container.shared(value), from);
    synchronized (monitor) {
      Receiver receiver = waiting.peekFirst();
      if (receiver == null) {
        values.addLast(sent);
      } else {
        monitor.served(receiver);
        receiver.give(sent);
      }
    }
  }

  private Object receive(Strand strand) {
    Scheduler scheduler = strand.isolate().scheduler();
    Receiver receiver;
    synchronized (monitor) {
      Sent first = values.pollFirst();
      if (first != null) {
        return arrived(first, strand.isolate());
      }
      receiver = new Receiver(scheduler, new Wake(strand.isolate(), strand));
      waiting.addLast(receiver);
      monitor.waiting(receiver);
    }
    try {
      scheduler.run(strand, receiver.wake);
    } finally {
      synchronized (monitor) {
        waiting.remove(receiver);
        monitor.served(receiver);
      }
    }
    return arrived(receiver.received, strand.isolate());
  }

  private static Object arrived(Sent sent, Isolate to) {
    boolean crosses = sent.from != null && sent.from != to;
    return crosses ? new Snapshot().detached(sent.value) : sent.value;
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

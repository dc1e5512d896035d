package ruff.stdlib.async;

import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.NativeContext;
import ruff.task.ChannelValue;

/** The native that makes channels; their methods belong to the value. */
public final class Channels {
  private Channels() {}

  @Native(
      name = "channel",
      family = Family.ASYNC,
      doc =
          "A queue of values between tasks: ch.send(value) puts one in, ch.receive() waits for the"
              + " oldest, and gives null when nobody is left who could send.",
      returns = "channel",
      arity = "{name}() expects 0 arguments, got {got}",
      errors = {
        "Channel.send expects 1 arguments, got N",
        "Channel.receive expects 0 arguments, got N",
        "Channel has no method 'X'"
      },
      example = "type(channel())",
      result = "channel")
  public static ChannelValue channel(NativeContext context) {
    return context.scheduler().channel();
  }
}

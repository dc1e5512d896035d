package ruff.stdlib.async;

import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.NativeContext;
import ruff.natives.Param;
import ruff.task.ChannelValue;

/** The native that makes channels, and their methods. */
public final class Channels {
  private static final String NOT_A_CHANNEL = "{name} requires a channel";

  private Channels() {}

  @Native(
      name = "channel",
      family = Family.ASYNC,
      doc =
          "A queue of values between tasks, without bounds; each value goes to one of those who"
              + " receive.",
      returns = "channel",
      arity = "{name}() expects 0 arguments, got {got}",
      errors = "Channel has no method 'X'",
      example = "type(channel())",
      result = "channel")
  public static ChannelValue channel(NativeContext context) {
    return context.scheduler().channel();
  }

  @Native(
      name = "channel.send",
      family = Family.ASYNC,
      doc = "Puts a copy of a value into a channel, without waiting.",
      returns = "bool true",
      arity = "Channel.send expects {count} arguments, got {got}",
      example = "channel().send(1)",
      result = "true")
  public static boolean send(
      NativeContext context,
      @Param(type = "channel", error = NOT_A_CHANNEL) ChannelValue channel,
      Object value) {
    channel.send(context, value);
    return true;
  }

  @Native(
      name = "channel.receive",
      family = Family.ASYNC,
      doc =
          "The oldest value of a channel; waits for one as long as somebody is left who could send"
              + " it, and gives null when nobody is.",
      returns = "any",
      arity = "Channel.receive expects {count} arguments, got {got}",
      example = "channel().receive()",
      result = "null")
  public static Object receive(
      NativeContext context, @Param(type = "channel", error = NOT_A_CHANNEL) ChannelValue channel) {
    return channel.receive(context);
  }
}

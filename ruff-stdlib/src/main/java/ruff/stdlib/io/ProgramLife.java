package ruff.stdlib.io;

import java.io.IOException;
import java.util.List;
import ruff.natives.ExitSignal;
import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.NativeContext;
import ruff.natives.Param;
import ruff.stdlib.text.WhiteSpace;
import ruff.value.ArrayValue;

/** Natives through which a program talks with whoever started it. */
public final class ProgramLife {
  private ProgramLife() {}

  @Native(
      name = "input",
      family = Family.OUTPUT,
      doc =
          "Reads a line from standard input, after writing a prompt; white space at its end is cut,"
              + " and there is an empty string at the end of the input.",
      returns = "string",
      arity = Native.PLURAL,
      error = "input() requires a string prompt when provided",
      example = "input() == \"\"",
      result = "true")
  public static String input(NativeContext context, @Param(optional = true) String prompt) {
    if (prompt != null) {
      context.host().stdout().write(prompt);
    }
    context.host().stdout().flush();
    try {
      String line = context.host().stdin().readLine();
      return line == null ? "" : WhiteSpace.trimEnd(line);
    } catch (IOException unreadable) {
      return "";
    }
  }

  @Native(
      name = "exit",
      family = Family.PROCESS,
      doc = "Ends the program with a status: the code modulo 256.",
      returns = "nothing, it does not return",
      arity = Native.PLURAL,
      error = "exit() requires a numeric exit code when provided",
      example = "type(exit)",
      result = "function")
  public static void exit(
      NativeContext context, @Param(optional = true, fallback = "0", truncates = true) long code) {
    context.host().stdout().flush();
    throw new ExitSignal((int) (code & 0xFF));
  }

  @Native(
      name = "args",
      family = Family.ENVIRONMENT,
      doc = "The words behind the program's file on the command line.",
      returns = "array of string",
      arity = "args() expects 0 arguments, got {got}",
      example = "args()",
      result = "[]")
  public static ArrayValue args(NativeContext context) {
    List<String> arguments = context.arguments();
    return ArrayValue.of(arguments.toArray());
  }
}

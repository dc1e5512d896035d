package ruff.stdlib.io;

import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.NativeContext;
import ruff.natives.Param;
import ruff.natives.Param.Ownership;
import ruff.value.DebugForm;
import ruff.value.Display;

/** Natives that write to the standard streams. */
public final class Printing {
  private Printing() {}

  @Native(
      name = "print",
      aliases = "println",
      family = Family.OUTPUT,
      doc = "Writes values to standard output, a space between them and a line end after them.",
      returns = "null",
      example = "print(\"a\", 1, 2.0, true, null, [1, \"x\"])",
      result = "a 1 2 true null [1, x]\nnull")
  public static void print(
      NativeContext context, @Param(raw = true, ownership = Ownership.BORROWED) Object... values) {
    context.host().stdout().write(line(values));
  }

  @Native(
      name = "eprint",
      family = Family.OUTPUT,
      doc = "Writes values to standard error as print does to standard output.",
      returns = "null",
      example = "eprint(\"warn\", 3)",
      result = "null")
  public static void eprint(
      NativeContext context, @Param(raw = true, ownership = Ownership.BORROWED) Object... values) {
    context.host().stderr().write(line(values));
  }

  private static CharSequence line(Object[] values) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        line.append(' ');
      }
      Display.append(line, values[i]);
    }
    return line.append('\n');
  }

  @Native(
      name = "debug",
      family = Family.OUTPUT,
      doc = "Writes values with their kinds to standard output, after [DEBUG].",
      returns = "null",
      example = "debug(1, \"s\", [true, null])",
      result = "[DEBUG] Int(1) String(\"s\") Array[Bool(true), Null]\nnull")
  public static void debug(
      NativeContext context, @Param(raw = true, ownership = Ownership.BORROWED) Object... values) {
    StringBuilder line = new StringBuilder("[DEBUG] ");
    for (int i = 0; i < values.length; i++) {
      line.append(i == 0 ? "" : " ").append(DebugForm.debug(values[i]));
    }
    context.host().stdout().write(line.append('\n'));
  }
}
